import type { BracketSpec, Inferred, OpCall } from "../op.ts";
import { namesOf } from "./axes.ts";
import { REAL } from "./entries.ts";

/** One or more axes to work along, which stay. */
export const ALONG_BRACKETS: BracketSpec = { targets: "some", results: "none", options: {} };

/** What an operation infers that works along its targets, keeps them and gives real numbers. */
export function along(call: OpCall): Inferred {
  return {
    consumed: [namesOf(call.targets)],
    results: [{ axes: call.targets, entries: REAL }],
  };
}
