import { type ReactNode, useMemo, useState } from "react";
import type { NodeId } from "../../document/document.ts";
import { operandsOf } from "../../document/parts.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import { replaceOperation } from "../../editor/edits/replace-operation.ts";
import { opOf } from "../../editor/edits/titles.ts";
import type { Reading } from "../../editor/reading.ts";
import { AddableGlyph } from "../adding/addable-glyph.tsx";
import { type Addable, addablesOf } from "../adding/addables.ts";
import { search } from "../adding/search.ts";
import { SearchList } from "../adding/search-list.tsx";
import { runEdit } from "../run-edit.ts";

/** Operations and blocks that can stand in the place of one, those that take as many arrays first. */
export function ReplaceList({
  node,
  reading,
  close,
}: {
  readonly node: NodeId;
  readonly reading: Reading;
  close(): void;
}): ReactNode {
  const [query, setQuery] = useState("");
  const found = useMemo(() => search(replacements(reading, node), query), [reading, node, query]);
  const count = operandCount(reading, node);
  const fits = found.filter((addable) => takes(addable) === count);
  const others = found.filter((addable) => takes(addable) !== count);
  const entryOf = (addable: Addable) => ({
    id: addable.id,
    title: addable.title,
    icon: <AddableGlyph addable={addable} />,
  });
  return (
    <SearchList
      autoFocus
      label="Replace with"
      placeholder="What should stand here instead?"
      query={query}
      groups={[
        { title: "Takes as many arrays", entries: fits.map(entryOf) },
        { title: "Takes more or fewer", entries: others.map(entryOf) },
      ]}
      empty="Nothing of that name. Try another word for it."
      onQuery={setQuery}
      onChoose={({ id }) => {
        const what = found.find((addable) => addable.id === id)?.what;
        close();
        if (what === undefined || what.kind === "port" || what.kind === "preset") return;
        runEdit((context) => replaceOperation(context, { node, what }));
      }}
      foot={
        <>
          <span>
            <span className="key">↵</span>replace
          </span>
          <span>
            <span className="key">Esc</span>leave as it is
          </span>
        </>
      }
    />
  );
}

/** Everything that makes an array of others, but for what stands there now. */
function replacements({ document }: Reading, node: NodeId): readonly Addable[] {
  const now = findNode(document, node)?.expression;
  const op = now && opOf(document, now)?.name;
  const block = now?.kind === "call" ? now.callee : undefined;
  return addablesOf(document).filter(({ what }) => {
    if (what.kind === "port" || what.kind === "preset") return false;
    return what.name !== (what.kind === "operation" ? op : block);
  });
}

function operandCount({ document }: Reading, node: NodeId): number {
  const expression = findNode(document, node)?.expression;
  return expression === undefined ? 1 : operandsOf(expression).length;
}

function takes({ face }: Addable): number {
  if (face.kind === "block") return face.inputs;
  if (face.kind === "statement") return 0;
  return face.op.operands.filter(({ keyword }) => keyword !== true).length;
}
