import { SPACING } from "../draw/slab.ts";
import { crossedPieces, type Order } from "./crossings.ts";
import { type Frame, WITHIN } from "./frame.ts";
import type { Grid, Piece } from "./grid.ts";
import type { Network } from "./network.ts";
import { pool, type Wish } from "./pool.ts";
import { depthOf, GRID, lastOf, onGrid, pitched, type Row } from "./row.ts";

/** The rows of every cell: its inputs at the left data column, its outputs at the right one. */
export interface Rows {
  readonly left: readonly (readonly Row[])[];
  readonly right: readonly (readonly Row[])[];
  /** Per cell: where a slab stands that has no row of its own to choose. */
  readonly base: readonly number[];
}

/** A lane needs this much above its first strand and below its last. */
export const LANE_TOP = 0.8 * SPACING;
export const LANE_BOTTOM = 0.5 * SPACING;

const WEIGHT = { pinned: 5000, run: 20, lane: 6, side: 2, next: 1, backwards: 0.15 };

/** Straight lines: a stream keeps its height against what branches off it. */
const STRAIGHT = [500, 150, 50];
const LEAST_STRAIGHT = 50;

function straightWeight(work: Work, piece: Piece): number | undefined {
  const rank = work.frame.straight[piece.link];
  return rank === undefined ? undefined : (STRAIGHT[rank] ?? LEAST_STRAIGHT);
}

/** Free outputs are chosen between rows that stand already; nothing may move those. */
const FIXED = 1e9;

type Sweep = "forwards" | "backwards" | "settling";

const SWEEPS: readonly Sweep[] = [
  "forwards",
  "backwards",
  "forwards",
  "backwards",
  "settling",
  "forwards",
  "forwards",
];

interface Work {
  readonly network: Network;
  readonly grid: Grid;
  readonly order: Order;
  readonly frame: Frame;
  readonly left: (readonly Row[])[];
  readonly right: (readonly Row[])[];
  readonly base: number[];
  /** Per lane that begins a run between crossings: all lanes of the run. */
  readonly runs: ReadonlyMap<number, readonly number[]>;
  /** How deep each run came in the sweep before, by its first lane. */
  lowest: ReadonlyMap<number, number>;
  pinned: boolean;
}

/** One chosen row of a layer, with the room that it needs and what it wishes for. */
interface Place {
  readonly cell: number;
  readonly depth: number;
  readonly top: number;
  readonly bottom: number;
  readonly wishes: Wish[];
}

/**
 * The height of every row: per layer weighted medians of what the rows wish for, in sweeps over the
 * layers until straight lines have found their place.
 */
export function heightsOfRows(network: Network, grid: Grid, order: Order, frame: Frame): Rows {
  const work: Work = {
    network,
    grid,
    order,
    frame,
    left: grid.cells.map(() => []),
    right: grid.cells.map(() => []),
    base: grid.cells.map(() => 0),
    runs: runsOf(grid, order),
    lowest: new Map(),
    pinned: network.nodes.some((node) => node.wish !== undefined),
  };
  for (const sweep of SWEEPS) {
    if (sweep !== "settling") work.lowest = lowestOf(work);
    else work.lowest = new Map();
    for (let step = 0; step < grid.layers; step++) {
      sweepLayer(work, sweep === "backwards" ? grid.layers - 1 - step : step, sweep);
    }
  }
  freeBranches(work);
  return { left: work.left, right: work.right, base: work.base };
}

/** Lanes of one array that follow each other without a crossing, by the first of them. */
function runsOf(grid: Grid, order: Order): Map<number, number[]> {
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
  }
  return runs;
}

function startsFree(grid: Grid, piece: Piece): boolean {
  return (grid.before[piece.from] ?? []).length === 0 || (grid.after[piece.from] ?? []).length > 1;
}

