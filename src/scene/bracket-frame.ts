import { markBounds, unionBounds } from "../draw/bounds.ts";
import { bracketMarks } from "../draw/forms/bracket.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { Placement } from "../layout/placement.ts";

/** What the bracket adds to the body between its walls. */
export interface BracketFrame {
  readonly frame: readonly Mark[];
  readonly plate: Rect;
  readonly overhang: number;
  readonly top: number;
  readonly bottom: number;
}

const ABOVE = 0.5 * SPACING;
const BELOW = 0.3 * SPACING;

/** Tall parentheses on the middles of the two walls, with their texts at the ends of the left one. */
export function bracketFrame(
  placement: Placement,
  walls: { readonly left: string; readonly right: string },
  texts: { readonly above?: string; readonly below?: string },
): BracketFrame {
  const middle = (id: string): number => {
    const item = placement.items.find((placed) => placed.id === id);
    return item === undefined ? 0 : item.x + item.drawing.width / 2;
  };
  const left = middle(walls.left);
  const right = middle(walls.right);
  const top = placement.top - ABOVE;
  const bottom = placement.bottom + BELOW;
  const frame: readonly Mark[] = [
    ...bracketMarks({ side: "left", x: left, top, bottom, ...texts }),
    ...bracketMarks({ side: "right", x: right, top, bottom }),
  ];
  const drawn = unionBounds(frame.map(markBounds));
  return {
    frame,
    plate: { x: left, y: top, width: right - left, height: bottom - top },
    overhang: Math.max(0, -(drawn?.x ?? 0)),
    top: drawn === undefined ? top : drawn.y,
    bottom: drawn === undefined ? bottom : drawn.y + drawn.height,
  };
}
