import { SPACING } from "../draw/slab.ts";
import { pool, type Wish } from "./pool.ts";
import { onGrid } from "./row.ts";
import { WITHIN } from "./stand.ts";

/** A lane needs this much above its first strand and below its last. */
export const LANE_TOP = 0.8 * SPACING;
export const LANE_BOTTOM = 0.5 * SPACING;

/** What a dashed line between two arrays takes of the room between their marks. */
const DASH_ROOM = 0.15 * SPACING;

/** One chosen row of a layer, with the room that it needs and what it wishes for. */
export interface Place {
  readonly cell: number;
  readonly depth: number;
  top: number;
  bottom: number;
  readonly wishes: Wish[];
}

/** The heights of the first strands of rows that stand below each other in one layer. */
export function chooseHeights(places: readonly Place[]): number[] {
  const apart = places.slice(0, -1).map((place, index) => {
    const below = places[index + 1];
    if (below === undefined || below.cell === place.cell) return place.depth + WITHIN;
    return place.depth + Math.max(onGrid(place.bottom + DASH_ROOM + below.top), SPACING);
  });
  return pool(
    places.map((place) => place.wishes),
    apart,
  );
}