function lowestOf(work: Work): Map<number, number> {
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

function sweepLayer(work: Work, layer: number, sweep: Sweep): void {
  const cells = work.order.layers[layer] ?? [];
  const places = cells.flatMap((cell) => placesOf(work, cell, sweep));
  const heights = choose(places);
  let next = 0;
  for (const cell of cells) {
    const count = placeCount(work, cell);
    setRows(work, cell, heights.slice(next, next + count));
    next += count;
  }
  if (cells.some((cell) => hasLooseOutputs(work, cell))) chooseLooseOutputs(work, cells);
}

function choose(places: readonly Place[]): number[] {
  const apart = places.slice(0, -1).map((place, index) => {
    const below = places[index + 1];
    if (below === undefined || below.cell === place.cell) return place.depth + WITHIN;
    return place.depth + Math.max(onGrid(place.bottom + below.top), SPACING);
  });
  return pool(
    places.map((place) => place.wishes),
    apart,
  );
}

/** How many rows of a cell are chosen in its layer. */
function placeCount(work: Work, cell: number): number {
  const node = work.grid.cells[cell]?.node;
  if (node === undefined) return 1;
  const stand = work.frame.stands[node];
  if (stand === undefined) return 0;
  if (stand.chosen === "rigid") return 1;
  return stand.chosen === "inputs" ? stand.slab.inputs.length : stand.slab.outputs.length;
}

/** The rows that a cell would have now: offsets from what comes, heights from the sweep before. */
function incomingRow(work: Work, cell: number, input: number): Row {
  const piece = work.frame.before[cell]?.[input];
  const source = piece && sourceRow(work, piece);
  const known = work.left[cell]?.[input];
  const node = work.grid.cells[cell]?.node;
  const stand = node === undefined ? undefined : work.frame.stands[node];
  const y = known?.y ?? source?.y ?? 0;
  if (stand !== undefined) {
    const strands = stand.slab.inputs[input]?.length ?? 0;
    const holes = stand.slab.takesHoles[input] === true;
    const offsets = holes && source?.offsets.length === strands ? source.offsets : undefined;
    return { y, offsets: offsets ?? pitched(strands) };
  }
  return { y, offsets: source?.offsets ?? pitched(laneStrands(work, cell)) };
}

function laneStrands(work: Work, cell: number): number {
  const link = work.grid.cells[cell]?.link;
  return link === undefined ? 0 : (work.network.links[link]?.axes.length ?? 0);
}

/** Where a piece begins; absent before the first sweep has been there. */
function sourceRow(work: Work, piece: Piece): Row | undefined {
  const port = work.frame.after[piece.from]?.indexOf(piece) ?? -1;
  return work.right[piece.from]?.[port];
}

function targetRow(work: Work, piece: Piece): Row | undefined {
  const isLane = work.grid.cells[piece.to]?.node === undefined;
  return work.left[piece.to]?.[isLane ? 0 : piece.input];
}

function placesOf(work: Work, cell: number, sweep: Sweep): Place[] {
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
  pin(work, node, places[0]);
  return places.map((place, index) => ({
    ...place,
    top: index === 0 ? stand.top : 0,
    bottom: index === places.length - 1 ? stand.bottom : 0,
  }));
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
    const weight = (main ?? WEIGHT.lane) * factor(sweep);
    if (source) wishes.push({ height: lastOf(source) - depth, weight });
  }
  const target = after && targetRow(work, after);
  if (target && after) {
    const weight = sweep === "backwards" ? ahead(work, after) : WEIGHT.next;
    wishes.push({ height: lastOf(target) - depth, weight });
  }
  return { cell, depth, top: LANE_TOP, bottom: LANE_BOTTOM, wishes };
}

function factor(sweep: Sweep): number {
  return sweep === "backwards" ? WEIGHT.backwards : 1;
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
  return work.network.nodes[node]?.role === "copy" ? WEIGHT.lane : WEIGHT.side;
}

function sourceWishes(work: Work, cell: number, node: number, input: number, sweep: Sweep): Wish[] {
  const piece = work.frame.before[cell]?.[input];
  const source = piece && sourceRow(work, piece);
  if (!piece || !source) return [];
  return [{ height: lastOf(source), weight: behind(work, piece, node) * factor(sweep) }];
}

