import type { Network } from "./network.ts";

/** What stands in one layer: a node, or the lane of an array that passes. */
export interface Cell {
  readonly layer: number;
  /** The number of the node; absent for a lane. */
  readonly node?: number;
  /** The number of the link that a lane belongs to. */
  readonly link?: number;
}

/** The part of a link in the gap between two neighbouring layers. */
export interface Piece {
  /** Its place among all pieces of the grid. */
  readonly number: number;
  readonly link: number;
  readonly from: number;
  readonly output: number;
  readonly to: number;
  readonly input: number;
  readonly strands: number;
}

/** The cells of a network, nodes first under their own numbers, and what runs between them. */
export interface Grid {
  readonly cells: readonly Cell[];
  readonly layers: number;
  /** Per cell, in the order of its inputs. */
  readonly before: readonly (readonly Piece[])[];
  /** Per cell, in the order of its outputs. */
  readonly after: readonly (readonly Piece[])[];
  /** Per link, from left to right. */
  readonly pieces: readonly (readonly Piece[])[];
  /** How many pieces there are. */
  readonly count: number;
}

/** Cuts every link at the layers that it crosses. */
export function gridOf(network: Network): Grid {
  const cells: Cell[] = network.nodes.map((node, index) => ({ layer: node.layer, node: index }));
  let count = 0;
  const pieces = network.links.map((link, index) => {
    const first = network.nodes[link.from]?.layer ?? 0;
    const last = network.nodes[link.to]?.layer ?? 0;
    const strands = link.axes.length;
    const run: Piece[] = [];
    let from = link.from;
    let output = link.output;
    for (let layer = first + 1; layer < last; layer++) {
      const lane = cells.push({ layer, link: index }) - 1;
      run.push({ number: count++, link: index, from, output, to: lane, input: 0, strands });
      from = lane;
      output = 0;
    }
    const { to, input } = link;
    run.push({ number: count++, link: index, from, output, to, input, strands });
    return run;
  });
  const before: Piece[][] = cells.map(() => []);
  const after: Piece[][] = cells.map(() => []);
  for (const run of pieces) {
    for (const piece of run) {
      before[piece.to]?.push(piece);
      after[piece.from]?.push(piece);
    }
  }
  for (const list of before) if (list.length > 1) list.sort((a, b) => a.input - b.input);
  for (const list of after) if (list.length > 1) list.sort((a, b) => a.output - b.output);
  return { cells, layers: network.layers, before, after, pieces, count };
}
