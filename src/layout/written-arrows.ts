import type { Point } from "../draw/path.ts";
import type { SlabDrawing } from "../draw/slab.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grid.ts";

/** A contraction and the factor right behind it, which is written above the arrow of its cup. */
export interface WrittenArrow {
  /** The cells of both. */
  readonly from: number;
  readonly to: number;
  /** Where the arrow begins in the slab of the contraction. */
  readonly arrow: Point;
}

/** The arrows of a figure that are written on: nothing but a gap lies between contraction and factor. */
export function writtenArrows(
  grid: Grid,
  { stands }: Frame,
  drawings: readonly (SlabDrawing | undefined)[],
): readonly WrittenArrow[] {
  return grid.pieces.flatMap(([piece, ...more]) => {
    if (piece === undefined || more.length > 0) return [];
    const { from, to } = piece;
    const arrow = drawings[from]?.arrow;
    const isWritten = stands[from]?.slab.opened && stands[to]?.slab.written;
    return arrow !== undefined && isWritten ? [{ from, to, arrow }] : [];
  });
}
