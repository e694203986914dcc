import { describe, expect, it } from "vitest";
import { networkOf } from "../../src/layout/copies.ts";
import { countCrossings, crossedPieces, type Order } from "../../src/layout/crossings.ts";
import { orderWithElk } from "../../src/layout/elk-order.ts";
import type { LayoutGraph } from "../../src/layout/graph.ts";
import { type Grid, gridOf, type Piece } from "../../src/layout/grid.ts";
import { depthFirst, exchange, orderOf, sortBranches } from "../../src/layout/order.ts";
import { encoder, encoderDecoder, lstm, multiHead, randomGraph, sdpa } from "../support/figures.ts";
import { elementwise } from "../support/slabs.ts";

function prepared({ items }: LayoutGraph) {
  const network = networkOf(items);
  const grid = gridOf(network);
  return { network, grid, order: orderOf(network, grid) };
}

/** Pairs of crossing pieces, one against the other. */
function crossingPairs(grid: Grid, order: Order): [Piece, Piece][] {
  const place = new Map<number, number>();
  for (const layer of order.layers)
    for (const [index, cell] of layer.entries()) place.set(cell, index);
  const leaves = (piece: Piece) =>
    (place.get(piece.from) ?? 0) * 100 + (order.after[piece.from] ?? []).indexOf(piece);
  const arrives = (piece: Piece) => (place.get(piece.to) ?? 0) * 100 + piece.input;
  const pieces = grid.pieces.flat();
  return pieces.flatMap((a, index) =>
    pieces.slice(index + 1).flatMap((b): [Piece, Piece][] => {
      if (grid.cells[a.from]?.layer !== grid.cells[b.from]?.layer) return [];
      return (leaves(a) - leaves(b)) * (arrives(a) - arrives(b)) < 0 ? [[a, b]] : [];
    }),
  );
}

function sameCells(grid: Grid, order: Order): void {
  expect(order.layers).toHaveLength(grid.layers);
  order.layers.forEach((layer, index) => {
    const expected = grid.cells.flatMap((cell, id) => (cell.layer === index ? [id] : []));
    expect([...layer].sort((a, b) => a - b)).toEqual(expected);
  });
}

describe("crossings", () => {
  it("count strands of crossing bundles as all pairs do", () => {
    for (let seed = 0; seed < 8; seed++) {
      const { grid, order } = prepared(randomGraph(seed, 30));
      const pairs = crossingPairs(grid, order);
      const strands = pairs.reduce((sum, [a, b]) => sum + a.strands * b.strands, 0);
      expect(countCrossings(grid, order)).toBe(strands);
      expect(crossedPieces(grid, order)).toEqual(new Set(pairs.flat()));
    }
  });
});

describe("orderOf", () => {
  it("keeps operands in their order from the depth-first walk alone", () => {
    for (const graph of [sdpa(), multiHead(), multiHead(["b"]), encoder()]) {
      const network = networkOf(graph.items);
      const grid = gridOf(network);
      expect(countCrossings(grid, sortBranches(network, grid, depthFirst(network, grid)))).toBe(0);
    }
  });

  it("holds every cell of every layer once and never crosses more than depth-first", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { network, grid, order } = prepared(randomGraph(seed, 40));
      sameCells(grid, order);
      const first = sortBranches(network, grid, depthFirst(network, grid));
      expect(countCrossings(grid, order)).toBeLessThanOrEqual(countCrossings(grid, first));
    }
  });

  it("reaches what sweeps and exchanges can where depth-first crosses", () => {
    const { network, grid, order } = prepared(encoderDecoder());
    const first = sortBranches(network, grid, depthFirst(network, grid));
    expect(countCrossings(grid, first)).toBe(36);
    expect(countCrossings(grid, order)).toBe(27);
    const cell = prepared(lstm());
    expect(countCrossings(cell.grid, cell.order)).toBe(8);
  });

  it("never makes more crossings by exchanging neighbours", () => {
    for (let seed = 0; seed < 12; seed++) {
      const { network, grid } = prepared(randomGraph(seed, 40));
      const first = sortBranches(network, grid, depthFirst(network, grid));
      const exchanged = exchange(grid, first);
      expect(countCrossings(grid, exchanged)).toBeLessThanOrEqual(countCrossings(grid, first));
    }
  });

  it.each(["ff 0 down", "att 0 K", "sum 1 a"])(
    "keeps the order of everything else when a slab is put before %s",
    (id) => {
      const figure = encoder(2, "stream first");
      const before = prepared(figure);
      const after = prepared(withSlabBefore(figure, id));
      const changed = neighbours(after).filter((pair) => neighbours(before).includes(flip(pair)));
      expect(changed).toEqual([]);
    },
  );
});

function withSlabBefore({ items }: LayoutGraph, id: string): LayoutGraph {
  return {
    items: items.flatMap((item) => {
      const [array = "", ...rest] = item.inputs;
      const [axes = []] = item.slab.inputs;
      if (item.id !== id) return [item];
      return [
        {
          id: "extra",
          inputs: [array],
          outputs: ["extra"],
          slab: elementwise(axes),
          role: "inner" as const,
        },
        { ...item, inputs: ["extra", ...rest] },
      ];
    }),
  };
}

/** Pairs of slabs of one layer, the upper first. */
function neighbours({ network, order }: ReturnType<typeof prepared>): string[] {
  return order.layers.flatMap((layer) => {
    const ids = layer.flatMap((cell) => network.nodes[cell]?.id ?? []);
    return ids.flatMap((upper, index) => ids.slice(index + 1).map((lower) => `${upper}|${lower}`));
  });
}

function flip(pair: string): string {
  return pair.split("|").reverse().join("|");
}

describe("orderWithElk", () => {
  it("keeps every slab and lane in its layer", async () => {
    for (let seed = 0; seed < 6; seed++) {
      const { network, grid } = prepared(randomGraph(seed, 30));
      const order = await orderWithElk(network, grid);
      sameCells(grid, order);
    }
  });

  it("finds an order without crossings where there is one", async () => {
    for (const graph of [sdpa(), multiHead(["b"]), encoder()]) {
      const { network, grid } = prepared(graph);
      expect(countCrossings(grid, await orderWithElk(network, grid))).toBe(0);
    }
  });
});
