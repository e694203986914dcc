import type { Order } from "./crossings.ts";
import type { Frame } from "./frame.ts";
import { chooseLooseOutputs, hasLooseOutputs, looseRows, settleBranches } from "./free-outputs.ts";
import type { Grid } from "./grid.ts";
import type { Network } from "./network.ts";
import { chooseHeights } from "./places.ts";
import { depthOf, lastOf, pitched, type Row } from "./row.ts";
import { lowestOf, runsOf } from "./runs.ts";
import { settleStretches } from "./settle-stretches.ts";
import { placesOf } from "./wishes.ts";
import { incomingRow, placeNode, type Rows, type Sweep, standAt, type Work } from "./work.ts";

const SWEEPS: readonly Sweep[] = [
  "forwards",
  "backwards",
  "forwards",
  "backwards",
  "settling",
  "forwards",
  "forwards",
];

/**
 * The height of every row: per layer weighted medians of what the rows wish for, in sweeps over the
 * layers until straight lines have found their place, and then without the bends that none needs.
 */
export function heightsOfRows(network: Network, grid: Grid, order: Order, frame: Frame): Rows {
  const entry = firstEntry(network, order);
  const work: Work = {
    network,
    grid,
    order,
    frame,
    left: grid.cells.map(() => []),
    right: grid.cells.map(() => []),
    base: grid.cells.map(() => 0),
    runs: runsOf(grid, order, network),
    lowest: new Map(),
    backwards: false,
    entry,
    pinned: network.nodes.some(({ wish }, node) => wish !== undefined && node !== entry),
  };
  for (const sweep of SWEEPS) {
    work.backwards = sweep === "backwards";
    work.lowest = sweep === "settling" ? new Map() : lowestOf(work);
    for (let step = 0; step < grid.layers; step++) {
      sweepLayer(work, sweep === "backwards" ? grid.layers - 1 - step : step, sweep);
    }
  }
  settleStretches(work);
  settleBranches(work);
  return fromFirstEntry(work);
}

/** The first entry, or what stands on top of the first layer where nothing comes in. */
function firstEntry({ nodes }: Network, { layers }: Order): number {
  const entry = nodes.findIndex((node) => node.role === "entry");
  return entry < 0 ? (layers[0]?.[0] ?? 0) : entry;
}

/** Heights count from the first strand of the first entry, so that what comes later moves nothing. */
function fromFirstEntry({ left, right, base, entry }: Work): Rows {
  const origin = (right[entry]?.[0] ?? left[entry]?.[0])?.y ?? base[entry] ?? 0;
  const lift = (rows: readonly Row[]) => rows.map((row) => ({ ...row, y: row.y - origin }));
  return { left: left.map(lift), right: right.map(lift), base: base.map((y) => y - origin) };
}

function sweepLayer(work: Work, layer: number, sweep: Sweep): void {
  const cells = work.order.layers[layer] ?? [];
  const places = cells.flatMap((cell) => placesOf(work, cell, sweep));
  const heights = chooseHeights(places);
  let next = 0;
  for (const cell of cells) {
    const count = placeCount(work, cell);
    setRows(work, cell, heights.slice(next, next + count));
    next += count;
  }
  if (cells.some((cell) => hasLooseOutputs(work, cell))) chooseLooseOutputs(work, cells);
}

/** How many rows of a cell are chosen in its layer. */
function placeCount(work: Work, cell: number): number {
  const stand = standAt(work, cell);
  if (stand === undefined) return 1;
  if (stand.chosen === "rigid") return 1;
  return stand.chosen === "inputs" ? stand.slab.inputs.length : stand.slab.outputs.length;
}

function setRows(work: Work, cell: number, heights: readonly number[]): void {
  const stand = standAt(work, cell);
  const first = heights[0] ?? 0;
  if (stand === undefined) {
    const row = { y: first, offsets: incomingRow(work, cell, 0).offsets };
    work.left[cell] = [row];
    work.right[cell] = [row];
    return;
  }
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
