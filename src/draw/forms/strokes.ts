import { line } from "../curve.ts";
import { labelBaseline, measureText } from "../label.ts";
import type { Mark, TextRole } from "../mark.ts";
import type { Path, Point } from "../path.ts";
import { type Heights, SPACING } from "../slab.ts";

const DOT_RADIUS = 3.85;
const LABEL_MARGIN = 3;

/** Gives the LaTeX of an axis. */
export type LabelOf = (axis: string) => string;

/** A piece of a strand. */
export function strand(axis: string, path: Path): Mark {
  return { kind: "strand", axis, path };
}

/** A piece of a strand that keeps its height; nothing where it has no length. */
export function straight(axis: string, y: number, x0: number, x1: number): readonly Mark[] {
  return x1 > x0 ? [strand(axis, line({ x: x0, y }, { x: x1, y }))] : [];
}

/** Strands that run through at their heights. */
export function passing(axes: readonly string[], heights: Heights, width: number): readonly Mark[] {
  return axes.flatMap((axis, i) => straight(axis, heights[i] ?? 0, 0, width));
}

/** The dot where strands meet, start or end. */
export function dot({ x, y }: Point): Mark {
  return { kind: "dot", x, y, radius: DOT_RADIUS };
}

/** Text whose middle is at the point, also vertically. */
export function centredText(text: string, role: TextRole, at: Point): Mark {
  const { height, depth } = measureText(text, role);
  return { kind: "text", text, role, x: at.x, y: at.y + (height - depth) / 2, anchor: "middle" };
}

/** The label of a new axis, above its strand and right-aligned to the right edge of the slab. */
export function edgeLabel(axis: string, label: LabelOf, edge: Point): Mark {
  const text = label(axis);
  return {
    kind: "text",
    text,
    role: "axis",
    x: edge.x - LABEL_MARGIN,
    y: labelBaseline(text, edge.y),
    anchor: "end",
    axis,
  };
}

/** The room that labels at the right edge need, at least `least`. */
export function labelWidth(axes: readonly string[], label: LabelOf, least: number): number {
  const widths = axes.map((axis) => measureText(label(axis), "axis").width + 2 * LABEL_MARGIN);
  return Math.max(least, ...widths);
}

/** Heights of `count` strands with pitch `SPACING` from the first one down. */
export function pitched(first: number, count: number): Heights {
  return Array.from({ length: count }, (_, i) => first + i * SPACING);
}
