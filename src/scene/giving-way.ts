import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";

/** So much of the room beside its outermost strands a plate gives to one beside it. */
const GIVES = 0.45 * SPACING;

/** The lower edge of a region, which gives way to a plate that begins just above it. */
export function footAbove(others: readonly Rect[], { x, y, width, height }: Rect): number {
  const foot = y + height;
  const near = others.filter(
    (other) =>
      other.x < x + width && other.x + other.width > x && other.y < foot && other.y > foot - GIVES,
  );
  return Math.min(foot, ...near.map((other) => other.y));
}

/** The upper edge of a region without a title, which gives way to a plate that ends just below it. */
export function headBelow(others: readonly Rect[], { x, y, width }: Rect): number {
  const near = others.filter((other) => {
    const end = other.y + other.height;
    return other.x < x + width && other.x + other.width > x && end > y && end < y + GIVES;
  });
  return Math.max(y, ...near.map((other) => other.y + other.height));
}
