import { LANE_BOTTOM, LANE_TOP } from "./places.ts";
import { lastOf } from "./row.ts";
import { standAt, type Work } from "./work.ts";

/** From above the first strand to below the last. */
export interface Room {
  readonly top: number;
  readonly bottom: number;
}

/** How much a cell needs above the first strand that is chosen in its layer and below the last. */
export function marginsOf(work: Work, cell: number): Room {
  return standAt(work, cell) ?? { top: LANE_TOP, bottom: LANE_BOTTOM };
}

/** The room that a cell takes in its layer as it stands. */
export function roomOf(work: Work, cell: number): Room {
  const stand = standAt(work, cell);
  const rows = (stand?.chosen === "outputs" ? work.right : work.left)[cell] ?? [];
  const { top, bottom } = marginsOf(work, cell);
  const last = rows.at(-1);
  const base = work.base[cell] ?? 0;
  return { top: (rows[0]?.y ?? base) - top, bottom: (last ? lastOf(last) : base) + bottom };
}

/** What is free between the neighbours of the cell at this place of a layer. */
export function freeRoom(work: Work, cells: readonly number[], place: number): Room {
  const over = cells[place - 1];
  const under = cells[place + 1];
  return {
    top: over === undefined ? Number.NEGATIVE_INFINITY : roomOf(work, over).bottom,
    bottom: under === undefined ? Number.POSITIVE_INFINITY : roomOf(work, under).top,
  };
}
