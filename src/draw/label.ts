import type { TextRole } from "./mark.ts";
import { DOUBLE_OFFSET } from "./parallel.ts";
import { SPACING } from "./slab.ts";
import { textSize } from "./theme.ts";
import { typeset, typesetTitle } from "./typeset.ts";

/** How far a label stands above its strand, and how far its descenders stay away from it. */
const LIFT = 0.125 * SPACING;
const CLEARANCE = 1.4;
/** The room above a strand: what lies higher touches the strand above. */
export const NAME_ROOM = 0.9 * SPACING;

/** The room that a text takes, in user units from the left end of its baseline. */
export function measureText(
  text: string,
  role: TextRole,
): { readonly width: number; readonly height: number; readonly depth: number } {
  const size = textSize(role);
  const { width, height, depth } = role === "title" ? typesetTitle(text) : typeset(text);
  return { width: width * size, height: height * size, depth: depth * size };
}

/**
 * The baseline of an axis label above its strand at height `y`: what hangs below it does not touch
 * the strand, unless the label is taller than the room between two strands.
 */
export function labelBaseline(tex: string, y: number): number {
  return y - lift(tex);
}

function lift(tex: string): number {
  const { height, depth } = measureText(tex, "axis");
  return Math.max(LIFT, Math.min(depth + CLEARANCE, NAME_ROOM - height));
}

/** How much higher a label stands where its strand is a double wire, as far as there is room for it. */
export function liftOverDouble(tex: string): number {
  const { height } = measureText(tex, "axis");
  return Math.min(DOUBLE_OFFSET, Math.max(0, NAME_ROOM + 1 - lift(tex) - height));
}
