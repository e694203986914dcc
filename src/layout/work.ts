import type { Order } from "./crossings.ts";
import type { Frame } from "./frame.ts";
import type { Grid, Piece } from "./grid.ts";
import type { Network } from "./network.ts";
import { pitched, type Row } from "./row.ts";
import type { Runs } from "./runs.ts";
import type { Stand } from "./stand.ts";

/** The rows of every cell: its inputs at the left data column, its outputs at the right one. */
export interface Rows {
  readonly left: readonly (readonly Row[])[];
  readonly right: readonly (readonly Row[])[];
  /** Per cell: where a slab stands that has no row of its own to choose. */
  readonly base: readonly number[];
}

/** F, B and f of the sweeps: from left to right, back, and without the rule for runs of lanes. */
export type Sweep = "forwards" | "backwards" | "settling";

/** The heights as far as they are known while sweeps go on. */
export interface Work {
  readonly network: Network;
  readonly grid: Grid;
  readonly order: Order;
  readonly frame: Frame;
  readonly left: (readonly Row[])[];
  readonly right: (readonly Row[])[];
  readonly base: number[];
  /** Per lane that begins a run between crossings: all lanes of the run. */
  readonly runs: Runs;
  /** How deep each run came in the sweep before, by its first lane. */
  lowest: ReadonlyMap<number, number>;
  /** The sweep goes from right to left. */
  backwards: boolean;
  /** The cell that heights count from: the first entry, where there is one. */
  readonly entry: number;
  /** The author has arranged something, so heights count from the first entry. */
  readonly pinned: boolean;
}

/** The slab of a cell; a lane has none. Nodes are cells under their own numbers. */
export function standAt(work: Work, cell: number): Stand | undefined {
  return work.frame.stands[cell];
}

/** The rows that a cell would have now: offsets from what comes, heights from the sweep before. */
export function incomingRow(work: Work, cell: number, input: number): Row {
  const piece = work.frame.before[cell]?.[input];
  const source = piece && sourceRow(work, piece);
  const known = work.left[cell]?.[input];
  const stand = standAt(work, cell);
  const y = known?.y ?? source?.y ?? 0;
  const wanted = work.backwards ? offsetsAhead(work, cell) : undefined;
  if (wanted) return { y, offsets: wanted };
  if (stand !== undefined) {
    const strands = stand.slab.inputs[input]?.length ?? 0;
    const holes = stand.slab.takesHoles[input] === true;
    const offsets = holes && source?.offsets.length === strands ? source.offsets : undefined;
    return { y, offsets: offsets ?? pitched(strands) };
  }
  return { y, offsets: source?.offsets ?? pitched(laneStrands(work, cell)) };
}

/** What keeps its strands as they come has, going backwards, the holes that its target has. */
function offsetsAhead(work: Work, cell: number): readonly number[] | undefined {
  const stand = standAt(work, cell);
  if (stand && (!stand.slab.keepsShape || stand.slab.inputs.length !== 1)) return undefined;
  const piece = work.frame.after[cell]?.[0];
  const target = piece && targetRow(work, piece);
  const strands = stand ? (stand.slab.inputs[0]?.length ?? 0) : laneStrands(work, cell);
  return target?.offsets.length === strands ? target.offsets : undefined;
}

function laneStrands(work: Work, cell: number): number {
  const link = work.grid.cells[cell]?.link;
  return link === undefined ? 0 : (work.network.links[link]?.axes.length ?? 0);
}

/** Where a piece begins; absent before the first sweep has been there. */
export function sourceRow(work: Work, piece: Piece): Row | undefined {
  const port = work.frame.after[piece.from]?.indexOf(piece) ?? -1;
  return work.right[piece.from]?.[port];
}

/** Where a piece ends; absent before the first sweep has been there. */
export function targetRow(work: Work, piece: Piece): Row | undefined {
  return work.left[piece.to]?.[piece.input];
}

/** Places the slab of a cell at its inputs and the free ones of these outputs. */
export function placeNode(work: Work, cell: number, outputs: readonly (Row | undefined)[]): void {
  const stand = standAt(work, cell);
  if (stand === undefined) return;
  const free = freeOf(stand, outputs);
  work.right[cell] = stand.place(work.left[cell] ?? [], free, work.base[cell] ?? 0);
}

/** The rows of free outputs; the slab gives the others. */
export function freeOf(
  { slab }: Stand,
  outputs: readonly (Row | undefined)[],
): readonly (Row | undefined)[] {
  if (!slab.free.includes(true)) return NONE_FREE;
  return outputs.map((row, output) => (slab.free[output] ? row : undefined));
}

const NONE_FREE: readonly undefined[] = [];
