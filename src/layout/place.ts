import { bundlesOf } from "./bundles.ts";
import { columnsOf } from "./columns.ts";
import { networkOf } from "./copies.ts";
import { countCrossings, type Order } from "./crossings.ts";
import { dashesOf } from "./dashes.ts";
import { orderWithElk } from "./elk-order.ts";
import { type Frame, frameOf } from "./frame.ts";
import type { LayoutGraph } from "./graph.ts";
import { type Grid, gridOf } from "./grid.ts";
import { heightsOfRows } from "./heights.ts";
import type { Network } from "./network.ts";
import { orderOf } from "./order.ts";
import { placedColumns } from "./placed-columns.ts";
import type { PlacedItem, Placement } from "./placement.ts";
import { LANE_BOTTOM, LANE_TOP } from "./places.ts";
import { heightsOf, lastOf } from "./row.ts";
import { wishedOrderOf } from "./wished-order.ts";
import type { Rows } from "./work.ts";

/** Above this many slabs, copies and lanes a graph keeps our order whatever crosses. */
const MOST_CELLS_FOR_ELK = 2000;

/** ELK's order is taken with at most this share of our crossings; otherwise edits would re-order. */
const WORTH_TAKING = 0.8;

/** Places a graph with our own order: the same graph gives the same numbers, at once. */
export function placeGraph(graph: LayoutGraph): Placement {
  const network = networkOf(graph.items);
  const grid = gridOf(network);
  const own = orderOf(network, grid, wishedOrderOf(graph, network, grid));
  const placement = placeInOrder(graph, network, grid, own);
  return mayElkOrder(grid, placement.crossings) ? { ...placement, isProvisional: true } : placement;
}

function mayElkOrder(grid: Grid, crossings: number): boolean {
  return crossings > 0 && grid.cells.length <= MOST_CELLS_FOR_ELK;
}

/** How many strands would cross in `placeGraph`, without the work of placing anything. */
export function crossingsInOwnOrder(graph: LayoutGraph): number {
  const network = networkOf(graph.items);
  const grid = gridOf(network);
  return countCrossings(grid, orderOf(network, grid, wishedOrderOf(graph, network, grid)));
}

/** As `placeGraph`, but where strands cross ELK may order the layers when it does clearly better. */
export async function placeGraphWithElk(graph: LayoutGraph): Promise<Placement> {
  const network = networkOf(graph.items);
  const grid = gridOf(network);
  const wished = wishedOrderOf(graph, network, grid);
  const own = orderOf(network, grid, wished);
  const crossings = countCrossings(grid, own);
  if (!mayElkOrder(grid, crossings)) return placeInOrder(graph, network, grid, own);
  const other = await orderWithElk(network, grid, wished);
  const isBetter = countCrossings(grid, other) <= WORTH_TAKING * crossings;
  return placeInOrder(graph, network, grid, isBetter ? other : own);
}

/** The height of the row that a wish is about: the first one that a slab chooses. */
function heightOf({ stands }: Frame, { right, base }: Rows, cell: number): number {
  const first = stands[cell]?.chosen === "outputs" ? right[cell]?.[0]?.y : undefined;
  return first ?? base[cell] ?? 0;
}

function placeInOrder(graph: LayoutGraph, network: Network, grid: Grid, order: Order): Placement {
  const frame = frameOf(network, grid, order, graph.label ?? ((axis) => axis));
  const rows = heightsOfRows(network, grid, order, frame);
  const columns = columnsOf(grid, order, frame, rows);
  const items = network.nodes.flatMap((node, cell): PlacedItem[] => {
    const drawing = columns.drawings[cell];
    if (drawing === undefined) return [];
    return [
      {
        id: node.id,
        x: columns.left[cell] ?? 0,
        layer: node.layer,
        height: heightOf(frame, rows, cell),
        inputs: node.inputs,
        outputs: node.outputs,
        rows: (rows.left[cell] ?? []).map(heightsOf),
        drawing,
      },
    ];
  });
  const lanes = grid.cells.flatMap((cell, index) =>
    cell.node === undefined ? (rows.left[index] ?? []) : [],
  );
  const spans = [
    ...items.map(({ drawing }) => ({ top: drawing.top, bottom: drawing.bottom })),
    ...lanes.map((row) => ({ top: row.y - LANE_TOP, bottom: lastOf(row) + LANE_BOTTOM })),
  ];
  const bundles = bundlesOf(network, grid, frame, rows, columns);
  const stubs = bundles.filter(({ stub }) => stub);
  return {
    items,
    bundles,
    dashes: dashesOf(grid, order, frame, rows, columns, stubs),
    columns: placedColumns(network, grid, order, rows, columns),
    width: Math.max(
      items.reduce((most, item) => Math.max(most, item.x + item.drawing.width), 0),
      bundles.reduce((most, bundle) => Math.max(most, bundle.to.x), 0),
    ),
    top: spans.reduce((least, { top }) => Math.min(least, top), spans[0]?.top ?? 0),
    bottom: spans.reduce((most, { bottom }) => Math.max(most, bottom), spans[0]?.bottom ?? 0),
    crossings: countCrossings(grid, order),
  };
}
