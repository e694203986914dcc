import { line } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { straight } from "./strokes.ts";

const END = 0.75 * SPACING;
const OVERHANG = 0.2 * SPACING;

/** An array that nobody uses: its strands end on one short bar. */
export function discard(axes: readonly string[]): Slab {
  return {
    inputs: [axes],
    outputs: [],
    takesHoles: [true],
    free: [],
    keepsShape: false,
    place([heights = []]) {
      const top = { x: END, y: (heights[0] ?? 0) - OVERHANG };
      const bottom = { x: END, y: (heights.at(-1) ?? 0) + OVERHANG };
      const bar: Mark = { kind: "path", path: line(top, bottom), stroke: "outline" };
      return finishDrawing({
        width: END + 2,
        inputs: [heights],
        outputs: [],
        marks: [...axes.flatMap((axis, i) => straight(axis, heights[i] ?? 0, 0, END)), bar],
      });
    },
  };
}
