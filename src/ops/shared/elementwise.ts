import { elementwise as arrowed } from "../../draw/forms/elementwise.ts";
import { source } from "../../draw/forms/source.ts";
import type { Slab } from "../../draw/slab.ts";
import type { BracketSpec, DrawnCall, Inferred, OpCall } from "../op.ts";
import { drawnArrays, firstResult } from "./drawn-arrays.ts";
import { commonEntries, REAL } from "./entries.ts";
import { shapeKept } from "./shape-kept.ts";

/** A call without brackets: every axis passes, by name. */
export const NO_BRACKETS: BracketSpec = { targets: "none", results: "none", options: {} };

/** What an elementwise operation infers: no axis ends and none is new. */
export function elementwise(call: OpCall, entries: Inferred["results"][0]["entries"]): Inferred {
  return { consumed: call.operands.map(() => []), results: [{ axes: [], entries }] };
}

/** Elementwise with real results, the rule of arithmetic for every kind of entries. */
export function arithmetic(call: OpCall): Inferred {
  return elementwise(call, REAL);
}

/** Elementwise where every entry is one of the entries that came in. */
export function choosing(call: OpCall): Inferred {
  const arrays = call.operands.filter((_, i) => !call.scalars?.[i]);
  return elementwise(call, commonEntries(arrays.map((array) => array.entries)) ?? REAL);
}

/** ➤f➤ over the array, which passes by; `tex` is the function. */
export function floatGlyph(call: DrawnCall, tex: string): Slab {
  return drawnArrays(call).length > 0
    ? shapeKept(call, (axes) => arrowed({ axes, text: tex }))
    : source({ axes: firstResult(call), text: tex, label: call.label });
}
