import type { Piece } from "./grid.ts";
import { LANE_BOTTOM, LANE_TOP, type Place } from "./places.ts";
import type { Wish } from "./pool.ts";
import { depthOf, GRID, lastOf, pitched, type Row } from "./row.ts";
import { incomingRow, type Sweep, sourceRow, standAt, targetRow, type Work } from "./work.ts";

const WEIGHT = { pinned: 5000, run: 20, lane: 6, side: 2, next: 1, backwards: 0.15, loose: 0.001 };

/** Straight lines: a stream keeps its height against what branches off it. */
const STRAIGHT = [500, 150, 50];
const LEAST_STRAIGHT = 50;

function straightWeight(work: Work, piece: Piece): number | undefined {
  const rank = work.frame.straight[piece.link];
  return rank === undefined ? undefined : (STRAIGHT[rank] ?? LEAST_STRAIGHT);
}

/** The rows of a cell that are chosen in its layer, with their wishes in this sweep. */
export function placesOf(work: Work, cell: number, sweep: Sweep): Place[] {
  const node = work.grid.cells[cell]?.node;
  if (node === undefined) return [laneOf(work, cell, sweep)];
  const stand = work.frame.stands[node];
  if (stand === undefined) return [];
  const places =
    stand.chosen === "rigid"
      ? rigidPlace(work, cell, node, sweep)
      : stand.chosen === "inputs"
        ? inputPlaces(work, cell, node, sweep)
        : outputPlaces(work, cell, node, sweep);
  const [first] = places;
  const last = places.at(-1);
  if (first) first.top = stand.top;
  if (last) last.bottom = stand.bottom;
  pin(work, node, first);
  return places;
}

function laneOf(work: Work, cell: number, sweep: Sweep): Place {
  const row = incomingRow(work, cell, 0);
  const depth = depthOf(row);
  const wishes: Wish[] = [];
  const before = work.frame.before[cell]?.[0];
  const after = work.frame.after[cell]?.[0];
  const main = before && straightWeight(work, before);
  const lowest = main ? undefined : work.lowest.get(cell);
  if (lowest !== undefined) wishes.push({ height: lowest - depth, weight: WEIGHT.run });
  if (before && (lowest === undefined || sweep === "backwards")) {
    const source = sourceRow(work, before);
    const weight = (main ?? WEIGHT.lane) * factor(work, before, sweep);
    if (source) wishes.push({ height: lastOf(source) - depth, weight });
  }
  const target = after && targetRow(work, after);
  if (target && after) {
    const weight = sweep === "backwards" ? ahead(work, after) : WEIGHT.next;
    wishes.push({ height: lastOf(target) - depth, weight });
  }
  return { cell, depth, top: LANE_TOP, bottom: LANE_BOTTOM, wishes };
}

/** In a backward sweep the left counts little, and next to nothing where it is free to follow. */
function factor(work: Work, piece: Piece, sweep: Sweep): number {
  if (sweep !== "backwards") return 1;
  const follows = work.frame.loose[piece.link] || piece.input > 0;
  return follows ? WEIGHT.loose : WEIGHT.backwards;
}

/** How much a cell minds the height of what its array goes to, in a backward sweep. */
function ahead(work: Work, piece: Piece): number {
  const straight = straightWeight(work, piece);
  if (straight !== undefined) return straight;
  return work.grid.cells[piece.to]?.node === undefined ? WEIGHT.lane : WEIGHT.side;
}

/** How much an input minds the height that its array comes from. */
function behind(work: Work, piece: Piece, node: number): number {
  const straight = straightWeight(work, piece);
  if (straight !== undefined) return straight;
  if (work.network.nodes[node]?.role === "copy") return WEIGHT.lane;
  const maker = standAt(work, piece.from);
  const port = work.frame.after[piece.from]?.indexOf(piece);
  const goesOn = maker?.driver !== undefined && maker.driver.output === port;
  return goesOn ? WEIGHT.lane : WEIGHT.side;
}

/** What an input asks of its row: to stand where its array comes from. */
function sourceWish(
  work: Work,
  cell: number,
  node: number,
  input: number,
  sweep: Sweep,
): Wish | undefined {
  const piece = work.frame.before[cell]?.[input];
  const source = piece && sourceRow(work, piece);
  if (!piece || !source) return undefined;
  const weight = behind(work, piece, node) * factor(work, piece, sweep);
  return { height: lastOf(source), weight };
}

