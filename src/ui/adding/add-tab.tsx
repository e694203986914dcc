import { X } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useEditor } from "../store.ts";
import { removeOwnBlock, useOwnBlocks } from "../structure/own-blocks.ts";
import { addHere } from "./add-here.ts";
import { AddableGlyph } from "./addable-glyph.tsx";
import { type Addable, addablesOf, GROUPS, ownName } from "./addables.ts";
import { startCarrying } from "./carrying.ts";
import { search } from "./search.ts";
import { type ListEntry, type ListGroup, SearchList } from "./search-list.tsx";

/** Everything that can be placed, by family, with its glyph; Enter or a click adds at the selection. */
export function AddTab(): ReactNode {
  const document = useEditor((state) => state.reading?.document);
  const [query, setQuery] = useState("");
  const own = useOwnBlocks((state) => state.blocks);
  const addables = useMemo(
    () => (document === undefined ? [] : addablesOf(document, own)),
    [document, own],
  );
  const found = useMemo(() => search(addables, query), [addables, query]);
  const groups = useMemo(() => groupsOf(found, query), [found, query]);
  const addableOf = (entry: ListEntry): Addable | undefined =>
    addables.find(({ id }) => id === entry.id);
  const ownOf = (entry: ListEntry): string | undefined => {
    const addable = addableOf(entry);
    return addable && ownName(addable);
  };
  return (
    <div className="add-tab">
      <SearchList
        label="Operations"
        placeholder="Find, or just type"
        query={query}
        groups={groups}
        empty="Nothing of that name. Try another word for it."
        onQuery={setQuery}
        onChoose={(entry) => {
          const addable = addableOf(entry);
          if (addable !== undefined) addHere(addable);
        }}
        onKey={(event, active) => {
          const name = event.key === "Delete" && query === "" && active ? ownOf(active) : undefined;
          if (name !== undefined) {
            removeOwnBlock(name);
            return true;
          }
          if (event.key !== "Escape" || query === "") return false;
          setQuery("");
          return true;
        }}
        onGrab={(entry, event) => {
          const addable = addableOf(entry);
          if (addable !== undefined) startCarrying(addable, event);
        }}
      />
    </div>
  );
}

/** Takes a block out of the user's own by pointer; the Delete key and the palette do the same. */
function RemoveOwn({ name }: { readonly name: string }): ReactNode {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a row of a list holds no button of its own
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field of the list takes the Delete key
    <span
      className="remove-own"
      title={`Remove ${name} from my blocks`}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        removeOwnBlock(name);
      }}
    >
      <X aria-hidden="true" />
    </span>
  );
}

/** By family without a query; with one, the best first under one heading. */
function groupsOf(found: readonly Addable[], query: string): readonly ListGroup[] {
  const entryOf = (addable: Addable): ListEntry => ({
    id: addable.id,
    title: addable.title,
    icon: <AddableGlyph addable={addable} />,
    ...(ownName(addable) !== undefined && { after: <RemoveOwn name={ownName(addable) ?? ""} /> }),
  });
  if (query.trim() !== "") return [{ title: "Found", entries: found.map(entryOf) }];
  return GROUPS.map((title) => ({
    title,
    entries: found.filter(({ group }) => group === title).map(entryOf),
  }));
}
