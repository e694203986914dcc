import { unionBounds } from "../bounds.ts";
import type { Rect } from "../path.ts";
import { type SlabPart, SPACING } from "../slab.ts";

/** A strand on its way from one height to another. */
export interface Way {
  readonly from: number;
  readonly seat: number;
}

const PAD = 0.25 * SPACING;

/** The column from `x` to `end` in which strands change places, if any do. */
export function swapPart(ways: readonly Way[], x: number, end: number): readonly SlabPart[] {
  const crossing = ways.filter((way) => ways.some((other) => isCrossed(way, other)));
  if (crossing.length === 0) return [];
  const heights = crossing.flatMap(({ from, seat }) => [from, seat]);
  const top = Math.min(...heights);
  const height = Math.max(...heights) - top;
  return [{ part: "swap", box: { x, y: top - PAD, width: end - x, height: height + 2 * PAD } }];
}

function isCrossed(a: Way, b: Way): boolean {
  return (a.from - b.from) * (a.seat - b.seat) < 0;
}

/** A part as large as what it draws, with a rim but not before its slab begins. */
export function drawnPart(
  part: SlabPart["part"],
  drawn: readonly (Rect | undefined)[],
): readonly SlabPart[] {
  const box = unionBounds(drawn);
  if (box === undefined) return [];
  const { y, width, height } = box;
  const x = Math.max(0, box.x - PAD);
  const end = box.x + width + PAD;
  return [{ part, box: { x, y: y - PAD, width: end - x, height: height + 2 * PAD } }];
}

/** The parts of slabs that are drawn as one: one box for each. */
export function mergedParts(parts: readonly SlabPart[]): readonly SlabPart[] {
  const words = [...new Set(parts.map(({ part }) => part))];
  return words.flatMap((word) => {
    const box = unionBounds(parts.flatMap(({ part, box }) => (part === word ? [box] : [])));
    return box === undefined ? [] : [{ part: word, box }];
  });
}
