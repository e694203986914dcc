import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { translateMarks } from "../draw/translate.ts";
import { asMarks } from "./closed-box.ts";
import type { FlatFigure } from "./flatten.ts";
import { inkedBounds } from "./inked-bounds.ts";

const GAP = 1.2 * SPACING;
/** How far the middle of `=` stands above its baseline. */
const SIGN_RISE = 0.3 * SPACING;

/** The figure as one closed box with its arrays, and `=`, left of `around`. */
export function equationMarks(closed: FlatFigure, around: Rect): readonly Mark[] {
  const ink = inkedBounds(closed);
  if (ink === undefined) return [];
  const middle = around.y + around.height / 2;
  const half = measureText("=", "array").width / 2;
  const sign = around.x - GAP - half;
  const left = sign - half - GAP - ink.width;
  const box = translateMarks(asMarks(closed).labels, left - ink.x, middle - ink.y - ink.height / 2);
  return [
    ...box,
    {
      kind: "text",
      text: "=",
      role: "array",
      x: sign,
      y: middle + SIGN_RISE,
      anchor: "middle",
    },
  ];
}
