import { type ReactNode, useState } from "react";
import { portsIn } from "../../editor/edits/port-places.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Offer } from "./adding-store.ts";
import { insertBefore } from "./inserting.ts";
import { search } from "./search.ts";
import { type ListEntry, SearchList } from "./search-list.tsx";
import { portKey } from "./wiring-store.ts";

/** Asks in front of which readers of an array an operation is to be inserted: all of them, or one. */
export function WhichList({
  offer,
  reading,
}: {
  readonly offer: Extract<Offer, { kind: "which" }>;
  readonly reading: Reading;
}): ReactNode {
  const { addable, place, ends } = offer;
  const [query, setQuery] = useState("");
  const places = portsIn(reading, place.into.definition);
  const lineOf = ({ node }: PortRef): string => node.split("/").at(-1)?.split(".")[0] ?? node;
  const ones = ends.map((port): ListEntry & { readonly words: readonly string[] } => {
    const title = places.find((each) => portKey(each.port) === portKey(port))?.title ?? port.node;
    return { id: portKey(port), title, detail: `in ${lineOf(port)}`, words: [lineOf(port)] };
  });
  const all: ListEntry & { readonly words: readonly string[] } = {
    id: ALL,
    title: ends.length === 2 ? "Both" : `All ${ends.length}`,
    words: ["all", "both"],
  };
  return (
    <SearchList
      autoFocus
      label="In front of which"
      placeholder={`${addable.title} in front of…`}
      query={query}
      groups={[{ title: "In front of", entries: search([all, ...ones], query) }]}
      empty="The array goes nowhere of that name."
      onQuery={setQuery}
      onChoose={({ id }) => {
        const some = id === ALL ? ends : ends.filter((port) => portKey(port) === id);
        insertBefore(addable, place, some);
      }}
      foot={
        <>
          <span>
            <span className="key">↵</span>insert
          </span>
          <span>
            <span className="key">Esc</span>leave as it is
          </span>
        </>
      }
    />
  );
}

const ALL = "all";
