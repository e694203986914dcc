import { strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { alignedHeights } from "./aligned.ts";
import { finishDrawing } from "./drawing.ts";
import { dot, edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";

export interface DiagonalPlaceSpec {
  readonly axes: readonly string[];
  /** The axis whose entries go on the diagonal. */
  readonly target: string;
  /** The axes that the diagonal runs along. */
  readonly results: readonly string[];
  readonly output: readonly string[];
  readonly label: LabelOf;
}

const PARTS = 0.75 * SPACING;
const RUN = 1.5 * SPACING;

/** The mirror image of reading a diagonal: one strand ends in a dot, from which the others leave. */
export function diagonalPlace(spec: DiagonalPlaceSpec): Slab {
  const { axes, target, results, output, label } = spec;
  const fresh = results.filter((axis) => !axes.includes(axis));
  const width = PARTS + RUN + labelWidth(fresh, label, 0.25 * SPACING) + 2;
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place([heights = []]) {
      const own = (axis: string) => heights[axes.indexOf(axis)];
      const first = output.find((axis) => results.includes(axis));
      const wishes = output.map((axis) => {
        if (!results.includes(axis)) return own(axis);
        return axis === first ? own(target) : undefined;
      });
      const to = alignedHeights(wishes, heights[0] ?? 0);
      const from = { x: PARTS, y: own(target) ?? heights[0] ?? 0 };
      const settled = PARTS + RUN;
      const marks: Mark[] = [strand(target, strandThrough({ x: 0, y: from.y }, from))];
      for (const [i, axis] of output.entries()) {
        const y = to[i] ?? 0;
        const isResult = results.includes(axis);
        const start = isResult ? from : { x: 0, y: own(axis) ?? y };
        const turn = isResult ? PARTS : 0.25 * SPACING;
        const path = strandThrough(
          start,
          { x: turn, y: start.y },
          { x: settled, y },
          { x: width, y },
        );
        marks.push(strand(axis, path));
        if (fresh.includes(axis)) marks.push(edgeLabel(axis, label, { x: width, y }));
      }
      marks.push(dot(from));
      return finishDrawing({ width, inputs: [heights], outputs: [to], marks });
    },
  };
}
