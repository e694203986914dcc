import type { LayoutLine } from "../document/document.ts";
import { baselinesOf } from "../draw/forms/line-pitch.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { inkedBounds } from "./inked-bounds.ts";
import { titleText } from "./title.ts";

const GAP = 0.6 * SPACING;
const LINE_PITCH = 0.85 * SPACING;

/** The title that the author gave the block in the picture, centred above everything. */
export function figureTitleMarks(
  layout: readonly LayoutLine[],
  block: string,
  flat: FlatFigure,
): readonly Mark[] {
  const title = titleText(layout, `block:${block}`);
  const ink = inkedBounds(flat);
  if (title === undefined || ink === undefined) return [];
  const lines = title.split("\n").filter((line) => line.trim() !== "");
  const depth = Math.max(0, ...lines.map((line) => measureText(line, "title").depth));
  const baselines = baselinesOf(lines, LINE_PITCH);
  const x = ink.x + ink.width / 2;
  const first = ink.y - GAP - depth - (baselines.at(-1) ?? 0);
  return lines.map((text, i) => {
    const y = first + (baselines[i] ?? 0);
    return { kind: "text", text, role: "title", x, y, anchor: "middle" };
  });
}
