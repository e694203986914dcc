import { useEffect, useMemo, useState } from "react";
import type { ArrayRef, PortRef } from "../../editor/edits/scope.ts";
import { type Outcome, outcomeOf } from "../../editor/outcome.ts";
import type { Reading } from "../../editor/reading.ts";
import { portKey } from "./wiring-store.ts";

/** A connection that may be tried. */
export interface Pair {
  readonly array: ArrayRef;
  readonly port: PortRef;
}

/** For how long connections are tried before the page goes on, in milliseconds. */
const FIRST = 40;
const SLICE = 12;

/** What each connection would make, as it becomes known: at once in small diagrams. */
export function useOutcomes(
  reading: Reading,
  pairs: readonly Pair[],
): (pair: Pair) => Outcome | undefined {
  const [later, setLater] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const first = useMemo(() => {
    const outcomes = new Map<string, Outcome>();
    tryFor(FIRST, reading, pairs, outcomes);
    return outcomes;
  }, [reading, pairs]);
  useEffect(() => {
    let isWanted = true;
    const outcomes = new Map(first);
    const goOn = async (): Promise<void> => {
      while (isWanted && outcomes.size < pairs.length) {
        await new Promise((resolve) => setTimeout(resolve));
        if (!isWanted) return;
        tryFor(SLICE, reading, pairs, outcomes);
        setLater(new Map(outcomes));
      }
    };
    void goOn();
    return () => {
      isWanted = false;
    };
  }, [reading, pairs, first]);
  return (pair) => first.get(pairKey(pair)) ?? later.get(pairKey(pair));
}

function tryFor(
  milliseconds: number,
  reading: Reading,
  pairs: readonly Pair[],
  outcomes: Map<string, Outcome>,
): void {
  const start = performance.now();
  for (const pair of pairs) {
    if (outcomes.has(pairKey(pair))) continue;
    outcomes.set(pairKey(pair), outcomeOf(reading, pair.array, pair.port));
    if (performance.now() - start > milliseconds) return;
  }
}

function pairKey({ array, port }: Pair): string {
  return `${array.array} ${portKey(port)}`;
}
