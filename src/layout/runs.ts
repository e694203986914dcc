import { crossedPieces, type Order } from "./crossings.ts";
import type { Grid, Piece } from "./grid.ts";
import { lastOf } from "./row.ts";
import type { Work } from "./work.ts";

/** Lanes of one array that follow each other without a crossing, by the first of them. */
export function runsOf(grid: Grid, order: Order): Map<number, number[]> {
  const crossed = crossedPieces(grid, order);
  const runs = new Map<number, number[]>();
  for (const pieces of grid.pieces) {
    let run: number[] | undefined;
    pieces.slice(0, -1).forEach((piece, index) => {
      if (run === undefined || crossed.has(piece)) {
        const afterMaker = index === 0 && !crossed.has(piece);
        run = [];
        // A lane straight behind a slab follows that slab.
        if (!afterMaker || startsFree(grid, piece)) runs.set(piece.to, run);
      }
      run.push(piece.to);
    });
  }
  return runs;
}

function startsFree(grid: Grid, piece: Piece): boolean {
  return (grid.before[piece.from] ?? []).length === 0 || (grid.after[piece.from] ?? []).length > 1;
}

/** How deep every run of lanes has come, by its first lane. */
export function lowestOf(work: Work): Map<number, number> {
  const lowest = new Map<number, number>();
  for (const [first, lanes] of work.runs) {
    let depth = Number.NEGATIVE_INFINITY;
    for (const lane of lanes) {
      const row = work.left[lane]?.[0];
      if (row) depth = Math.max(depth, lastOf(row));
    }
    if (Number.isFinite(depth)) lowest.set(first, depth);
  }
  return lowest;
}
