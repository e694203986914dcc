import type { Shape } from "../../shapes/axis.ts";
import type { OpCall } from "../ops/op.ts";
import type { Crossing, Value } from "./diagram.ts";

/** What the walls of a loop let through, with another value for each. */
export function mapCrossing(crossing: Crossing, map: (value: Value) => Value): Crossing {
  switch (crossing.kind) {
    case "read":
      return { ...crossing, outer: map(crossing.outer) };
    case "carry": {
      const { start, inner, next, final } = crossing;
      return {
        kind: "carry",
        start: map(start),
        inner: map(inner),
        next: map(next),
        final: map(final),
      };
    }
    default:
      return { ...crossing, outer: map(crossing.outer), inner: map(crossing.inner) };
  }
}

/** The axes that stand in the brackets of a call, list by list, with other ones for each list. */
export function mapBrackets(
  { targets, results, over, groups }: OpCall,
  map: (axes: Shape) => Shape,
): Pick<OpCall, "targets" | "results" | "over" | "groups"> {
  return {
    targets: map(targets),
    results: map(results),
    ...(over && {
      over: { axes: map(over.axes), ...(over.results && { results: map(over.results) }) },
    }),
    ...(groups && {
      groups: { targets: groups.targets.map(map), results: groups.results.map(map) },
    }),
  };
}
