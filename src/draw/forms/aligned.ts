import { type Heights, SPACING } from "../slab.ts";

/**
 * Heights of strands of which some have a wish: the first of those gets it, strands above it line up
 * from there, and the ones below go down no further than they must.
 */
export function alignedHeights(wishes: readonly (number | undefined)[], fallback: number): Heights {
  const anchor = Math.max(
    0,
    wishes.findIndex((wish) => wish !== undefined),
  );
  let previous = (wishes[anchor] ?? fallback) - (anchor + 1) * SPACING;
  return wishes.map((wish) => {
    previous = Math.max(wish ?? previous + SPACING, previous + SPACING);
    return previous;
  });
}
