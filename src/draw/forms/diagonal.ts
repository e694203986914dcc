import { strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { drawnPart } from "./slab-parts.ts";
import { dot, edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";

export interface DiagonalSpec {
  readonly axes: readonly string[];
  /** Two or more axes of equal size. */
  readonly targets: readonly string[];
  readonly result: string;
  readonly output: readonly string[];
  readonly label: LabelOf;
}

const MEETS = 1.75 * SPACING;

/** Strands of one array meet in a dot, and one goes on: the entries where their positions agree. */
export function diagonal({ axes, targets, result, output, label }: DiagonalSpec): Slab {
  const isNew = !axes.includes(result);
  const width = MEETS + labelWidth(isNew ? [result] : [], label, 0.5 * SPACING) + 0.25 * SPACING;
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place([heights = []]) {
      const source = (axis: string) => (axis === result ? (targets[0] ?? axis) : axis);
      const left = leftAlone(output.map((axis) => heights[axes.indexOf(source(axis))] ?? 0));
      const marks: Mark[] = axes.flatMap((axis, i) => {
        const end = targets.includes(axis) ? output.indexOf(result) : output.indexOf(axis);
        const y = left[end] ?? heights[i] ?? 0;
        return [strand(axis, strandThrough({ x: 0, y: heights[i] ?? 0 }, { x: MEETS, y }))];
      });
      for (const [i, axis] of output.entries()) {
        const y = left[i] ?? 0;
        marks.push(strand(axis, strandThrough({ x: MEETS, y }, { x: width, y })));
        if (axis === result) marks.push(dot({ x: MEETS, y }));
        if (axis === result && isNew) marks.push(edgeLabel(axis, label, { x: width, y }));
      }
      const ends = axes.flatMap((axis, i) => (targets.includes(axis) ? (heights[i] ?? []) : []));
      const met = [...ends, left[output.indexOf(result)] ?? 0];
      const y = Math.min(...met);
      const box = { x: 0, y, width: MEETS, height: Math.max(...met) - y };
      const parts = drawnPart("diagonal", [box]);
      return finishDrawing({ width, inputs: [heights], outputs: [left], marks, parts });
    },
  };
}

/** The wished heights, each moved down as far as the one above it demands. */
function leftAlone(wishes: Heights): Heights {
  let previous = Number.NEGATIVE_INFINITY;
  return wishes.map((y) => {
    previous = Math.max(y, previous + SPACING);
    return previous;
  });
}
