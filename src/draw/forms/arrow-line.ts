import { arrowhead, line, strandThrough } from "../curve.ts";
import { labelBaseline, measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import { type Heights, SPACING } from "../slab.ts";
import { dot } from "./strokes.ts";

/** An array at an edge of a slab where every array is one line. */
export interface ArrowEnd {
  readonly y: number;
  /** The axis that the line goes by when it is pointed at: the first of the array. */
  readonly axis: string;
  /** LaTeX of what stands above the line. */
  readonly label?: string;
}

const MARGIN = 3;
const LEAST_STUB = 0.5 * SPACING;
const COPY_DOT = 0.25 * SPACING;

/** The height of the line that stands for these strands; none for an array without axes. */
export function middleOf(heights: Heights): number | undefined {
  const [first] = heights;
  const last = heights.at(-1);
  return first === undefined || last === undefined ? undefined : (first + last) / 2;
}

/** The level line of an array. */
export function arrowLine({ axis, y }: ArrowEnd, from: number, to: number): readonly Mark[] {
  return to > from ? [{ kind: "strand", axis, path: line({ x: from, y }, { x: to, y }) }] : [];
}

/** The line of an array with an arrowhead whose tip is at `to`. */
export function arrowInto(end: ArrowEnd, from: number, to: number): readonly Mark[] {
  const head: Mark = { kind: "path", path: arrowhead({ x: to, y: end.y }), fill: "ink" };
  return [...arrowLine(end, from, to - MARGIN), head];
}

/** The line of an array that changes its height. */
export function arrowThrough(axis: string, from: Point, ...rest: readonly Point[]): Mark {
  return { kind: "strand", axis, path: strandThrough(from, ...rest) };
}

/** The labels of arrays that leave at `x`, right-aligned to it. */
export function arrowLabels(ends: readonly ArrowEnd[], x: number): readonly Mark[] {
  return ends.flatMap(({ label: text, y }): readonly Mark[] =>
    text === undefined
      ? []
      : [
          {
            kind: "text",
            text,
            role: "axis",
            x: x - MARGIN,
            y: labelBaseline(text, y),
            anchor: "end",
          },
        ],
  );
}

/** The length that lines need for their labels. */
export function stubLength(ends: readonly ArrowEnd[]): number {
  const widths = ends.map(({ label }) =>
    label === undefined ? 0 : measureText(label, "axis").width + 3 * MARGIN,
  );
  return Math.max(LEAST_STUB, ...widths);
}

/** A copy of an array that is one line: a dot, and a curve to every branch. */
export function copiedArrow(
  axis: string,
  heights: Heights,
  branches: readonly Heights[],
  width: number,
): readonly Mark[] {
  const y = middleOf(heights);
  if (y === undefined) return [];
  const at = { x: COPY_DOT, y };
  const curves = branches.flatMap((branch): readonly Mark[] => {
    const to = middleOf(branch);
    return to === undefined ? [] : [arrowThrough(axis, at, { x: width, y: to })];
  });
  return [...arrowLine({ axis, y }, 0, COPY_DOT), ...curves, dot(at)];
}
