import { markBounds, pathBounds, unionBounds } from "../draw/bounds.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { SceneNode } from "./scene.ts";

const PAD = 0.4 * SPACING;
const NEAR = 0.5;

/**
 * The part of an operation's slab that its glyph takes: what is drawn there and the strands that end
 * or begin at it, without those that only pass. All of what is no operation.
 */
export function glyphRegion({ kind, bounds, marks }: SceneNode): Rect {
  if (kind !== "op" && kind !== "box") return bounds;
  const drawn = unionBounds(marks.filter((mark) => !passes(mark, bounds)).map(markBounds));
  if (drawn === undefined) return bounds;
  const left = Math.max(bounds.x, drawn.x - PAD);
  const right = Math.min(bounds.x + bounds.width, drawn.x + drawn.width + PAD);
  return { x: left, y: drawn.y - PAD, width: right - left, height: drawn.height + 2 * PAD };
}

/** A strand that runs from the left edge of the slab to the right one. */
function passes(mark: Mark, { x, width }: Rect): boolean {
  const across = mark.kind === "strand" ? pathBounds(mark.path) : undefined;
  return across !== undefined && across.x < x + NEAR && across.x + across.width > x + width - NEAR;
}
