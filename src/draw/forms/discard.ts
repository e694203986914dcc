import { line } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Heights, SPACING } from "../slab.ts";

const OVERHANG = 0.2 * SPACING;

/**
 * The bar on which the strands of an array end that nobody uses, so that their end is not read as a
 * sum: the part that each strand has of it, from the strand above.
 */
export function discardBar(x: number, heights: Heights): readonly Mark[] {
  return heights.map((y, i) => {
    const top = heights[i - 1] ?? y - OVERHANG;
    const bottom = i === heights.length - 1 ? y + OVERHANG : y;
    return { kind: "path", path: line({ x, y: top }, { x, y: bottom }), stroke: "outline" };
  });
}