/** What the targets of a slab's outputs ask of an input row: to move as far as they are off. */
function targetWishes(work: Work, cell: number, node: number, input: number, sweep: Sweep): Wish[] {
  const known = work.left[cell]?.[input];
  const stand = work.frame.stands[node];
  if (known === undefined || stand === undefined) return [];
  const wishes: Wish[] = [];
  (work.frame.after[cell] ?? []).forEach((piece, output) => {
    const target = piece && targetRow(work, piece);
    const now = work.right[cell]?.[output];
    if (!piece || !target || !now || !stand.follows[output]?.[input]) return;
    if (stand.slab.free[output]) return;
    const weight = sweep === "backwards" ? ahead(work, piece) : WEIGHT.next;
    wishes.push({ height: lastOf(known) + lastOf(target) - lastOf(now), weight });
  });
  return wishes;
}

function inputPlaces(work: Work, cell: number, node: number, sweep: Sweep): Place[] {
  const inputs = work.frame.stands[node]?.slab.inputs ?? [];
  return inputs.map((_, input) => {
    const depth = depthOf(incomingRow(work, cell, input));
    const wishes = [
      ...sourceWishes(work, cell, node, input, sweep),
      ...targetWishes(work, cell, node, input, sweep),
    ].map(({ height, weight }) => ({ height: height - depth, weight }));
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
    for (const wish of [
      ...sourceWishes(work, cell, node, input, sweep),
      ...targetWishes(work, cell, node, input, sweep),
    ]) {
      wishes.push({ height: wish.height - own - offset, weight: wish.weight });
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
      for (const { height, weight } of sourceWishes(work, cell, node, 0, sweep)) {
        wishes.push({ height: height - driver.shift - depth, weight });
      }
    }
    if (piece && target) {
      const plain = driver === undefined || driver.output === output ? WEIGHT.next : WEIGHT.side;
      const weight = sweep === "backwards" ? ahead(work, piece) : plain;
      wishes.push({ height: lastOf(target) - depth, weight });
    } else if (driver && driver.output !== output) {
      const source = sourceWishes(work, cell, node, 0, sweep)[0];
      if (source) wishes.push({ height: source.height - depth, weight: WEIGHT.side });
    }
    return { cell, depth, top: 0, bottom: 0, wishes };
  });
}

/** What the author arranged: half spacings below the first entry, which then stands at 0. */
function pin(work: Work, node: number, place: Place | undefined): void {
  if (!work.pinned || place === undefined) return;
  const { wish, role } = work.network.nodes[node] ?? {};
  const first = work.network.nodes.findIndex((other) => other.role === "entry");
  if (wish !== undefined) place.wishes.push({ height: wish * GRID, weight: WEIGHT.pinned });
  else if (role === "entry" && node === first) {
    place.wishes.push({ height: 0, weight: WEIGHT.pinned });
  }
}

function setRows(work: Work, cell: number, heights: readonly number[]): void {
  const node = work.grid.cells[cell]?.node;
  const first = heights[0] ?? 0;
  if (node === undefined) {
    const row = { y: first, offsets: incomingRow(work, cell, 0).offsets };
    work.left[cell] = [row];
    work.right[cell] = [row];
    return;
  }
  const stand = work.frame.stands[node];
  if (stand === undefined) return;
  const { slab, chosen, driver } = stand;
  work.base[cell] = first;
  if (chosen === "outputs") {
    const outputs = slab.outputs.map((axes, output): Row => {
      const offsets = work.right[cell]?.[output]?.offsets ?? pitched(axes.length);
      return { y: heights[output] ?? 0, offsets };
    });
    const driving = driver && outputs[driver.output];
    work.left[cell] = slab.inputs.map((_, input) => {
      const row = incomingRow(work, cell, input);
      return driving ? { ...row, y: lastOf(driving) + driver.shift - depthOf(row) } : row;
    });
    placeNode(work, cell, outputs);
    return;
  }
  work.left[cell] = slab.inputs.map((_, input) => ({
    ...incomingRow(work, cell, input),
    y: chosen === "rigid" ? first + (slab.rigid?.[input] ?? 0) : (heights[input] ?? 0),
  }));
  placeNode(work, cell, looseRows(work, cell));
}

