import { concatenation } from "../../draw/forms/concatenation.ts";
import type { Slab } from "../../draw/slab.ts";
import type { DrawnCall } from "../op.ts";
import { axesOf, drawnArrays, firstResult } from "./drawn-arrays.ts";
import { sourceGlyph } from "./source.ts";

/** The bar where arrays meet that become one along an axis, with the strand of each that ends there. */
export function joinedAlong(call: DrawnCall, result: string): Slab {
  const arrays = drawnArrays(call);
  if (arrays.length === 0) return sourceGlyph(call, "\\ldots");
  return concatenation({
    operands: axesOf(arrays),
    parts: arrays.map((array) => array.consumed[0]),
    result,
    output: firstResult(call),
    label: call.label,
  });
}
