import type { Grid, Piece } from "./grid.ts";

/** Which cells stand in each layer, top to bottom, and which piece leaves each cell where. */
export interface Order {
  readonly layers: readonly (readonly number[])[];
  /** As in the grid, but with the branches of copies sorted. */
  readonly after: readonly (readonly Piece[])[];
}

/** Per piece, its place among those that arrive at the same layer, top to bottom. */
function ranksOf(grid: Grid, order: Order): Int32Array {
  const ranks = new Int32Array(grid.count);
  for (const cells of order.layers) {
    let next = 0;
    for (const cell of cells) {
      for (const piece of grid.before[cell] ?? []) ranks[piece.number] = next++;
    }
  }
  return ranks;
}

/** Pairs of strands that cross anywhere; bundles count the product of their strands. */
export function countCrossings(grid: Grid, order: Order): number {
  const ranks = ranksOf(grid, order);
  let total = 0;
  for (const cells of order.layers) total += crossingsBehind(order, cells, ranks);
  return total;
}

/** Pairs of strands that cross in the gap behind these cells of a layer. */
function crossingsBehind(order: Order, cells: readonly number[], ranks: Int32Array): number {
  let highest = -1;
  let size = 0;
  let isSorted = true;
  for (const cell of cells) {
    for (const piece of order.after[cell] ?? []) {
      const rank = ranks[piece.number] ?? 0;
      isSorted &&= rank > highest;
      highest = Math.max(highest, rank);
      size++;
    }
  }
  if (isSorted) return 0;
  const tree = new Float64Array(Math.max(size, highest + 1) + 1);
  let total = 0;
  let seen = 0;
  for (const cell of cells) {
    for (const { number, strands } of order.after[cell] ?? []) {
      const rank = ranks[number] ?? 0;
      let below = 0;
      for (let i = rank + 1; i > 0; i -= i & -i) below += tree[i] ?? 0;
      total += strands * (seen - below);
      seen += strands;
      for (let i = rank + 1; i < tree.length; i += i & -i) tree[i] = (tree[i] ?? 0) + strands;
    }
  }
  return total;
}

/** The pieces that cross another one, whatever its number of strands. */
export function crossedPieces(grid: Grid, order: Order): ReadonlySet<Piece> {
  const crossed = new Set<Piece>();
  const ranks = ranksOf(grid, order);
  for (const cells of order.layers) {
    const pieces = cells.flatMap((cell) => order.after[cell] ?? []);
    let highest = -1;
    for (const piece of pieces) {
      const rank = ranks[piece.number] ?? 0;
      if (rank < highest) crossed.add(piece);
      highest = Math.max(highest, rank);
    }
    let lowest = grid.count;
    for (const piece of pieces.reverse()) {
      const rank = ranks[piece.number] ?? 0;
      if (rank > lowest) crossed.add(piece);
      lowest = Math.min(lowest, rank);
    }
  }
  return crossed;
}
