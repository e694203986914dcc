import type { LabelOf } from "../draw/forms/strokes.ts";
import type { Order } from "./crossings.ts";
import type { Grid, Piece } from "./grid.ts";
import type { Network } from "./network.ts";
import { copyStand, type Stand, standOf } from "./stand.ts";
import { straightness } from "./streams.ts";

/** Everything about the slabs of a figure that does not change while heights are looked for. */
export interface Frame {
  readonly stands: readonly Stand[];
  /** Per cell, per input and output: the piece there. */
  readonly before: readonly (readonly (Piece | undefined)[])[];
  readonly after: readonly (readonly (Piece | undefined)[])[];
  /**
   * Per link that should be one straight line, how much: 0 for the streams of the figure, 1 for what
   * branches off them, and so on. Absent for side branches of copies and for operands that lead to
   * no output.
   */
  readonly straight: readonly (number | undefined)[];
  /** Per link: nothing holds it on the left but an entry or a source, perhaps through walls. */
  readonly loose: readonly boolean[];
}

/** Gathers what the height pass must know, once the order is known. */
export function frameOf(network: Network, grid: Grid, order: Order, label: LabelOf): Frame {
  const mains = network.nodes.map((node, cell) => {
    if (node.role !== "copy") return 0;
    const onward = node.later?.onward;
    if (onward === undefined) return 0;
    return (order.after[cell] ?? []).findIndex((piece) => piece.output === onward);
  });
  const stands = network.nodes.map((node, cell) =>
    node.slab ? standOf(node.slab) : copyStand(node, mains[cell] ?? 0, label),
  );
  const before = grid.cells.map((cell, index) =>
    bySide(grid.before[index] ?? [], count(stands, cell.node, "inputs"), (piece) => piece.input),
  );
  const after = grid.cells.map((cell, index) => {
    const pieces = order.after[index] ?? [];
    const isCopy = cell.node !== undefined && network.nodes[cell.node]?.role === "copy";
    return isCopy
      ? [...pieces]
      : bySide(pieces, count(stands, cell.node, "outputs"), (piece) => piece.output);
  });
  return { stands, before, after, ...straightness(network, order, { stands, before, after }) };
}

function count(
  stands: readonly Stand[],
  node: number | undefined,
  side: "inputs" | "outputs",
): number {
  return node === undefined ? 1 : (stands[node]?.slab[side].length ?? 0);
}

function bySide(
  pieces: readonly Piece[],
  ports: number,
  port: (piece: Piece) => number,
): (Piece | undefined)[] {
  const list: (Piece | undefined)[] = Array.from({ length: ports }, () => undefined);
  for (const piece of pieces) if (port(piece) < ports) list[port(piece)] = piece;
  return list;
}
