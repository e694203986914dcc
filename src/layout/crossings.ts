import type { Grid, Piece } from "./grid.ts";

/** Which cells stand in each layer, top to bottom, and which piece leaves each cell where. */
export interface Order {
  readonly layers: readonly (readonly number[])[];
  /** As in the grid, but with the branches of copies sorted. */
  readonly after: readonly (readonly Piece[])[];
}

/** The pieces of the gap behind a layer from top to bottom, with their ranks at the other side. */
function gapOf(
  grid: Grid,
  order: Order,
  layer: number,
): { readonly pieces: readonly Piece[]; readonly ranks: readonly number[] } {
  const rank = new Map<Piece, number>();
  for (const cell of order.layers[layer + 1] ?? []) {
    for (const piece of grid.before[cell] ?? []) rank.set(piece, rank.size);
  }
  const pieces = (order.layers[layer] ?? []).flatMap((cell) => order.after[cell] ?? []);
  return { pieces, ranks: pieces.map((piece) => rank.get(piece) ?? 0) };
}

/** Pairs of strands that cross in the gap behind a layer. */
function crossingsBehind(grid: Grid, order: Order, layer: number): number {
  const { pieces, ranks } = gapOf(grid, order, layer);
  const size = pieces.length;
  const tree = new Float64Array(size + 1);
  let total = 0;
  let seen = 0;
  pieces.forEach((piece, index) => {
    const rank = ranks[index] ?? 0;
    let below = 0;
    for (let i = rank + 1; i > 0; i -= i & -i) below += tree[i] ?? 0;
    total += piece.strands * (seen - below);
    seen += piece.strands;
    for (let i = rank + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + piece.strands;
  });
  return total;
}

/** Pairs of strands that cross anywhere; bundles count the product of their strands. */
export function countCrossings(grid: Grid, order: Order): number {
  let total = 0;
  for (let layer = 0; layer + 1 < grid.layers; layer++) {
    total += crossingsBehind(grid, order, layer);
  }
  return total;
}

/** The pieces that cross another one, whatever its number of strands. */
export function crossedPieces(grid: Grid, order: Order): ReadonlySet<Piece> {
  const crossed = new Set<Piece>();
  for (let layer = 0; layer + 1 < grid.layers; layer++) {
    const { pieces, ranks } = gapOf(grid, order, layer);
    let highest = -1;
    pieces.forEach((piece, index) => {
      const rank = ranks[index] ?? 0;
      if (rank < highest) crossed.add(piece);
      highest = Math.max(highest, rank);
    });
    let lowest = pieces.length;
    for (let index = pieces.length - 1; index >= 0; index--) {
      const rank = ranks[index] ?? 0;
      const piece = pieces[index];
      if (piece && rank > lowest) crossed.add(piece);
      lowest = Math.min(lowest, rank);
    }
  }
  return crossed;
}
