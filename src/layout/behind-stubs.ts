import type { Point } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { type Columns, STUB } from "./columns.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grid.ts";
import { heightsOf } from "./row.ts";
import type { Rows } from "./work.ts";

/** Closer than this a dashed line cannot be told from a strand beside it. */
const BESIDE = 0.3 * SPACING;

/** Where an array that nothing takes ends behind its slab. */
export interface Stub {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** The ends of all arrays that nothing takes. */
export function stubsOf(grid: Grid, frame: Frame, rows: Rows, columns: Columns): Stub[] {
  return grid.cells.flatMap((_, cell) =>
    (rows.right[cell] ?? []).flatMap((row, output): Stub[] => {
      if (frame.after[cell]?.[output] !== undefined) return [];
      const from = (columns.left[cell] ?? 0) + (columns.drawings[cell]?.width ?? 0);
      return heightsOf(row).map((y) => ({ from, to: from + STUB, y }));
    }),
  );
}

/** A line that would begin along the end of such an array begins behind it, if enough is left. */
export function behindStubs(points: Point[], stubs: readonly Stub[], shortest: number): Point[][] {
  const [first, second, ...rest] = points;
  if (first === undefined || second === undefined) return [points];
  const beside = stubs.filter(
    ({ from, to, y }) => Math.abs(y - first.y) < BESIDE && from <= second.x && to >= first.x,
  );
  if (beside.length === 0) return [points];
  const x = Math.max(...beside.map(({ to }) => to)) + BESIDE;
  const isLong = second.y === first.y && second.x - x >= shortest;
  return isLong ? [[{ ...first, x }, second, ...rest]] : [];
}
