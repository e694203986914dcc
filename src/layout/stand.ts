import { copy } from "../draw/forms/copy.ts";
import type { LabelOf } from "../draw/forms/strokes.ts";
import { type Slab, type SlabDrawing, SPACING } from "../draw/slab.ts";
import { translateMarks, translateParts } from "../draw/translate.ts";
import type { Node } from "./network.ts";
import { depthOf, heightsOf, lastOf, pitched, type Row, rowOf } from "./row.ts";

/** The least distance of neighbouring rows of one slab. */
export const WITHIN = 1.5 * SPACING;

/** A slab of the network with what the height pass must know about it. */
export interface Stand {
  readonly slab: Slab;
  /** For copies, which fill their layer: the same slab at least so wide. */
  readonly widened?: (leastWidth: number) => Slab;
  /**
   * Which rows are chosen: the inputs one by one; all inputs together, at fixed offsets from the
   * first (`rigid`); or the outputs, to which the only input (when there is one) is tied.
   */
  readonly chosen: "inputs" | "rigid" | "outputs";
  /** The output that the input is tied to, and how much deeper the input's last strand is. */
  readonly driver?: { readonly output: number; readonly shift: number };
  /** Room above the first strand of the first chosen row and below the last strand of the last. */
  readonly top: number;
  readonly bottom: number;
  /** Per output and input: the last strand whose height depends on that of the input, else -1. */
  readonly follows: readonly (readonly number[])[];
  /** Places the slab; outputs without strands stand level with input 0 or below the output before. */
  place(
    inputs: readonly Row[],
    free: readonly (Row | undefined)[],
    /** Where a slab without any of both stands. */
    base: number,
  ): readonly Row[];
}

/** The stand of a copy whose branches are in order; `main` is the one that goes straight on. */
export function copyStand({ axes, outputs }: Node, main: number, label: LabelOf): Stand {
  const widened = (leastWidth: number) =>
    copy({ axes, branches: outputs.length, main, leastWidth, label });
  return { ...standOf(widened(0)), widened };
}

/** Finds out by placing the slab a few times how its rows hang together. */
export function standOf(slab: Slab): Stand {
  const anyFree = slab.free.some((free) => free);
  const chosen =
    slab.inputs.length === 0 || slab.rigid !== undefined
      ? anyFree && slab.inputs.length === 0
        ? "outputs"
        : "rigid"
      : slab.inputs.length === 1 && anyFree
        ? "outputs"
        : "inputs";
  const place = cachedPlace(slab);
  const inputs = stacked(slab.inputs, slab.rigid);
  const free = freeRows(slab, inputs[0]);
  const drawing = drawSlab(slab, inputs, free, 0);
  const outputs = drawing.outputs.map((heights) => rowOf(heights, 0));
  const rows = chosen === "outputs" ? outputs : inputs;
  const all = [...inputs, ...outputs];
  const first = rows[0]?.y ?? 0;
  const last = rows.at(-1);
  const end = last ? lastOf(last) : 0;
  const above = Math.min(drawing.top, ...all.map((row) => row.y - 0.5 * SPACING));
  const below = Math.max(drawing.bottom, ...all.map((row) => lastOf(row) + 0.5 * SPACING));
  const output = driverOf(slab);
  const driving = chosen === "outputs" ? outputs[output] : undefined;
  const driver =
    inputs[0] && driving ? { output, shift: lastOf(inputs[0]) - lastOf(driving) } : undefined;
  return {
    slab,
    chosen,
    ...(driver ? { driver } : {}),
    top: first - above,
    bottom: below - end,
    follows: dependence(slab, place, inputs, free),
    place,
  };
}

/** Rows as close together as they may be, or at the fixed offsets of a rigid slab. */
function stacked(arrays: readonly (readonly string[])[], rigid?: readonly number[]): Row[] {
  let y = 0;
  return arrays.map((axes, index) => {
    const row = { y: rigid?.[index] ?? y, offsets: pitched(axes.length) };
    y = lastOf(row) + WITHIN;
    return row;
  });
}

/** Free outputs as close together as they may be, the driver level with the input. */
function freeRows(slab: Slab, input: Row | undefined): (Row | undefined)[] {
  const rows = stacked(slab.outputs);
  const driver = rows[driverOf(slab)];
  const down = input && driver ? lastOf(input) - lastOf(driver) : 0;
  return rows.map((row, index) => (slab.free[index] ? { ...row, y: row.y + down } : undefined));
}

