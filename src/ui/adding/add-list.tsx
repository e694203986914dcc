import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import type { Reading } from "../../editor/reading.ts";
import { ShapeText } from "../inspector/shape-text.tsx";
import { addAt } from "./add-here.ts";
import { AddableGlyph } from "./addable-glyph.tsx";
import { type Addable, addablesOf } from "./addables.ts";
import type { Offer } from "./adding-store.ts";
import { propose } from "./proposals.ts";
import { search } from "./search.ts";
import { type ListEntry, type ListGroup, SearchList } from "./search-list.tsx";

/** Quick-add and the drop-wire menu: operations that take the array, each with what it gives. */
export function AddList({
  offer,
  reading,
}: {
  readonly offer: Extract<Offer, { kind: "add" }>;
  readonly reading: Reading;
}): ReactNode {
  const { place, at } = offer;
  const [query, setQuery] = useState(offer.query);
  const [isAll, setAll] = useState(false);
  const addables = useMemo(() => addablesOf(reading.document), [reading]);
  const wanted = useDeferredValue(query);
  const groups = useMemo(() => {
    const found = search(addables, wanted).slice(0, wanted.trim() === "" ? MOST : FEWER);
    return groupsOf(found, offer, reading, isAll || wanted.trim() !== "");
  }, [addables, wanted, offer, reading, isAll]);
  const choose = (entry: ListEntry): void => {
    const addable = addables.find(({ id }) => id === entry.id);
    if (addable !== undefined) addAt(addable, place, at);
  };
  const { value } = place;
  return (
    <SearchList
      autoFocus
      label="Operations"
      placeholder={
        value === undefined ? "What should be added?" : `What should ${value.name ?? "it"} go into?`
      }
      query={query}
      groups={groups}
      empty="Nothing of that name. Try another word for it."
      onQuery={setQuery}
      onChoose={choose}
      aside={
        value !== undefined && (
          <span className="aside mono">
            <ShapeText value={value} />
          </span>
        )
      }
      foot={
        <>
          <span>
            <span className="key">↵</span>
            {value === undefined ? "add" : "add and connect"}
          </span>
          <span>
            <span className="key">Esc</span>
            {offer.at === undefined ? "close" : "let go"}
          </span>
          {value !== undefined && wanted.trim() === "" && !isAll && (
            <button type="button" className="link end" onClick={() => setAll(true)}>
              Show all
            </button>
          )}
        </>
      }
    />
  );
}

/** So many rows at once; what is further down is found by typing. */
const MOST = 120;
const FEWER = 24;

function groupsOf(
  found: readonly Addable[],
  { place }: Extract<Offer, { kind: "add" }>,
  reading: Reading,
  withUnfit: boolean,
): readonly ListGroup[] {
  const takes = place.value !== undefined;
  const rows = found
    .filter((addable) => !takes || takesArrays(addable))
    .map((addable) => ({ addable, ...propose(reading, place, addable) }));
  const entryOf = ({ addable, detail, shape, why }: (typeof rows)[number]): ListEntry => ({
    id: addable.id,
    title: addable.title,
    icon: <AddableGlyph addable={addable} />,
    ...(detail !== undefined && { detail }),
    ...(shape !== undefined && { after: <span className="mono">{shape}</span> }),
    ...(why !== undefined && { why }),
  });
  const fits = rows.filter(({ why }) => why === undefined);
  const unfit = withUnfit ? rows.filter(({ why }) => why !== undefined) : [];
  return [
    { title: takes ? "Fits" : "Operations", entries: fits.map(entryOf) },
    { title: "Does not fit", entries: unfit.map(entryOf) },
  ];
}

/** What makes an array out of nothing is no place for a wire to go. */
function takesArrays({ what, face }: Addable): boolean {
  if (what.kind === "port") return what.port === "output";
  if (face.kind === "block") return face.inputs > 0;
  return face.kind === "operation" && face.op.operands.length > 0;
}
