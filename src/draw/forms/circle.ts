import { circlePath, line, polygon, strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import { type Slab, SPACING } from "../slab.ts";
import { shapeKeeping } from "./shape-keeping.ts";
import { centredText, straight, strand } from "./strokes.ts";

export interface CircleSpec {
  readonly axes: readonly string[];
  /** The axes whose statistics are taken; the circle stands on the first, the others bend in. */
  readonly targets: readonly string[];
  /** What stands inside: a diameter for layer norm, V for RMS norm, a letter, or nothing. */
  readonly inside: "diameter" | "rms" | "empty" | { readonly letter: string };
}

const RADIUS = 0.5 * SPACING;
const BELOW = 0.75 * SPACING;

/** The norm circle. */
export function circle({ axes, targets, inside }: CircleSpec): Slab {
  const [first] = targets;
  const others = targets.length - 1;
  const width = (others > 0 ? 4 : 2) * SPACING;
  return shapeKeeping(axes, (heights) => {
    const index = targets.length === 0 ? -1 : axes.indexOf(first ?? "");
    const centre = { x: width / 2, y: heights[index] ?? heights[0] ?? 0 };
    const marks: Mark[] = axes.flatMap((axis, i) => {
      const y = heights[i] ?? 0;
      if (axis === first) return onCircle(axis, centre, width);
      if (!targets.includes(axis)) return straight(axis, y, 0, width);
      return bentIn(axis, y, centre, width);
    });
    marks.push({ kind: "path", path: circlePath(centre, RADIUS), stroke: "bold", fill: "paper" });
    marks.push(...pictogram(inside, centre));
    return { width, marks, below: BELOW };
  });
}

function onCircle(axis: string, centre: Point, width: number): readonly Mark[] {
  return [
    ...straight(axis, centre.y, 0, centre.x - RADIUS),
    ...straight(axis, centre.y, centre.x + RADIUS, width),
  ];
}

/** A strand that leaves its height to touch the circle and goes back. */
function bentIn(axis: string, y: number, centre: Point, width: number): readonly Mark[] {
  const side = y < centre.y ? -1 : 1;
  const touch = { x: RADIUS * 0.6, y: centre.y + side * RADIUS * 0.8 };
  return [
    strand(axis, strandThrough({ x: 0, y }, { x: centre.x - touch.x, y: touch.y })),
    strand(axis, strandThrough({ x: centre.x + touch.x, y: touch.y }, { x: width, y })),
  ];
}

function pictogram(inside: CircleSpec["inside"], centre: Point): readonly Mark[] {
  const { x, y } = centre;
  if (inside === "empty") return [];
  if (inside === "diameter") {
    const path = line({ x, y: y - RADIUS }, { x, y: y + RADIUS });
    return [{ kind: "path", path, stroke: "ring" }];
  }
  if (inside === "rms") {
    const path = polygon({ x: x - 5, y: y - 5 }, { x, y: y + 6 }, { x: x + 5, y: y - 5 });
    return [{ kind: "path", path: path.slice(0, 3), stroke: "ring" }];
  }
  return [centredText(inside.letter, "count", centre)];
}
