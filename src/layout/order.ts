import { countCrossings, type Order } from "./crossings.ts";
import type { Grid, Piece } from "./grid.ts";
import type { Network } from "./network.ts";
import { NOTHING_WISHED, type WishedOrder } from "./wished-order.ts";

const SWEEPS = 8;
const EXCHANGE_ROUNDS = 24;

/** Orders every layer: depth-first, then mean positions and exchanges where they save crossings. */
export function orderOf(network: Network, grid: Grid, wished = NOTHING_WISHED): Order {
  let best = sortBranches(network, grid, asWished(depthFirst(network, grid), wished));
  let fewest = countCrossings(grid, best);
  let earlier: Order | undefined;
  let current = best;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const next = sortBranches(network, grid, meanPositions(grid, current, sweep % 2 === 0, wished));
    // From here on the sweeps would only go round.
    if (earlier && sameLayers(next, earlier)) break;
    earlier = current;
    current = next;
    const crossings = countCrossings(grid, current);
    if (crossings < fewest) {
      best = current;
      fewest = crossings;
    }
  }
  if (fewest === 0) return best;
  const exchanged = sortBranches(network, grid, exchange(grid, best, wished));
  return countCrossings(grid, exchanged) < fewest ? exchanged : best;
}

/** The same order with the author's wishes kept. */
export function asWished({ layers, after }: Order, wished: WishedOrder): Order {
  return { layers: layers.map(wished.sorted), after };
}

function sameLayers(a: Order, b: Order): boolean {
  return a.layers.every((cells, layer) =>
    cells.every((cell, place) => cell === b.layers[layer]?.[place]),
  );
}

/**
 * From the outputs through the operands in order; a cell is appended to its layer when all its
 * inputs have been.
 */
export function depthFirst(network: Network, grid: Grid): Order {
  const layers: number[][] = Array.from({ length: grid.layers }, () => []);
  const seen = new Uint8Array(grid.cells.length);
  const visit = (root: number) => {
    const stack: { cell: number; next: number }[] = [{ cell: root, next: 0 }];
    seen[root] = 1;
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const piece = grid.before[top.cell]?.[top.next++];
      if (piece === undefined) {
        layers[grid.cells[top.cell]?.layer ?? 0]?.push(top.cell);
        stack.pop();
      } else if (!seen[piece.from]) {
        seen[piece.from] = 1;
        stack.push({ cell: piece.from, next: 0 });
      }
    }
  };
  network.nodes.forEach((node, cell) => {
    if (node.role === "exit" && !seen[cell]) visit(cell);
  });
  grid.cells.forEach((_, cell) => {
    if (!seen[cell] && (grid.after[cell] ?? []).length === 0) visit(cell);
  });
  return { layers, after: grid.after };
}

/** Puts the branches of every copy into the order of where they go. */
export function sortBranches(network: Network, grid: Grid, order: Order): Order {
  const position = positionsOf(grid, order);
  const after = [...order.after];
  network.nodes.forEach((node, cell) => {
    if (node.role !== "copy") return;
    after[cell] = [...(order.after[cell] ?? [])].sort(
      (a, b) => (position[a.to] ?? 0) - (position[b.to] ?? 0) || a.input - b.input,
    );
  });
  return { layers: order.layers, after };
}

function positionsOf(grid: Grid, order: Order): Int32Array {
  const position = new Int32Array(grid.cells.length);
  for (const layer of order.layers) {
    layer.forEach((cell, index) => {
      position[cell] = index;
    });
  }
  return position;
}

function meanPositions(grid: Grid, order: Order, rightwards: boolean, wished: WishedOrder): Order {
  const layers = order.layers.map((layer) => [...layer]);
  const position = positionsOf(grid, order);
  const mean = (cell: number): number => {
    const pieces = (rightwards ? grid.before[cell] : order.after[cell]) ?? [];
    if (pieces.length === 0) return position[cell] ?? 0;
    let sum = 0;
    for (const piece of pieces) {
      const other = rightwards ? piece.from : piece.to;
      const port = rightwards ? (order.after[other] ?? []).indexOf(piece) : piece.input;
      sum += (position[other] ?? 0) + 0.01 * port;
    }
    return sum / pieces.length;
  };
  for (let step = 1; step < layers.length; step++) {
    const index = rightwards ? step : layers.length - 1 - step;
    const keyed = (layers[index] ?? []).map((cell) => ({ cell, key: mean(cell) }));
    keyed.sort((a, b) => a.key - b.key);
    layers[index] = [...wished.sorted(keyed.map(({ cell }) => cell))];
    layers[index]?.forEach((cell, place) => {
      position[cell] = place;
    });
  }
  return { layers, after: order.after };
}

/** Swaps neighbours of one layer while that saves crossings in the two gaps beside it. */
export function exchange(grid: Grid, order: Order, wished = NOTHING_WISHED): Order {
  const layers = order.layers.map((layer) => [...layer]);
  const after = order.after;
  const position = positionsOf(grid, order);
  const port = new Int32Array(grid.count);
  for (const list of after) {
    list.forEach((piece, index) => {
      port[piece.number] = index;
    });
  }
  const sourceKey = (piece: Piece) =>
    (position[piece.from] ?? 0) * 1024 + (port[piece.number] ?? 0);
  const targetKey = (piece: Piece) => (position[piece.to] ?? 0) * 1024 + piece.input;
  const saved = (upper: number, lower: number): number =>
    inversions(grid.before[upper] ?? [], grid.before[lower] ?? [], sourceKey) +
    inversions(after[upper] ?? [], after[lower] ?? [], targetKey);
  for (let round = 0; round < EXCHANGE_ROUNDS; round++) {
    let swapped = false;
    for (const layer of layers) {
      for (let i = 0; i + 1 < layer.length; i++) {
        const upper = layer[i] ?? 0;
        const lower = layer[i + 1] ?? 0;
        if (saved(upper, lower) <= 0 || wished.isFixed(upper, lower)) continue;
        layer[i] = lower;
        layer[i + 1] = upper;
        position[lower] = i;
        position[upper] = i + 1;
        swapped = true;
      }
    }
    if (!swapped) break;
  }
  return { layers, after };
}

/** Crossings of two cells' pieces as they stand, less those after a swap. */
function inversions(
  upper: readonly Piece[],
  lower: readonly Piece[],
  key: (piece: Piece) => number,
): number {
  let difference = 0;
  for (const a of upper) {
    for (const b of lower) {
      difference += Math.sign(key(a) - key(b)) * a.strands * b.strands;
    }
  }
  return difference;
}
