import { type ReactNode, useMemo, useState } from "react";
import type { Reading } from "../../editor/reading.ts";
import { ShapeText } from "../inspector/shape-text.tsx";
import { addAt, addLine } from "./add-here.ts";
import { AddableGlyph } from "./addable-glyph.tsx";
import { type Addable, addablesOf, likelyFirst, takesArrays } from "./addables.ts";
import { type Offer, useAdding } from "./adding-store.ts";
import { insertOn, readersOf } from "./inserting.ts";
import type { Place } from "./place.ts";
import { type Proposal, propose, proposeAlong } from "./proposals.ts";
import { search } from "./search.ts";
import { type ListEntry, type ListGroup, SearchList } from "./search-list.tsx";
import { proposeWritten, readWritten, type Written, writtenFor } from "./written.ts";

/** Quick-add and the drop-wire menu: operations that take the array, each with what it gives. */
export function AddList({
  offer,
  reading,
}: {
  readonly offer: Extract<Offer, { kind: "add" }>;
  readonly reading: Reading;
}): ReactNode {
  const { place, at, query } = offer;
  const setQuery = (next: string): void => useAdding.getState().show({ ...offer, query: next });
  const isWire = at !== undefined;
  const [isAll, setAll] = useState(false);
  const addables = useMemo(() => addablesOf(reading.document), [reading]);
  const groups = useMemo(() => {
    const isSearch = query.trim() !== "";
    const ordered = place.value === undefined ? addables : likelyFirst(addables);
    const { found, axis } = isSearch ? searchAlong(ordered, query, place) : { found: ordered };
    const line = isSearch ? readWritten(query, place) : undefined;
    const written: ListGroup = {
      title: "As written",
      entries: line === undefined ? [] : [writtenEntry(line, place, reading)],
    };
    return [written, ...groupsOf(found, place, reading, { isSearch, isAll, isWire, axis })];
  }, [addables, query, place, isWire, reading, isAll]);
  const choose = (entry: ListEntry): void => {
    const written = entry.id === WRITTEN ? readWritten(query, place) : undefined;
    if (written !== undefined) {
      addLine(written, place);
      return;
    }
    const [id, axis] = entry.id.split(ALONG);
    const addable = addables.find((each) => each.id === id);
    if (addable === undefined) return;
    const { value } = place;
    if (offer.insert === true && value !== undefined && takesArrays(addable)) {
      insertOn(addable, { ...place, value }, readersOf(reading, { ...place, value }), at);
      return;
    }
    addAt(addable, takesArrays(addable) ? place : { into: place.into }, at, axis);
  };
  const { value } = place;
  return (
    <SearchList
      autoFocus
      label="Operations"
      placeholder={
        value === undefined
          ? "What should be added?"
          : offer.insert === true
            ? `What should be inserted after ${value.name ?? "it"}?`
            : `What should ${value.name ?? "it"} go into?`
      }
      query={query}
      groups={groups}
      empty="Nothing of that name. Try another word for it."
      onQuery={setQuery}
      onChoose={choose}
      onKey={(event, active) => {
        const addable = addables.find((each) => each.id === active?.id.split(ALONG)[0]);
        if (event.key !== "Tab" || event.shiftKey || addable === undefined) return false;
        const text = writtenFor(reading, place, addable);
        if (text !== undefined) setQuery(text);
        return text !== undefined;
      }}
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
          {query.trim() !== "" && (
            <span>
              <span className="key">Tab</span>set options
            </span>
          )}
          {value !== undefined && query.trim() === "" && !isAll && (
            <button type="button" className="link end" onClick={() => setAll(true)}>
              Show all
            </button>
          )}
        </>
      }
    />
  );
}

/** So many operations of a search are tried out; what is further down is found by another letter. */
const FEWER = 24;

/** What a query means, which may end in an axis of the array: "softmax x", "softmax along x". */
function searchAlong(
  addables: readonly Addable[],
  query: string,
  { value }: Place,
): { readonly found: readonly Addable[]; readonly axis?: string } {
  const [, operation = "", axis = ""] = /^\s*(.*?\S)\s+(?:along\s+)?(\S+)\s*$/.exec(query) ?? [];
  const isAxis = value?.type.shape.some(({ name }) => name === axis) === true;
  const along = isAxis ? search(addables, operation) : [];
  return along.length > 0
    ? { found: along.slice(0, FEWER), axis }
    : { found: search(addables, query).slice(0, FEWER) };
}

interface Row extends Proposal {
  readonly addable: Addable;
  /** The axis that it is done along, where that is not the one it would choose. */
  readonly axis?: string;
}

function groupsOf(
  found: readonly Addable[],
  place: Place,
  reading: Reading,
  {
    isSearch,
    isAll,
    isWire,
    axis: wanted,
  }: {
    readonly isSearch: boolean;
    readonly isAll: boolean;
    readonly isWire: boolean;
    /** The axis that the query names. */
    readonly axis?: string | undefined;
  },
): readonly ListGroup[] {
  const takes = place.value !== undefined;
  const [takers, sources] = [found.filter(takesArrays), found.filter((each) => !takesArrays(each))];
  const rows = (takes ? takers : found).flatMap((addable, at): readonly Row[] => {
    const proposal = propose(reading, place, addable);
    const others = isSearch && at < 3 ? (proposal.others ?? []) : [];
    const along = others
      .filter((axis) => wanted === undefined || axis === wanted)
      .map((axis) => ({ addable, axis, ...proposeAlong(reading, place, addable, axis) }));
    const isNamed = wanted !== undefined && along.length > 0;
    return isNamed ? along : [{ addable, ...proposal }, ...along];
  });
  const fits = rows.filter(({ why }) => why === undefined);
  const unfit = isSearch || isAll ? rows.filter(({ why }) => why !== undefined) : [];
  const alone = takes && isSearch && !isWire ? sources : [];
  return [
    { title: takes ? "Fits" : "Operations", entries: fits.map(entryOf) },
    { title: "On its own", entries: alone.map((addable) => entryOf({ addable })) },
    { title: "Does not fit", entries: unfit.map(entryOf) },
  ];
}

function entryOf({ addable, axis, detail, shape, why }: Row): ListEntry {
  return {
    id: axis === undefined ? addable.id : `${addable.id}${ALONG}${axis}`,
    title: addable.title,
    icon: <AddableGlyph addable={addable} />,
    ...(detail !== undefined && { detail }),
    ...(shape !== undefined && { after: <span className="mono">{shape}</span> }),
    ...(why !== undefined && { why }),
  };
}

/** The row of what is written as in the text. */
const WRITTEN = "=written";

function writtenEntry(line: Written, place: Place, reading: Reading): ListEntry {
  const { shape, why } = proposeWritten(reading, place, line);
  return {
    id: WRITTEN,
    title: line.text,
    ...(shape !== undefined && { after: <span className="mono">{shape}</span> }),
    ...(why !== undefined && { why }),
  };
}

/** Between the operation and the axis in the id of a row. */
const ALONG = " along ";