function driverOf(slab: Slab): number {
  return Math.max(0, slab.free.indexOf(false));
}

/** Per output and input: the last strand that moves with the rows from this input on, not without. */
function dependence(
  slab: Slab,
  place: Stand["place"],
  inputs: readonly Row[],
  free: readonly (Row | undefined)[],
): number[][] {
  if (slab.rigid !== undefined || inputs.length < 2) {
    return slab.outputs.map((axes) => inputs.map(() => Math.max(0, axes.length - 1)));
  }
  const move = 8 * SPACING;
  const moved = [...inputs, undefined].map((_, first) => {
    const rows = inputs.map((row, i) => (i < first ? row : { ...row, y: row.y + move }));
    return place(rows, free, 0);
  });
  return slab.outputs.map((axes, output) =>
    inputs.map((_, input) => {
      const withIt = moved[input]?.[output];
      const without = moved[input + 1]?.[output];
      if (!withIt || !without) return -1;
      if (axes.length === 0) return input === 0 ? 0 : -1;
      const rest = heightsOf(without);
      return heightsOf(withIt).findLastIndex((y, strand) => y !== rest[strand]);
    }),
  );
}

/**
 * Draws a slab at rows. One with a row that has no strands, which says nothing of its height, is
 * drawn with its first row at 0 and moved to where that stands.
 */
export function drawSlab(
  slab: Slab,
  inputs: readonly Row[],
  free: readonly (Row | undefined)[],
  base: number,
): SlabDrawing {
  const rows = [...inputs, ...free.filter((row) => row !== undefined)];
  if (rows.length > 0 && rows.every((row) => row.offsets.length > 0)) {
    return slab.place(
      inputs.map(heightsOf),
      free.map((row) => row && heightsOf(row)),
    );
  }
  const dy = rows[0]?.y ?? base;
  const raised = (row: Row) => heightsOf({ ...row, y: row.y - dy });
  const drawing = slab.place(
    inputs.map(raised),
    free.map((row) => row && raised(row)),
  );
  return {
    ...drawing,
    outputs: drawing.outputs.map((heights) => heights.map((y) => y + dy)),
    top: drawing.top + dy,
    bottom: drawing.bottom + dy,
    ...(drawing.arrow && { arrow: { x: drawing.arrow.x, y: drawing.arrow.y + dy } }),
    ...(drawing.parts && { parts: translateParts(drawing.parts, 0, dy) }),
    marks: translateMarks(drawing.marks, 0, dy),
  };
}

/** Remembers the last answer, since a slab at the same relative heights draws the same. */
function cachedPlace(slab: Slab): Stand["place"] {
  let known: { key: readonly number[]; outputs: readonly Row[] } | undefined;
  return (inputs, free, otherwise) => {
    const base = inputs[0]?.y ?? free.find((row) => row !== undefined)?.y ?? otherwise;
    if (known === undefined || !isAt(known.key, inputs, free, base)) {
      const drawing = slab.place(
        inputs.map((row) => heightsFrom(row, base)),
        free.map((row) => row && heightsFrom(row, base)),
      );
      let level = inputs[0] ? depthOf(inputs[0]) : 0;
      const outputs = drawing.outputs.map((heights, output) => {
        const row = rowOf(heights, level);
        if (!slab.free[output]) level = lastOf(row) + WITHIN;
        return row;
      });
      known = { key: relativeHeights(inputs, free, base), outputs };
    }
    return known.outputs.map((row, output) => {
      const given = free[output];
      return given ?? { y: row.y + base, offsets: row.offsets };
    });
  };
}

function heightsFrom({ y, offsets }: Row, base: number): readonly number[] {
  return offsets.map((offset) => y - base + offset);
}

function relativeHeights(
  inputs: readonly Row[],
  free: readonly (Row | undefined)[],
  base: number,
): number[] {
  return [...inputs, ...free].flatMap((row) => (row ? heightsFrom(row, base) : []));
}

/** True when these are the relative heights of the rows. */
function isAt(
  key: readonly number[],
  inputs: readonly Row[],
  free: readonly (Row | undefined)[],
  base: number,
): boolean {
  let next = 0;
  for (const rows of [inputs, free]) {
    for (const row of rows) {
      if (row === undefined) continue;
      for (const offset of row.offsets) {
        if (key[next++] !== row.y - base + offset) return false;
      }
    }
  }
  return next === key.length;
}
