import type { Columns } from "./columns.ts";
import type { Order } from "./crossings.ts";
import type { Grid } from "./grid.ts";
import type { Network } from "./network.ts";
import type { PlacedColumn, PlacedRow } from "./placement.ts";
import { LANE_BOTTOM, LANE_TOP } from "./places.ts";
import { lastOf } from "./row.ts";
import type { Rows } from "./work.ts";

/** Every layer with what stands in it, in the order that was chosen. */
export function placedColumns(
  network: Network,
  grid: Grid,
  order: Order,
  rows: Rows,
  columns: Columns,
): PlacedColumn[] {
  const rowOf = (cell: number): PlacedRow | undefined => {
    const { node, link } = grid.cells[cell] ?? {};
    const slab = network.nodes[node ?? -1];
    const drawing = columns.drawings[cell];
    if (slab !== undefined && drawing !== undefined) {
      const { top, bottom } = drawing;
      const array = slab.role === "copy" ? slab.inputs[0] : undefined;
      return array === undefined ? { item: slab.id, top, bottom } : { array, top, bottom };
    }
    const array = network.links[link ?? -1]?.array;
    const lane = rows.left[cell]?.[0];
    if (array === undefined || lane === undefined) return undefined;
    return { array, top: lane.y - LANE_TOP, bottom: lastOf(lane) + LANE_BOTTOM };
  };
  return order.layers.map((cells, layer) => ({
    x: columns.x[layer] ?? 0,
    width: columns.width[layer] ?? 0,
    rows: cells.flatMap((cell) => rowOf(cell) ?? []),
  }));
}
