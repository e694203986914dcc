import { type ReactNode, useMemo, useState } from "react";
import { connect, disconnect } from "../../editor/edits/connect.ts";
import type { Reading } from "../../editor/reading.ts";
import { ShapeText } from "../inspector/shape-text.tsx";
import { runEdit } from "../run-edit.ts";
import type { Offer } from "./adding-store.ts";
import { closeOffer } from "./close-offer.ts";
import { outcomeOf, type PortPlace, portsIn } from "./connections.ts";
import { arrayRefOf } from "./place.ts";
import { search } from "./search.ts";
import { type ListEntry, type ListGroup, SearchList } from "./search-list.tsx";

/** Where one array could go: free ports that fit, then taken ones, then those that do not fit. */
export function IntoList({
  offer,
  reading,
}: {
  readonly offer: Extract<Offer, { kind: "into" }>;
  readonly reading: Reading;
}): ReactNode {
  const { place } = offer;
  const [query, setQuery] = useState("");
  const ports = useMemo(() => portsIn(reading, place.into.definition), [reading, place]);
  const array = arrayRefOf(place);
  const groups = useMemo(
    () => groupsOf(reading, offer, ports, query),
    [reading, offer, ports, query],
  );
  if (array === undefined || place.value === undefined) return null;
  const portOf = (entry: ListEntry): PortPlace | undefined =>
    ports.find((each) => idOf(each) === entry.id);
  const { value } = place;
  return (
    <SearchList
      autoFocus
      label="Connect to"
      placeholder={`Connect ${value.name ?? "it"} to…`}
      query={query}
      groups={groups}
      empty={ports.length === 0 ? "There is no operation yet." : "No port of that name."}
      onQuery={setQuery}
      onChoose={(entry) => {
        const chosen = portOf(entry);
        if (chosen === undefined) return;
        closeOffer();
        runEdit((context) => connect(context, { array, port: chosen.port }));
      }}
      onKey={(event, active) => {
        const chosen = active && portOf(active);
        if (event.key !== "Delete" || query !== "" || chosen?.holds === undefined) return false;
        closeOffer();
        runEdit((context) => disconnect(context, { port: chosen.port }));
        return true;
      }}
      aside={
        <span className="aside mono">
          <ShapeText value={value} />
        </span>
      }
      foot={
        <>
          <span>
            <span className="key">↵</span>connect
          </span>
          <span>
            <span className="key">Delete</span>take off what is there
          </span>
        </>
      }
    />
  );
}

function idOf({ port }: PortPlace): string {
  return `${port.node} ${port.operand}`;
}

function groupsOf(
  reading: Reading,
  { place }: Extract<Offer, { kind: "into" }>,
  ports: readonly PortPlace[],
  query: string,
): readonly ListGroup[] {
  const array = arrayRefOf(place);
  if (array === undefined) return [];
  const named = ports.map((port) => ({ port, title: port.title, words: [port.holds ?? ""] }));
  const rows = search(named, query).map(({ port }) => {
    const { gives, why } = outcomeOf(reading, array, port.port);
    const isHere = port.holds === array.array;
    const entry: ListEntry = {
      id: idOf(port),
      title: port.title,
      ...(port.holds !== undefined && { detail: isHere ? "is here" : `replaces ${port.holds}` }),
      ...(gives !== undefined && { after: <span className="mono">{gives}</span> }),
      ...(why !== undefined && { why }),
    };
    return { entry, isFree: port.holds === undefined };
  });
  const fitting = rows.filter(({ entry }) => entry.why === undefined);
  const entriesOf = (some: typeof rows): readonly ListEntry[] => some.map(({ entry }) => entry);
  return [
    { title: "Free", entries: entriesOf(fitting.filter(({ isFree }) => isFree)) },
    { title: "Taken", entries: entriesOf(fitting.filter(({ isFree }) => !isFree)) },
    {
      title: "Does not fit",
      entries: entriesOf(rows.filter(({ entry }) => entry.why !== undefined)),
    },
  ];
}
