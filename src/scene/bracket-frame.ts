import { markBounds, unionBounds } from "../draw/bounds.ts";
import { bracketMarks } from "../draw/forms/bracket.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { Figure } from "./figure.ts";
import { areasBetween } from "./wrap.ts";

/** What the bracket adds to the body between its walls. */
export interface BracketFrame {
  readonly frame: readonly Mark[];
  readonly plates: readonly Rect[];
  readonly overhang: number;
  readonly top: number;
  readonly bottom: number;
}

const ABOVE = 0.5 * SPACING;
const BELOW = 0.3 * SPACING;

/**
 * Tall parentheses on the middles of the two walls, with their texts at the ends of the left one.
 * Where the body stands in rows the left one is as tall as the first and the right one as the last.
 */
export function bracketFrame(
  figure: Figure,
  walls: { readonly left: string; readonly right: string },
  texts: { readonly above?: string; readonly below?: string },
): BracketFrame {
  const middle = (id: string): number => {
    const item = figure.placement.items.find((placed) => placed.id === id);
    return item === undefined ? 0 : item.x + item.drawing.width / 2;
  };
  const plates = areasBetween(figure, middle(walls.left), middle(walls.right)).map((area) => ({
    ...area,
    y: area.y - ABOVE,
    height: area.height + ABOVE + BELOW,
  }));
  const frame = plates.flatMap(({ x, y: top, width, height }, row) => [
    ...(row === 0 ? bracketMarks({ side: "left", x, top, bottom: top + height, ...texts }) : []),
    ...(row === plates.length - 1
      ? bracketMarks({ side: "right", x: x + width, top, bottom: top + height })
      : []),
  ]);
  const drawn = unionBounds(frame.map(markBounds));
  return {
    frame,
    plates,
    overhang: Math.max(0, -(drawn?.x ?? 0)),
    top: Math.min(figure.top, drawn?.y ?? figure.top),
    bottom: Math.max(figure.bottom, drawn === undefined ? figure.bottom : drawn.y + drawn.height),
  };
}
