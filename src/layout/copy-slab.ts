import type { Mark } from "../draw/mark.ts";
import type { Point } from "../draw/path.ts";
import { type Heights, type Slab, SPACING } from "../draw/slab.ts";

/** An array in several branches; the main branch keeps its heights, the others go where they must. */
export function copySlab(axes: readonly string[], branches: number, main: number): Slab {
  const outputs = Array.from({ length: branches }, () => axes);
  return {
    inputs: [axes],
    outputs,
    takesHoles: [false],
    free: outputs.map((_, index) => index !== main),
    keepsShape: false,
    place([input = []], free) {
      const heights = outputs.map((_, index) => (index === main ? input : (free[index] ?? input)));
      const drops = heights.flatMap((branch) =>
        branch.map((y, i) => Math.abs(y - (input[i] ?? y))),
      );
      const width = (0.5 + clamp((0.6 * Math.max(0, ...drops)) / SPACING, 1.5, 4)) * SPACING;
      const marks: Mark[] = heights.flatMap((branch) =>
        branch.map((y, i) => strand(axes[i] ?? "", input[i] ?? y, y, width)),
      );
      for (const y of input) marks.push({ kind: "dot", x: 0.25 * SPACING, y, radius: 4 });
      const all: Heights = [...input, ...heights.flat()];
      return {
        width,
        outputs: heights,
        top: all.length > 0 ? Math.min(...all) - 0.8 * SPACING : 0,
        bottom: all.length > 0 ? Math.max(...all) + 0.5 * SPACING : 0,
        dashEnds: [],
        dashStarts: heights.slice(1).map(() => 0.7 * width),
        marks,
      };
    },
  };
}

function strand(axis: string, from: number, to: number, width: number): Mark {
  const dot: Point = { x: 0.25 * SPACING, y: from };
  const end: Point = { x: width, y: to };
  const reach = (end.x - dot.x) / 2;
  return {
    kind: "strand",
    axis,
    path: [
      { kind: "move", to: { x: 0, y: from } },
      { kind: "line", to: dot },
      from === to
        ? { kind: "line", to: end }
        : {
            kind: "cubic",
            c1: { x: dot.x + reach, y: from },
            c2: { x: end.x - reach, y: to },
            to: end,
          },
    ],
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
