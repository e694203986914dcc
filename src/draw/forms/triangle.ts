import { polygon } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import { type Slab, SPACING } from "../slab.ts";
import { shapeKeeping } from "./shape-keeping.ts";
import { straight } from "./strokes.ts";

export interface TriangleSpec {
  readonly axes: readonly string[];
  /** The axes that are normalised over. */
  readonly targets: readonly string[];
  /** A root sign inside: divided by the L2 norm. */
  readonly inside?: "root";
}

const WIDTH = 2 * SPACING;
const LENGTH = SPACING;
const HALF = 0.703 * SPACING;
const ABOVE = SPACING;
const BELOW = 0.8 * SPACING;

/** The soft-max triangle, apex to the left, on the strand of each target. */
export function triangle({ axes, targets, inside }: TriangleSpec): Slab {
  return shapeKeeping(axes, (heights) => {
    const marks: Mark[] = [];
    const apex = (WIDTH - LENGTH) / 2;
    for (const [i, axis] of axes.entries()) {
      const y = heights[i] ?? 0;
      if (!targets.includes(axis)) {
        marks.push(...straight(axis, y, 0, WIDTH));
        continue;
      }
      const base = apex + LENGTH;
      marks.push(...straight(axis, y, 0, apex), ...straight(axis, y, base, WIDTH), {
        kind: "path",
        path: polygon({ x: apex, y }, { x: base, y: y - HALF }, { x: base, y: y + HALF }),
        stroke: "outline",
        fill: "paper",
      });
      if (inside === "root") marks.push(rootSign({ x: apex + 7, y }));
    }
    return { width: WIDTH, marks, above: ABOVE, below: BELOW };
  });
}

function rootSign({ x, y }: Point): Mark {
  const [tick, ...rest] = [
    { x, y: y + 1 },
    { x: x + 2, y },
    { x: x + 4, y: y + 5 },
    { x: x + 6, y: y - 5 },
    { x: x + 11, y: y - 5 },
  ];
  const path = tick ? polygon(tick, ...rest).slice(0, -1) : [];
  return { kind: "path", path, stroke: "ring" };
}
