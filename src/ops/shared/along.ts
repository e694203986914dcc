import type { Entries } from "../../../shapes/array-type.ts";
import type { Axis } from "../../../shapes/axis.ts";
import type { BracketSpec, Inferred, OpCall } from "../op.ts";
import { namesOf } from "./axes.ts";
import { REAL } from "./entries.ts";

/** One or more axes to work along, which stay. */
export const ALONG_BRACKETS: BracketSpec = { targets: "some", results: "none", options: {} };

/** What an operation infers that works along its targets, keeps them and gives real numbers. */
export function along(call: OpCall): Inferred {
  return keeping(call.targets, REAL);
}

/** What an operation of one array infers that works along axes and leaves each in its place. */
export function keeping(axes: readonly Axis[], entries: Entries): Inferred {
  const names = namesOf(axes);
  return { consumed: [names], results: [{ axes, entries, places: names }] };
}
