import { type Heights, SPACING } from "../draw/slab.ts";

/** Half a spacing: every height of a figure is a multiple of it. */
export const GRID = SPACING / 2;

/**
 * The strands of one array at one data column: `offsets` begin with 0. Without strands (a scalar)
 * the row still has a place.
 */
export interface Row {
  readonly y: number;
  readonly offsets: readonly number[];
}

export function rowOf(heights: Heights, otherwise: number): Row {
  const y = heights[0] ?? otherwise;
  return { y, offsets: heights.map((height) => height - y) };
}

export function heightsOf(row: Row): Heights {
  return row.offsets.map((offset) => row.y + offset);
}

/** From the first strand to the last. */
export function depthOf(row: Row): number {
  return row.offsets.at(-1) ?? 0;
}

/** The height of the last strand, on which wishes are measured. */
export function lastOf(row: Row): number {
  return row.y + depthOf(row);
}

export function pitched(strands: number): readonly number[] {
  const known = pitches[strands];
  if (known !== undefined) return known;
  const offsets = Array.from({ length: strands }, (_, index) => index * SPACING);
  pitches[strands] = offsets;
  return offsets;
}

/** Offsets by the number of strands; rows with the same have the same list. */
const pitches: (readonly number[] | undefined)[] = [];

/** The next multiple of the grid at or above a length. */
export function onGrid(length: number): number {
  return Math.ceil(length / GRID - 1e-9) * GRID;
}
