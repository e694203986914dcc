import { markBounds, unionBounds } from "../bounds.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type SlabDrawing, SPACING } from "../slab.ts";

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
}

/** Room above a strand for its label. */
export const LABEL_ROOM = 0.8 * SPACING;
const FOOT = 0.5 * SPACING;

/** Completes a sketch: everything it draws lies between `top` and `bottom`. */
export function finishDrawing(sketch: Sketch): SlabDrawing {
  const { width, inputs, outputs, marks } = sketch;
  const heights = [...inputs.flat(), ...outputs.flat()];
  const first = heights.length === 0 ? 0 : Math.min(...heights);
  const last = heights.length === 0 ? 0 : Math.max(...heights);
  const drawn = unionBounds(marks.filter((mark) => mark.kind !== "strand").map(markBounds));
  const top = first - (sketch.above ?? LABEL_ROOM);
  const bottom = last + (sketch.below ?? FOOT);
  const dashEnd = sketch.dashEnd ?? width / 2;
  const dashStart = sketch.dashStart ?? width / 2;
  return {
    width,
    outputs,
    top: drawn === undefined ? top : Math.min(top, drawn.y),
    bottom: drawn === undefined ? bottom : Math.max(bottom, drawn.y + drawn.height),
    dashEnds: sketch.dashEnds ?? inputs.slice(1).map(() => dashEnd),
    dashStarts: outputs.slice(1).map(() => dashStart),
    marks,
  };
}
