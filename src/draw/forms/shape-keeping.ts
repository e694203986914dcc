import type { Mark } from "../mark.ts";
import type { Heights, Slab } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";

/** What stands on the strands of one array, which all keep their heights. */
export interface Overlay {
  readonly width: number;
  readonly marks: readonly Mark[];
  readonly above?: number;
  readonly below?: number;
}

/** A slab with one input that leaves as it came; `overlay` draws the strands and the glyph. */
export function shapeKeeping(
  axes: readonly string[],
  overlay: (heights: Heights) => Overlay,
): Slab {
  return {
    inputs: [axes],
    outputs: [axes],
    takesHoles: [true],
    free: [false],
    keepsShape: true,
    place([heights = []]) {
      const rows = [heights];
      return finishDrawing({ ...overlay(heights), inputs: rows, outputs: rows });
    },
  };
}
