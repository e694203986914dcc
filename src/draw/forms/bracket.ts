import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import type { Path } from "../path.ts";
import { SPACING } from "../slab.ts";

export interface BracketSpec {
  readonly side: "left" | "right";
  /** The middle of the wall. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** LaTeX above: the count, or the last value. */
  readonly above?: string;
  /** LaTeX below: `i = 0`, and `=` where the steps share their weights. */
  readonly below?: string;
}

const HALF_REACH = 0.25 * SPACING;
const TEXT_GAP = 4;

/** A tall parenthesis with its two labels on the outer side. */
export function bracketMarks(spec: BracketSpec): readonly Mark[] {
  const { side, x, top, bottom, above, below } = spec;
  const out = side === "left" ? -1 : 1;
  const marks: Mark[] = [{ kind: "path", path: parenthesis(spec), stroke: "bracket" }];
  const anchor = side === "left" ? "end" : "start";
  const textX = x + out * TEXT_GAP;
  if (above !== undefined) {
    const { height } = measureText(above, "count");
    marks.push({ kind: "text", text: above, role: "count", x: textX, y: top + height / 2, anchor });
  }
  if (below !== undefined) {
    const { height } = measureText(below, "count");
    const y = bottom + height / 2;
    marks.push({ kind: "text", text: below, role: "count", x: textX, y, anchor });
  }
  return marks;
}

function parenthesis({ side, x, top, bottom }: BracketSpec): Path {
  const out = (side === "left" ? -1 : 1) * HALF_REACH;
  const height = bottom - top;
  const middle = (top + bottom) / 2;
  return [
    { kind: "move", to: { x: x - out, y: top } },
    {
      kind: "cubic",
      c1: { x, y: top + 0.02 * height },
      c2: { x: x + out, y: top + 0.25 * height },
      to: { x: x + out, y: middle },
    },
    {
      kind: "cubic",
      c1: { x: x + out, y: bottom - 0.25 * height },
      c2: { x, y: bottom - 0.02 * height },
      to: { x: x - out, y: bottom },
    },
  ];
}
