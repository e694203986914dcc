import { type ReactNode, useMemo, useState } from "react";
import { mergeAxes, renameAxis } from "../../editor/edits/rename-axis.ts";
import type { Reading } from "../../editor/reading.ts";
import { search } from "../adding/search.ts";
import { type ListEntry, SearchList } from "../adding/search-list.tsx";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import type { Choice } from "./choice-store.ts";

/** The other axes of the block, with what has to hold of the sizes, or why they cannot be one. */
export function MergeList({
  choice: { definition, axis },
  reading,
  close,
}: {
  readonly choice: Extract<Choice, { kind: "merge" }>;
  readonly reading: Reading;
  close(): void;
}): ReactNode {
  const [query, setQuery] = useState("");
  const entries = useMemo(() => othersOf(reading, definition, axis), [reading, definition, axis]);
  const found = search(
    entries.map((entry) => ({ ...entry, words: [] })),
    query,
  );
  const merge = (name: string): void => {
    close();
    const done = runEdit((context) => mergeAxes(context, { definition, axis, name }));
    const { selection, select } = useEditor.getState();
    if (done && selection.kind === "strand") select({ ...selection, axis: name });
  };
  return (
    <SearchList
      autoFocus
      label={`Make ${axis} one axis with`}
      placeholder={`Which axis is ${axis} the same as?`}
      query={query}
      groups={[
        { title: "Can be one", entries: found.filter(({ why }) => why === undefined) },
        { title: "Cannot", entries: found.filter(({ why }) => why !== undefined) },
      ]}
      empty={entries.length === 0 ? "There is no other axis here." : "No axis of that name."}
      onQuery={setQuery}
      onChoose={({ id }) => merge(id)}
      foot={
        <>
          <span>
            <span className="key">↵</span>make them one
          </span>
          <span>
            <span className="key">Esc</span>keep two
          </span>
        </>
      }
    />
  );
}

function othersOf(reading: Reading, definition: string, axis: string): readonly ListEntry[] {
  const names = reading.typed.definitions.get(definition)?.axes.keys() ?? [];
  return [...names]
    .filter((name) => name !== axis && !/^[0-9]/.test(name))
    .map((name): ListEntry => {
      const renaming = { definition, axis, name };
      const asked = renameAxis(reading, renaming);
      const merged = mergeAxes(reading, renaming);
      return {
        id: name,
        title: name,
        ...(!asked.ok && "equation" in asked && { detail: asked.equation }),
        ...(!merged.ok && { why: merged.says.replaceAll("`", "") }),
      };
    });
}
