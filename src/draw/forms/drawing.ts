import { markBounds } from "../bounds.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type SlabDrawing, type SlabPart, SPACING } from "../slab.ts";

/** What a form knows of its drawing before the extents are taken. */
export interface Sketch {
  readonly width: number;
  readonly inputs: readonly Heights[];
  readonly outputs: readonly Heights[];
  readonly marks: readonly Mark[];
  /** One x for every dashed line between inputs; default: half the width. */
  readonly dashEnd?: number;
  readonly dashEnds?: readonly number[];
  /** One x for every dashed line between outputs; default: half the width. */
  readonly dashStart?: number;
  /** Room kept above the first and below the last strand. */
  readonly above?: number;
  readonly below?: number;
  readonly parts?: readonly SlabPart[];
}

/** Room above a strand for its label. */
export const LABEL_ROOM = 0.8 * SPACING;
const FOOT = 0.5 * SPACING;

/** Completes a sketch: everything it draws lies between `top` and `bottom`. */
export function finishDrawing(sketch: Sketch): SlabDrawing {
  const { width, inputs, outputs, marks } = sketch;
  const dashEnd = sketch.dashEnd ?? width / 2;
  const dashStart = sketch.dashStart ?? width / 2;
  return {
    width,
    outputs,
    ...extent(sketch),
    dashEnds: sketch.dashEnds ?? inputs.slice(1).map(() => dashEnd),
    dashStarts: outputs.slice(1).map(() => dashStart),
    ...(sketch.parts !== undefined && sketch.parts.length > 0 && { parts: sketch.parts }),
    marks,
  };
}

/** Strands lie between the heights of their ends, so only glyphs and text are measured. */
function extent({ inputs, outputs, marks, above = LABEL_ROOM, below = FOOT }: Sketch) {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of [...inputs, ...outputs]) {
    first = Math.min(first, row[0] ?? first);
    last = Math.max(last, row.at(-1) ?? last);
  }
  let top = (first <= last ? first : 0) - above;
  let bottom = (first <= last ? last : 0) + below;
  for (const mark of marks) {
    const bounds = mark.kind === "strand" ? undefined : markBounds(mark);
    if (bounds === undefined) continue;
    top = Math.min(top, bounds.y);
    bottom = Math.max(bottom, bounds.y + bounds.height);
  }
  return { top, bottom };
}
