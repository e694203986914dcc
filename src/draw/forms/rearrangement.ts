import { rectangle, strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { swapPart } from "./slab-parts.ts";
import { edgeLabel, type LabelOf, labelWidth, pitched, strand } from "./strokes.ts";

/** A strand with the strands that it is inside of a rearrangement. */
export interface Rearranged {
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface RearrangementSpec {
  readonly axes: readonly string[];
  readonly output: readonly string[];
  /** Axes that are split, or stay whole as their only part, in the order of the array. */
  readonly split: readonly Rearranged[];
  readonly merged: readonly Rearranged[];
  readonly label: LabelOf;
}

const RUN = 1.5 * SPACING;
const CROSS = 2 * SPACING;
const BAR = 0.25 * SPACING;
const OVERHANG = 0.35 * SPACING;

/** Bars that split axes, strands that change places, and bars that merge them again. */
export function rearrangement({ axes, output, split, merged, label }: RearrangementSpec): Slab {
  const fresh = output.filter((axis) => !axes.includes(axis));
  const margin = labelWidth(fresh, label, 0.5 * SPACING);
  const before = partsOf(axes, split);
  const after = partsOf(output, merged);
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place([heights = []]) {
      const top = heights[0] ?? 0;
      const left = seats(before, top);
      const right = seats(after, top);
      const out = pitched(top, output.length);
      const splitAt = split.some(isGroup) ? RUN : 0.5 * SPACING;
      const from = splitAt + (split.some(isGroup) ? BAR : 0);
      const to = from + CROSS;
      const back = to + (merged.some(isGroup) ? BAR : 0);
      const width = back + (merged.some(isGroup) ? RUN : 0) + margin;
      const marks: Mark[] = [
        ...axes.map((axis, i) => {
          const seat = middleOf(partsIn(split, axis), left);
          const at = { x: splitAt, y: seat ?? heights[i] ?? top };
          return strand(
            axis,
            strandThrough({ x: 0, y: heights[i] ?? top }, at, { x: from, y: at.y }),
          );
        }),
        ...after.flatMap((axis): readonly Mark[] => {
          const [start, end] = [left.get(axis), right.get(axis)];
          if (start === undefined || end === undefined) return [];
          return [strand(axis, strandThrough({ x: from, y: start }, { x: to, y: end }))];
        }),
        ...output.map((axis, i) => {
          const y = out[i] ?? top;
          const start = { x: back, y: middleOf(partsIn(merged, axis), right) ?? y };
          const path = strandThrough(start, { x: width - margin, y }, { x: width, y });
          return strand(axis, path);
        }),
        ...bars(split, left, splitAt),
        ...bars(merged, right, to),
        ...fresh.map((axis) =>
          edgeLabel(axis, label, { x: width, y: out[output.indexOf(axis)] ?? top }),
        ),
      ];
      const ways = after.map((axis) => ({
        from: left.get(axis) ?? top,
        seat: right.get(axis) ?? top,
      }));
      const parts = swapPart(ways, from, to);
      return finishDrawing({ width, inputs: [heights], outputs: [out], marks, parts });
    },
  };
}

function isGroup({ parts }: Rearranged): boolean {
  return parts.length !== 1;
}

/** The strands between the bars, where axes that no term names stand as they are. */
function partsOf(axes: readonly string[], terms: readonly Rearranged[]): readonly string[] {
  return axes.flatMap((axis) => terms.find(({ whole }) => whole === axis)?.parts ?? [axis]);
}

function seats(parts: readonly string[], top: number): ReadonlyMap<string, number> {
  return new Map(parts.map((axis, i) => [axis, top + i * SPACING]));
}

function partsIn(terms: readonly Rearranged[], axis: string): readonly string[] {
  return terms.find(({ whole }) => whole === axis)?.parts ?? [axis];
}

/** The height between the first and the last part. */
function middleOf(
  parts: readonly string[],
  heights: ReadonlyMap<string, number>,
): number | undefined {
  const all: Heights = parts.flatMap((part) => heights.get(part) ?? []);
  return all.length === 0 ? undefined : (Math.min(...all) + Math.max(...all)) / 2;
}

function bars(
  terms: readonly Rearranged[],
  heights: ReadonlyMap<string, number>,
  x: number,
): readonly Mark[] {
  return terms.filter(isGroup).flatMap(({ parts }): readonly Mark[] => {
    const all = parts.flatMap((part) => heights.get(part) ?? []);
    if (all.length === 0) return [];
    const y = Math.min(...all) - OVERHANG;
    const height = Math.max(...all) + OVERHANG - y;
    return [{ kind: "path", path: rectangle({ x, y, width: BAR, height }), fill: "ink" }];
  });
}
