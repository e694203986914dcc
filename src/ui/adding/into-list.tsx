import { type ReactNode, useMemo, useState } from "react";
import { disconnect } from "../../editor/edits/connect.ts";
import { type PortPlace, portsIn } from "../../editor/edits/port-places.ts";
import type { ArrayRef } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import { ShapeText } from "../inspector/shape-text.tsx";
import { runEdit } from "../run-edit.ts";
import type { Offer } from "./adding-store.ts";
import { closeOffer } from "./close-offer.ts";
import { join } from "./join.ts";
import { arrayRefOf } from "./place.ts";
import { search } from "./search.ts";
import { type ListEntry, type ListGroup, SearchList } from "./search-list.tsx";
import { useOutcomes } from "./use-outcomes.ts";

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
  const array = useMemo(() => arrayRefOf(place), [place]);
  const found = useMemo(() => foundPorts(ports, query), [ports, query]);
  const pairs = useMemo(
    () => (array === undefined ? [] : found.map(({ port }) => ({ array, port }))),
    [array, found],
  );
  const outcomes = useOutcomes(reading, pairs);
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
      groups={groupsOf(found, array, outcomes)}
      empty={ports.length === 0 ? "There is no operation yet." : "No port of that name."}
      onQuery={setQuery}
      onChoose={(entry) => {
        const chosen = portOf(entry);
        if (chosen === undefined) return;
        join(reading, array, chosen.port);
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

function foundPorts(ports: readonly PortPlace[], query: string): readonly PortPlace[] {
  const named = ports.map((port) => ({ port, title: port.title, words: [port.holds ?? ""] }));
  return search(named, query).map(({ port }) => port);
}

function groupsOf(
  ports: readonly PortPlace[],
  array: ArrayRef,
  outcomeFor: ReturnType<typeof useOutcomes>,
): readonly ListGroup[] {
  const rows = ports.map((place) => {
    const { holds, port, title } = place;
    const outcome = outcomeFor({ array, port });
    const detail = holds === array.array ? "is here" : `replaces ${holds}`;
    const entry: ListEntry = {
      id: idOf(place),
      title,
      ...(holds !== undefined && { detail }),
      ...(outcome?.gives !== undefined && { after: <span className="mono">{outcome.gives}</span> }),
      ...(outcome?.why !== undefined && { why: outcome.why }),
    };
    const isFree = holds === undefined;
    const heading =
      outcome === undefined
        ? "Not tried yet"
        : outcome.why !== undefined
          ? "Does not fit"
          : isFree
            ? "Free"
            : "Taken";
    return { entry, heading };
  });
  return ["Free", "Taken", "Not tried yet", "Does not fit"].map((title) => ({
    title,
    entries: rows.flatMap(({ entry, heading }) => (heading === title ? entry : [])),
  }));
}