function placeNode(work: Work, cell: number, outputs: readonly (Row | undefined)[]): void {
  const stand = work.frame.stands[work.grid.cells[cell]?.node ?? -1];
  if (stand === undefined) return;
  const free = outputs.map((row, output) => (stand.slab.free[output] ? row : undefined));
  work.right[cell] = stand.place(work.left[cell] ?? [], free, work.base[cell] ?? 0);
}

function hasLooseOutputs(work: Work, cell: number): boolean {
  const stand = work.frame.stands[work.grid.cells[cell]?.node ?? -1];
  return stand !== undefined && stand.chosen !== "outputs" && stand.slab.free.includes(true);
}

/** Free outputs of a slab with several inputs before they are chosen: packed below the first. */
function looseRows(work: Work, cell: number): (Row | undefined)[] {
  const stand = work.frame.stands[work.grid.cells[cell]?.node ?? -1];
  let y = work.left[cell]?.[0]?.y ?? 0;
  return (stand?.slab.outputs ?? []).map((axes, output) => {
    if (!stand?.slab.free[output]) return undefined;
    const row = { y, offsets: pitched(axes.length) };
    y = lastOf(row) + WITHIN;
    return row;
  });
}

/** Chooses the free outputs that are not tied to an input, among all rows of the right column. */
function chooseLooseOutputs(work: Work, cells: readonly number[]): void {
  const places = cells.flatMap((cell) => {
    const stand = work.frame.stands[work.grid.cells[cell]?.node ?? -1];
    const rows = work.right[cell] ?? [];
    return rows.map((row, output): Place => {
      const depth = depthOf(row);
      const edges = {
        top: output === 0 ? LANE_BOTTOM : 0,
        bottom: output === rows.length - 1 ? LANE_BOTTOM : 0,
      };
      if (!hasLooseOutputs(work, cell) || !stand?.slab.free[output]) {
        return { cell, depth, ...edges, wishes: [{ height: row.y, weight: FIXED }] };
      }
      const piece = work.frame.after[cell]?.[output];
      const target = (piece && targetRow(work, piece)) ?? row;
      return { cell, depth, ...edges, wishes: [{ height: lastOf(target) - depth, weight: 1 }] };
    });
  });
  const heights = choose(places);
  let next = 0;
  for (const cell of cells) {
    const rows = work.right[cell] ?? [];
    const chosen = rows.map((row, i) => ({ ...row, y: heights[next + i] ?? row.y }));
    next += rows.length;
    if (hasLooseOutputs(work, cell)) placeNode(work, cell, chosen);
  }
}

/** A free branch takes the height that it goes to where its neighbours leave room: one curve. */
function freeBranches(work: Work): void {
  for (const cells of work.order.layers) {
    const rows = cells.flatMap((cell) =>
      (work.right[cell] ?? []).map((row, output) => ({ cell, output, row })),
    );
    const settle = (index: number) => {
      const at = rows[index];
      const stand = at && work.frame.stands[work.grid.cells[at.cell]?.node ?? -1];
      if (!at || !stand?.slab.free[at.output] || stand.driver?.output === at.output) return;
      const piece = work.frame.after[at.cell]?.[at.output];
      const target = piece && targetRow(work, piece);
      if (target === undefined) return;
      const depth = depthOf(at.row);
      const y = lastOf(target) - depth;
      const above = rows[index - 1];
      const below = rows[index + 1];
      if (above && y < lastOf(above.row) + room(above.cell === at.cell)) return;
      if (below && y + depth + room(below.cell === at.cell) > below.row.y) return;
      at.row = { ...at.row, y };
    };
    for (let index = 0; index < rows.length; index++) settle(index);
    for (let index = rows.length - 1; index >= 0; index--) settle(index);
    for (const cell of cells) {
      const own = rows.filter((entry) => entry.cell === cell);
      const stand = work.frame.stands[work.grid.cells[cell]?.node ?? -1];
      if (!stand?.slab.free.includes(true)) continue;
      placeNode(
        work,
        cell,
        own.map((entry) => entry.row),
      );
    }
  }
}

function room(sameCell: boolean): number {
  return sameCell ? WITHIN : onGrid(LANE_TOP + LANE_BOTTOM);
}
