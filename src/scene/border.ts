import { strandBetween } from "../draw/curve.ts";
import { labelBaseline, measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import { type Heights, type Slab, SPACING } from "../draw/slab.ts";

/** Room above the first strand of a border for its label. */
const LABEL_ROOM = 0.8 * SPACING;
const FOOT = 0.5 * SPACING;
const LABEL_GAP = 0.2 * SPACING;

/** An array that crosses the border of a block or loop, by its axes inside. */
export interface BorderArray {
  readonly axes: readonly string[];
  /** LaTeX per axis; absent where the names are the same on both sides. */
  readonly labels?: readonly string[];
}

/** The left border of a block's inside: its arrays come in at heights that the layout chooses. */
export function entryBorder(arrays: readonly BorderArray[]): Slab {
  const widest = Math.max(
    0,
    ...arrays.flatMap((array) => (array.labels ?? []).map((tex) => measureText(tex, "axis").width)),
  );
  const width = widest === 0 ? 0 : widest + 2 * LABEL_GAP;
  return {
    inputs: [],
    outputs: arrays.map((array) => array.axes),
    takesHoles: [],
    free: arrays.map(() => true),
    keepsShape: false,
    place(_inputs, free) {
      const rows = arrays.map((array, i) => free[i] ?? stacked(arrays, i, array.axes.length));
      return {
        width,
        outputs: rows,
        ...extents(rows),
        dashEnds: [],
        dashStarts: rows.slice(1).map(() => 0),
        marks: arrays.flatMap((array, i) => rowMarks(array, rows[i] ?? [], width)),
      };
    },
  };
}

/** The right border of a block's inside; takes its arrays at the heights that they have there. */
export function exitBorder(arrays: readonly BorderArray[]): Slab {
  return {
    inputs: arrays.map((array) => array.axes),
    outputs: [],
    takesHoles: arrays.map(() => true),
    free: [],
    keepsShape: false,
    place(inputs) {
      return {
        width: 0,
        outputs: [],
        ...extents(inputs),
        dashEnds: inputs.slice(1).map(() => 0),
        dashStarts: [],
        marks: [],
      };
    },
  };
}

function stacked(arrays: readonly BorderArray[], row: number, strands: number): Heights {
  let y = 0;
  for (const array of arrays.slice(0, row)) {
    y += (Math.max(array.axes.length, 1) + 0.5) * SPACING;
  }
  return Array.from({ length: strands }, (_, i) => y + i * SPACING);
}

function extents(rows: readonly Heights[]): { readonly top: number; readonly bottom: number } {
  const heights = rows.flat();
  if (heights.length === 0) return { top: -LABEL_ROOM, bottom: FOOT };
  return { top: Math.min(...heights) - LABEL_ROOM, bottom: Math.max(...heights) + FOOT };
}

function rowMarks(array: BorderArray, heights: Heights, width: number): readonly Mark[] {
  if (width === 0) return [];
  return array.axes.flatMap((axis, i): readonly Mark[] => {
    const y = heights[i] ?? 0;
    const strand: Mark = {
      kind: "strand",
      axis,
      path: strandBetween({ x: 0, y }, { x: width, y }),
    };
    const text = array.labels?.[i];
    if (text === undefined) return [strand];
    return [
      strand,
      {
        kind: "text",
        text,
        role: "axis",
        x: LABEL_GAP,
        y: labelBaseline(text, y),
        anchor: "start",
        axis,
      },
    ];
  });
}
