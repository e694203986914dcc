import { crossedPieces, type Order } from "./crossings.ts";
import type { Grid, Piece } from "./grid.ts";
import type { Network } from "./network.ts";
import { lastOf } from "./row.ts";
import type { Work } from "./work.ts";

/**
 * Lanes of one array that follow each other without a crossing, by the first of them; a run goes on
 * through later copies of its array.
 */
export function runsOf(grid: Grid, order: Order, network: Network): Map<number, number[]> {
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
    const last = pieces.at(-1);
    if (last && !crossed.has(last)) run?.push(...lanesBehind(grid, network, crossed, last.to));
  }
  return runs;
}

/** The lanes that go on from a later copy before anything crosses them. */
function lanesBehind(
  grid: Grid,
  network: Network,
  crossed: ReadonlySet<Piece>,
  cell: number,
): readonly number[] {
  const lanes: number[] = [];
  let next = onwardLink(grid, network, cell);
  while (next !== undefined) {
    for (const piece of next) {
      if (crossed.has(piece)) return lanes;
      if (grid.cells[piece.to]?.node === undefined) lanes.push(piece.to);
    }
    next = onwardLink(grid, network, next.at(-1)?.to ?? cell);
  }
  return lanes;
}

function onwardLink(grid: Grid, network: Network, cell: number): readonly Piece[] | undefined {
  const onward = network.nodes[grid.cells[cell]?.node ?? -1]?.later?.onward;
  const piece = grid.after[cell]?.find(({ output }) => output === onward);
  return piece && grid.pieces[piece.link];
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
