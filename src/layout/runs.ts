import { crossedPieces, type Order } from "./crossings.ts";
import type { Grid, Piece } from "./grid.ts";
import type { Network } from "./network.ts";
import { lastOf } from "./row.ts";
import type { Work } from "./work.ts";

/**
 * Stretches of one array that follow each other without a crossing, by the lane that they begin
 * with; a run goes on through later copies of its array and ends with the slab that takes it.
 */
export type Runs = ReadonlyMap<number, readonly Piece[]>;

export function runsOf(grid: Grid, order: Order, network: Network): Runs {
  const crossed = crossedPieces(grid, order);
  const runs = new Map<number, Piece[]>();
  for (const pieces of grid.pieces) {
    let run: Piece[] | undefined;
    pieces.slice(0, -1).forEach((piece, index) => {
      if (run === undefined || crossed.has(piece)) {
        const afterMaker = index === 0 && !crossed.has(piece);
        run = [];
        // A lane straight behind a slab follows that slab.
        if (!afterMaker || startsFree(grid, piece)) runs.set(piece.to, run);
      }
      run.push(piece);
    });
    run?.push(...endOfRun(grid, network, crossed, pieces.at(-1)));
  }
  return runs;
}

/** From the last piece of a link on, through later copies, up to the first crossing. */
function endOfRun(
  grid: Grid,
  network: Network,
  crossed: ReadonlySet<Piece>,
  last: Piece | undefined,
): readonly Piece[] {
  const end: Piece[] = [];
  let next: readonly Piece[] = last ? [last] : [];
  while (next.length > 0) {
    for (const piece of next) {
      if (crossed.has(piece)) return end;
      end.push(piece);
    }
    next = onwardLink(grid, network, next.at(-1)?.to ?? -1);
  }
  return end;
}

function onwardLink(grid: Grid, network: Network, cell: number): readonly Piece[] {
  const onward = network.nodes[grid.cells[cell]?.node ?? -1]?.later?.onward;
  const piece = grid.after[cell]?.find(({ output }) => output === onward);
  return (piece && grid.pieces[piece.link]) ?? [];
}

function startsFree(grid: Grid, piece: Piece): boolean {
  return (grid.before[piece.from] ?? []).length === 0 || (grid.after[piece.from] ?? []).length > 1;
}

/** How deep every run of lanes has come, by its first lane. */
export function lowestOf(work: Work): Map<number, number> {
  const lowest = new Map<number, number>();
  for (const [first, pieces] of work.runs) {
    let depth = Number.NEGATIVE_INFINITY;
    for (const { to, input } of pieces) {
      const row = work.left[to]?.[input];
      if (row) depth = Math.max(depth, lastOf(row));
    }
    if (Number.isFinite(depth)) lowest.set(first, depth);
  }
  return lowest;
}
