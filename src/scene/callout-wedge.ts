import { polygon } from "../draw/curve.ts";
import type { Path, Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";

/** Half the width of the wedge where it leaves the box of its remark. */
export const WEDGE = 0.6 * SPACING;

/** The tip keeps this far from words. */
const OFF_WORDS = 2.5;

/** How the wedge runs from a box: its middle at the side that it leaves by, and where it would end. */
interface Way {
  readonly along: "x" | "y";
  readonly foot: Point;
  readonly tip: Point;
}

/**
 * From the side of the box that faces the target to the nearest edge of the target, or to the first
 * words on the way, such as the title of a plate.
 */
export function wedge(box: Rect, target: Rect, words: readonly Rect[]): Path {
  const { along, foot, tip } = wayTo(box, target);
  const ends = wordsOnTheWay(box, target, words).map((word) => nearEdge(word, foot, along));
  const nearest = ends.toSorted((a, b) => Math.abs(a - foot[along]) - Math.abs(b - foot[along]))[0];
  const clear =
    nearest === undefined ? tip[along] : nearest + Math.sign(foot[along] - nearest) * OFF_WORDS;
  const across = along === "x" ? "y" : "x";
  return polygon(
    { ...foot, [across]: foot[across] - WEDGE },
    { ...foot, [across]: foot[across] + WEDGE },
    { ...tip, [along]: clear },
  );
}

/** The words between a box and its target which the wedge would run over. */
export function wordsOnTheWay(box: Rect, target: Rect, words: readonly Rect[]): readonly Rect[] {
  const { along, foot, tip } = wayTo(box, target);
  return words.filter((word) => {
    const end = nearEdge(word, foot, along);
    const isBetween = (end - foot[along]) * (tip[along] - end) > 0;
    const isMet =
      along === "x"
        ? word.y < foot.y + WEDGE && word.y + word.height > foot.y - WEDGE
        : word.x < foot.x + WEDGE && word.x + word.width > foot.x - WEDGE;
    return isBetween && isMet;
  });
}

function wayTo(box: Rect, target: Rect): Way {
  const from = centreOf(box);
  const to = centreOf(target);
  const isBeside =
    Math.abs(to.x - from.x) - box.width / 2 > Math.abs(to.y - from.y) - box.height / 2;
  if (isBeside) {
    const isLeft = to.x < from.x;
    return {
      along: "x",
      foot: { x: isLeft ? box.x : box.x + box.width, y: from.y },
      tip: { x: isLeft ? target.x + target.width : target.x, y: to.y },
    };
  }
  const isAbove = to.y < from.y;
  return {
    along: "y",
    foot: {
      x: within(to.x, box.x, box.x + box.width, WEDGE),
      y: isAbove ? box.y : box.y + box.height,
    },
    tip: { x: to.x, y: isAbove ? target.y + target.height : target.y },
  };
}

/** The edge of a word that is met first from the foot of the wedge. */
function nearEdge({ x, y, width, height }: Rect, foot: Point, along: "x" | "y"): number {
  const [start, end] = along === "x" ? [x, x + width] : [y, y + height];
  return Math.abs(start - foot[along]) < Math.abs(end - foot[along]) ? start : end;
}

/** The place nearest to `at` that is `margin` away from both ends, or the middle. */
export function within(at: number, start: number, end: number, margin: number): number {
  if (end - start < 2 * margin) return (start + end) / 2;
  return Math.min(Math.max(at, start + margin), end - margin);
}

export function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
