import { markBounds, pathBounds, unionBounds } from "../draw/bounds.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { SceneNode } from "./scene.ts";

const PAD = 0.4 * SPACING;
const NEAR = 0.5;

/**
 * The part of an operation's slab that its glyph takes: what is drawn there and the strands that end
 * or begin at it, without those that only pass. Of an array at an end of the figure its name; all of
 * what is neither.
 */
export function glyphRegion({ kind, bounds, marks }: SceneNode): Rect {
  if (kind === "input" || kind === "output") return nameRegion(kind, marks) ?? bounds;
  if (kind !== "op" && kind !== "box") return bounds;
  const drawn = unionBounds(marks.filter((mark) => !passes(mark, bounds)).map(markBounds));
  if (drawn === undefined) return bounds;
  const left = Math.max(bounds.x, drawn.x - PAD);
  const right = Math.min(bounds.x + bounds.width, drawn.x + drawn.width + PAD);
  return { x: left, y: drawn.y - PAD, width: right - left, height: drawn.height + 2 * PAD };
}

/** The name of an array at an end of the figure, off the names of its wires. */
function nameRegion(kind: "input" | "output", marks: readonly Mark[]): Rect | undefined {
  const name = marks.find((mark) => mark.kind === "text" && mark.role === "array");
  const box = name && markBounds(name);
  if (box === undefined) return undefined;
  const { x, y, width, height } = box;
  const left = kind === "input" ? PAD : 0;
  return { x: x - left, y: y - PAD, width: width + PAD, height: height + 2 * PAD };
}

/** A strand that runs from the left edge of the slab to the right one. */
function passes(mark: Mark, { x, width }: Rect): boolean {
  const across = mark.kind === "strand" ? pathBounds(mark.path) : undefined;
  return across !== undefined && across.x < x + NEAR && across.x + across.width > x + width - NEAR;
}