/** What the targets of a slab's outputs ask of an input row: to move as far as they are off. */
function targetWishes(work: Work, cell: number, node: number, input: number, sweep: Sweep): Wish[] {
  const known = work.left[cell]?.[input];
  const stand = work.frame.stands[node];
  const wishes: Wish[] = [];
  if (known === undefined || stand === undefined) return wishes;
  for (const [output, piece] of (work.frame.after[cell] ?? []).entries()) {
    const target = piece && targetRow(work, piece);
    const now = work.right[cell]?.[output];
    const strand = stand.follows[output]?.[input] ?? -1;
    if (!piece || !target || !now || strand < 0 || stand.slab.free[output]) continue;
    const weight = sweep === "backwards" ? ahead(work, piece) : WEIGHT.next;
    const off = strandOf(target, strand) - strandOf(now, strand);
    wishes.push({ height: lastOf(known) + off, weight });
  }
  return wishes;
}

/** Everything that an input row asks, for the height of its last strand. */
function wishesOf(work: Work, cell: number, node: number, input: number, sweep: Sweep): Wish[] {
  const wishes = targetWishes(work, cell, node, input, sweep);
  const source = sourceWish(work, cell, node, input, sweep);
  if (source) wishes.unshift(source);
  return wishes;
}

function above(wish: Wish, distance: number): Wish {
  return { height: wish.height - distance, weight: wish.weight };
}

function strandOf(row: Row, strand: number): number {
  return row.y + (row.offsets[strand] ?? 0);
}

function inputPlaces(work: Work, cell: number, node: number, sweep: Sweep): Place[] {
  const inputs = work.frame.stands[node]?.slab.inputs ?? [];
  return inputs.map((_, input) => {
    const depth = depthOf(incomingRow(work, cell, input));
    const wishes = wishesOf(work, cell, node, input, sweep).map((wish) => above(wish, depth));
    return { cell, depth, top: 0, bottom: 0, wishes };
  });
}

function rigidPlace(work: Work, cell: number, node: number, sweep: Sweep): Place[] {
  const stand = work.frame.stands[node];
  const inputs = stand?.slab.inputs ?? [];
  const wishes: Wish[] = [];
  let depth = 0;
  inputs.forEach((_, input) => {
    const own = depthOf(incomingRow(work, cell, input));
    const offset = stand?.slab.rigid?.[input] ?? 0;
    depth = Math.max(depth, offset + own);
    for (const wish of wishesOf(work, cell, node, input, sweep)) {
      wishes.push(above(above(wish, own), offset));
    }
  });
  if (inputs.length === 0) {
    (work.frame.after[cell] ?? []).forEach((piece, output) => {
      const target = piece && targetRow(work, piece);
      const now = work.right[cell]?.[output];
      if (!piece || !target || !now) return;
      const height = (work.base[cell] ?? 0) + lastOf(target) - lastOf(now);
      wishes.push({ height, weight: sweep === "backwards" ? ahead(work, piece) : WEIGHT.next });
    });
  }
  return [{ cell, depth, top: 0, bottom: 0, wishes }];
}

function outputPlaces(work: Work, cell: number, node: number, sweep: Sweep): Place[] {
  const stand = work.frame.stands[node];
  const outputs = stand?.slab.outputs ?? [];
  const driver = stand?.driver;
  return outputs.map((axes, output) => {
    const row = work.right[cell]?.[output] ?? { y: 0, offsets: pitched(axes.length) };
    const depth = depthOf(row);
    const wishes: Wish[] = [];
    const piece = work.frame.after[cell]?.[output];
    const target = piece && targetRow(work, piece);
    if (driver?.output === output) {
      const source = sourceWish(work, cell, node, 0, sweep);
      if (source) wishes.push(above(above(source, driver.shift), depth));
    }
    if (piece && target) {
      const plain = driver === undefined || driver.output === output ? WEIGHT.next : WEIGHT.side;
      const weight = sweep === "backwards" ? ahead(work, piece) : plain;
      wishes.push({ height: lastOf(target) - depth, weight });
    } else if (driver && driver.output !== output) {
      const source = sourceWish(work, cell, node, 0, sweep);
      if (source) wishes.push({ height: source.height - depth, weight: WEIGHT.side });
    }
    return { cell, depth, top: 0, bottom: 0, wishes };
  });
}

/** What the author arranged: half spacings below the first entry, which then stands at 0. */
function pin(work: Work, node: number, place: Place | undefined): void {
  if (!work.pinned || place === undefined) return;
  const wish = work.network.nodes[node]?.wish;
  const height = node === work.entry ? 0 : wish && wish * GRID;
  if (height !== undefined) place.wishes.push({ height, weight: WEIGHT.pinned });
}
