import type { Point } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { PlacedBundle } from "./placement.ts";

/** Closer than this a dashed line cannot be told from a strand beside it. */
const BESIDE = 0.3 * SPACING;

/** A line that would begin along the end of an array that nothing takes begins behind it, if enough is left. */
export function behindStubs(
  points: Point[],
  stubs: readonly PlacedBundle[],
  shortest: number,
): Point[][] {
  const [first, second, ...rest] = points;
  if (first === undefined || second === undefined) return [points];
  const beside = stubs.filter(
    ({ from, to }) =>
      from.x <= second.x &&
      to.x >= first.x &&
      from.heights.some((y) => Math.abs(y - first.y) < BESIDE),
  );
  if (beside.length === 0) return [points];
  const x = Math.max(...beside.map(({ to }) => to.x)) + BESIDE;
  const isLong = second.y === first.y && second.x - x >= shortest;
  return isLong ? [[{ ...first, x }, second, ...rest]] : [];
}
