import { type ReactNode, useMemo, useState } from "react";
import { connect, disconnect } from "../../editor/edits/connect.ts";
import { type PortRef, typedArray } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import { runEdit } from "../run-edit.ts";
import { askForNext } from "./add-here.ts";
import { closeOffer } from "./close-offer.ts";
import { arraysFor, isNumberFor, outcomeOf, portsOfNode, setNumber } from "./connections.ts";
import { shapeText } from "./proposals.ts";
import { search } from "./search.ts";
import { type ListEntry, type ListGroup, SearchList } from "./search-list.tsx";

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
  const groups = useMemo(() => groupsOf(reading, port, query), [reading, port, query]);
  const choose = (entry: ListEntry): void => {
    closeOffer();
    const done = runEdit((context) => {
      if (entry.id === NUMBER) return setNumber(context, port, query);
      const array = arraysFor(context, port).find((each) => each.array === entry.id);
      if (array === undefined) return { ok: false, says: `There is no array ${entry.id} here.` };
      return connect(context, { array, port });
    });
    if (done) askForNext(port.node);
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
      groups={groups}
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

function groupsOf(reading: Reading, port: PortRef, query: string): readonly ListGroup[] {
  const arrays = arraysFor(reading, port).map((ref) => ({
    ref,
    title: ref.array,
    words: [] as readonly string[],
  }));
  const rows = search(arrays, query).map(({ ref }) => {
    const value = typedArray(reading.typed, ref);
    const { gives, why } = outcomeOf(reading, ref, port);
    const entry: ListEntry = {
      id: ref.array,
      title: ref.array,
      ...(value !== undefined && { detail: shapeText(value) }),
      ...(gives !== undefined && { after: <span className="mono">{gives}</span> }),
      ...(why !== undefined && { why }),
    };
    return entry;
  });
  const number: ListEntry = { id: NUMBER, title: query.trim(), detail: "a number" };
  return [
    { title: "Fits", entries: rows.filter(({ why }) => why === undefined) },
    { title: "Number", entries: isNumberFor(reading, port, query) ? [number] : [] },
    { title: "Does not fit", entries: rows.filter(({ why }) => why !== undefined) },
  ];
}
