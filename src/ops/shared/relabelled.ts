import type { RelabelSpec } from "../../draw/forms/relabel.ts";
import type { DrawnCall } from "../op.ts";
import { drawnArrays, firstResult } from "./drawn-arrays.ts";

/** The strands of a call that changes axes one by one; a target without a result stays itself. */
export function relabelled(call: DrawnCall): RelabelSpec {
  return {
    axes: drawnArrays(call)[0]?.axes ?? [],
    changes: call.targets.map((before, i) => ({ before, after: call.resultAxes[i] ?? before })),
    output: firstResult(call),
    label: call.label,
  };
}
