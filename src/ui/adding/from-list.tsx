import { type ReactNode, useMemo, useState } from "react";
import { disconnect } from "../../editor/edits/connect.ts";
import { portsOfNode } from "../../editor/edits/port-places.ts";
import { type ArrayRef, type PortRef, typedArray } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import { runEdit } from "../run-edit.ts";
import { askForNext } from "./add-here.ts";
import { closeOffer } from "./close-offer.ts";
import { arraysFor, isNumberFor, setNumber } from "./connections.ts";
import { join } from "./join.ts";
import { shapeText } from "./proposals.ts";
import { search } from "./search.ts";
import { type ListEntry, type ListGroup, SearchList } from "./search-list.tsx";
import { type Pair, useOutcomes } from "./use-outcomes.ts";

/** What could go into one port: arrays that fit with what they give, a number, then the others. */
export function FromList({
  port,
  reading,
}: {
  readonly port: PortRef;
  readonly reading: Reading;
}): ReactNode {
  const [query, setQuery] = useState("");
  const place = portsOfNode(reading, port.node).find((each) => each.port.operand === port.operand);
  const arrays = useMemo(() => arraysFor(reading, port), [reading, port]);
  const pairs = useMemo(() => pairsOf(arrays, port, query), [arrays, port, query]);
  const outcomes = useOutcomes(reading, pairs);
  const groups = groupsOf(reading, pairs, outcomes);
  const isNumber = useMemo(() => isNumberFor(reading, port, query), [reading, port, query]);
  const number: ListEntry = { id: NUMBER, title: query.trim(), detail: "a number" };
  const choose = (entry: ListEntry): void => {
    const array = arrays.find((each) => each.array === entry.id);
    if (entry.id !== NUMBER && array !== undefined) {
      if (join(reading, array, port)) askForNext(port.node);
      return;
    }
    closeOffer();
    if (runEdit((context) => setNumber(context, port, query))) askForNext(port.node);
  };
  const cut = (): void => {
    closeOffer();
    runEdit((context) => disconnect(context, { port }));
  };
  return (
    <SearchList
      autoFocus
      label={place?.title ?? "Arrays"}
      placeholder={place === undefined ? "Which array?" : `${place.title}: which array?`}
      query={query}
      groups={isNumber ? [{ title: "Number", entries: [number] }, ...groups] : groups}
      empty="No array of that name can be used here. A number such as sqrt(d) can."
      onQuery={setQuery}
      onChoose={choose}
      onKey={(event) => {
        if (event.key !== "Delete" || query !== "" || place?.holds === undefined) return false;
        cut();
        return true;
      }}
      foot={
        <>
          <span>
            <span className="key">↵</span>connect
          </span>
          {place?.holds !== undefined && (
            <span>
              <span className="key">Delete</span>take {place.holds} off
            </span>
          )}
          <span>
            <span className="key">Esc</span>leave as it is
          </span>
        </>
      }
    />
  );
}

const NUMBER = "=number";

function pairsOf(arrays: readonly ArrayRef[], port: PortRef, query: string): readonly Pair[] {
  const named = arrays.map((array) => ({ array, title: array.array, words: [] }));
  return search(named, query).map(({ array }) => ({ array, port }));
}

function groupsOf(
  reading: Reading,
  pairs: readonly Pair[],
  outcomeFor: ReturnType<typeof useOutcomes>,
): readonly ListGroup[] {
  const rows = pairs.map((pair) => {
    const outcome = outcomeFor(pair);
    const value = typedArray(reading.typed, pair.array);
    const entry: ListEntry = {
      id: pair.array.array,
      title: pair.array.array,
      ...(value !== undefined && { detail: shapeText(value) }),
      ...(outcome?.gives !== undefined && { after: <span className="mono">{outcome.gives}</span> }),
      ...(outcome?.why !== undefined && { why: outcome.why }),
    };
    return { entry, outcome };
  });
  const entriesOf = (some: typeof rows): readonly ListEntry[] => some.map(({ entry }) => entry);
  const tried = rows.filter(({ outcome }) => outcome !== undefined);
  return [
    { title: "Fits", entries: entriesOf(tried.filter(({ entry }) => entry.why === undefined)) },
    {
      title: "Not tried yet",
      entries: entriesOf(rows.filter(({ outcome }) => outcome === undefined)),
    },
    {
      title: "Does not fit",
      entries: entriesOf(tried.filter(({ entry }) => entry.why !== undefined)),
    },
  ];
}
