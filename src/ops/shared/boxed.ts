import { box } from "../../draw/forms/box.ts";
import type { Slab } from "../../draw/slab.ts";
import type { DrawnCall } from "../op.ts";
import { attached, enteringArrays } from "./drawn-arrays.ts";

/** A plain box with a name on the strands that an operation takes and gives. */
export function boxedGlyph(call: DrawnCall, text: string): Slab {
  const { results, label } = call;
  return box({ inputs: attached(enteringArrays(call)), outputs: results, text, label });
}
