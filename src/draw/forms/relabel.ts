import { circlePath, polygon, strandThrough } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import type { Path, Point } from "../path.ts";
import { type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { centredText, edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";

/** Strands of one array that change: each axis before goes on as the axis after. */
export interface RelabelSpec {
  readonly axes: readonly string[];
  readonly changes: readonly { readonly before: string; readonly after: string }[];
  readonly output: readonly string[];
  readonly label: LabelOf;
}

const BEAD = 3;
const MARGIN = 0.5 * SPACING;
const HALF_HEIGHT = 0.5 * SPACING;
const POINT = 0.4 * SPACING;

/** A rename: a bead on the strand, and the new name behind it. */
export function bead(spec: RelabelSpec): Slab {
  return changedStrands(spec, 2 * BEAD, (at) => [
    { kind: "path", path: circlePath(at, BEAD), stroke: "ring", fill: "paper" },
  ]);
}

/** A reindexing such as a shift, slice or pad: a hexagon with its text on each strand. */
export function hexagon(spec: RelabelSpec & { readonly text: string }): Slab {
  const body = Math.max(1.5 * SPACING, measureText(spec.text, "count").width + 2 * POINT + 4);
  return changedStrands(spec, body, (at) => [
    { kind: "path", path: hexagonPath(at, body / 2), stroke: "outline", fill: "paper" },
    centredText(spec.text, "count", at),
  ]);
}

function hexagonPath({ x, y }: Point, half: number): Path {
  return polygon(
    { x: x - half, y },
    { x: x - half + POINT, y: y - HALF_HEIGHT },
    { x: x + half - POINT, y: y - HALF_HEIGHT },
    { x: x + half, y },
    { x: x + half - POINT, y: y + HALF_HEIGHT },
    { x: x - half + POINT, y: y + HALF_HEIGHT },
  );
}

function changedStrands(
  { axes, changes, output, label }: RelabelSpec,
  body: number,
  glyph: (at: Point) => readonly Mark[],
): Slab {
  const before = (axis: string) => changes.find((change) => change.after === axis)?.before ?? axis;
  const fresh = changes.filter(({ after }) => !axes.includes(after)).map(({ after }) => after);
  const crosses = output.some((axis, i) => axes[i] !== before(axis));
  const left = crosses ? 2 * SPACING : MARGIN;
  const middle = left + body / 2;
  const width = left + body + labelWidth(fresh, label, MARGIN);
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [true],
    free: [false],
    keepsShape: false,
    place([heights = []]) {
      const strands: Mark[] = [];
      const glyphs: Mark[] = [];
      for (const [i, axis] of output.entries()) {
        const origin = before(axis);
        const from = { x: 0, y: heights[axes.indexOf(origin)] ?? 0 };
        const y = heights[i] ?? 0;
        const seat = strandThrough(from, { x: left, y }, { x: middle, y });
        strands.push(strand(origin, seat));
        strands.push(strand(axis, strandThrough({ x: middle, y }, { x: width, y })));
        if (changes.some(({ after }) => after === axis)) glyphs.push(...glyph({ x: middle, y }));
        if (fresh.includes(axis)) glyphs.push(edgeLabel(axis, label, { x: width, y }));
      }
      const outputs = [output.map((_, i) => heights[i] ?? 0)];
      return finishDrawing({ width, inputs: [heights], outputs, marks: [...strands, ...glyphs] });
    },
  };
}
