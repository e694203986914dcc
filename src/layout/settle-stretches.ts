import type { Piece } from "./grid.ts";
import { freeRoom, roomOf } from "./room.ts";
import type { Row } from "./row.ts";
import { placeNode, sourceRow, standAt, targetRow, type Work } from "./work.ts";

/**
 * Lanes, and slabs that take one array and give one, in a row at one height between two gaps where
 * their array bends: how far they would have to move for the one or the other not to bend.
 */
interface Stretch {
  readonly cells: readonly number[];
  readonly moves: readonly number[];
}

/** A stretch that moves may make way for another; more rounds than these have not been seen to help. */
const ROUNDS = 8;

/**
 * What bends at both ends takes the height that its array has before it, or else behind it, where
 * nothing is in the way there: one bend instead of two.
 */
export function settleStretches(work: Work): void {
  const places = placesInLayers(work);
  const pieces = work.grid.pieces.flat();
  for (let round = 0; round < ROUNDS; round++) {
    const settled = pieces.map((piece) => {
      const stretch = stretchBehind(work, piece);
      return stretch !== undefined && settle(work, places, stretch);
    });
    if (!settled.includes(true)) return;
  }
}

function settle(work: Work, places: readonly number[], { cells, moves }: Stretch): boolean {
  const dy = moves.find((by) => cells.every((cell) => hasRoom(work, places, cell, by)));
  if (dy === undefined) return false;
  for (const cell of cells) move(work, cell, dy);
  return true;
}

/** The stretch that begins where this piece bends. */
function stretchBehind(work: Work, first: Piece): Stretch | undefined {
  const start = bendOf(work, first);
  if (start === undefined || start.length === 0) return undefined;
  const cells: number[] = [];
  for (let piece = first; isPassed(work, piece.to); ) {
    cells.push(piece.to);
    const next = work.frame.after[piece.to]?.[0];
    const bend = next && bendOf(work, next);
    if (next === undefined || bend === undefined) return undefined;
    if (bend.length > 0) return { cells, moves: [...uniform(start, -1), ...uniform(bend, 1)] };
    piece = next;
  }
  return undefined;
}

/** How far each strand that changes height in the gap of a piece rises or falls; none is level. */
function bendOf(work: Work, piece: Piece): readonly number[] | undefined {
  const from = sourceRow(work, piece);
  const to = targetRow(work, piece);
  if (from === undefined || to === undefined) return undefined;
  const strands = Math.max(1, to.offsets.length);
  const travels = Array.from({ length: strands }, (_, i) => strandAt(to, i) - strandAt(from, i));
  return travels.some((travel) => travel !== 0) ? travels : [];
}

function strandAt({ y, offsets }: Row, strand: number): number {
  return y + (offsets[strand] ?? 0);
}

/** The move that takes a bend away, where all strands bend alike. */
function uniform(bend: readonly number[], sign: number): readonly number[] {
  const [travel = 0] = bend;
  return bend.every((other) => other === travel) ? [sign * travel] : [];
}

/** True for lanes, and for slabs with one array in and one out that nothing else holds. */
function isPassed(work: Work, cell: number): boolean {
  const stand = standAt(work, cell);
  if (stand === undefined) return true;
  const { inputs, outputs, free } = stand.slab;
  const isHeld = cell === work.entry || work.network.nodes[cell]?.wish !== undefined;
  return inputs.length === 1 && outputs.length === 1 && !free.includes(true) && !isHeld;
}

function move(work: Work, cell: number, dy: number): void {
  const rows = (work.left[cell] ?? []).map((row) => ({ ...row, y: row.y + dy }));
  work.left[cell] = rows;
  work.base[cell] = (work.base[cell] ?? 0) + dy;
  if (standAt(work, cell) === undefined) work.right[cell] = rows;
  else placeNode(work, cell, []);
}

/** Per cell, its place from the top of its layer. */
function placesInLayers({ order, grid }: Work): readonly number[] {
  const places = grid.cells.map(() => 0);
  for (const cells of order.layers) {
    for (const [place, cell] of cells.entries()) places[cell] = place;
  }
  return places;
}

function hasRoom(work: Work, places: readonly number[], cell: number, dy: number): boolean {
  const cells = work.order.layers[work.grid.cells[cell]?.layer ?? 0] ?? [];
  const free = freeRoom(work, cells, places[cell] ?? 0);
  const { top, bottom } = roomOf(work, cell);
  return top + dy >= free.top && bottom + dy <= free.bottom;
}
