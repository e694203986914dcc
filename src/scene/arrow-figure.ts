import { strandBetween } from "../draw/curve.ts";
import { copiedArrow, middleOf } from "../draw/forms/arrow-line.ts";
import type { Mark } from "../draw/mark.ts";
import type { Heights } from "../draw/slab.ts";
import type { PlacedBundle, PlacedItem } from "../layout/placement.ts";
import type { Figure, Member } from "./figure.ts";

/** What is painted of an item; the copies that the layout adds follow the level of the figure. */
export function ownMarks(
  { level, placement }: Figure,
  { inputs: [array], rows: [heights = []], drawing }: PlacedItem,
  member: Member | undefined,
): readonly Mark[] {
  if (level === "axes" || member !== undefined) return drawing.marks;
  const bundle = placement.bundles.find((each) => each.array === array);
  return copiedArrow(bundle?.axes[0] ?? "", heights, drawing.outputs, drawing.width);
}

/** The one line of an array between two slabs; all its axes share it. */
export function arrowPiece({ from, to, axes }: PlacedBundle): readonly Mark[] {
  const start = { x: from.x, y: middleOf(from.heights) ?? 0 };
  const end = { x: to.x, y: middleOf(to.heights) ?? 0 };
  return [{ kind: "strand", axis: axes[0] ?? "", path: strandBetween(start, end) }];
}

/** The heights at which an array is drawn: of its strands, or of its one line. */
export function seenHeights({ level }: Figure, heights: Heights): Heights {
  const middle = middleOf(heights);
  return level === "axes" || middle === undefined ? heights : [middle];
}
