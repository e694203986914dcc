import { line } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import { parallelLines } from "../parallel.ts";
import type { Path, Point } from "../path.ts";
import { SPACING } from "../slab.ts";

/** How steeply the arrow leaves and arrives, as a part of its way. */
const LEAN = 0.06;
const BARB = 0.6 * SPACING;
/** Half the angle between the barbs. */
const SPREAD = 0.42;
const WORDS_GAP = 0.25 * SPACING;

/** A double line that hangs down to `lowest` between two grids, with its words below it. */
export function gridArrow(
  from: Point,
  to: Point,
  { lowest, words }: { readonly lowest: number; readonly words: string },
): readonly Mark[] {
  const hang = (lowest - (from.y + to.y) / 8) / 0.75;
  const lean = LEAN * (to.x - from.x);
  const c2 = { x: to.x - lean, y: hang };
  const path: Path = [
    { kind: "move", to: from },
    { kind: "cubic", c1: { x: from.x + lean, y: hang }, c2, to },
  ];
  const angle = Math.atan2(to.y - c2.y, to.x - c2.x);
  const barbs = [angle - SPREAD, angle + SPREAD].map((turned) =>
    line(to, { x: to.x - BARB * Math.cos(turned), y: to.y - BARB * Math.sin(turned) }),
  );
  const lines = [parallelLines(path), ...barbs].map(
    (drawn): Mark => ({ kind: "path", path: drawn, stroke: "index-line" }),
  );
  if (words === "") return lines;
  const y = lowest + WORDS_GAP + measureText(words, "title").height;
  const x = (from.x + to.x) / 2;
  return [...lines, { kind: "text", text: words, role: "title", x, y, anchor: "middle" }];
}
