import { pathBounds, unionBounds } from "../draw/bounds.ts";
import type { Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { centreOf, WEDGE, wedge, within, wordsOnTheWay } from "./callout-wedge.ts";
import { isFree } from "./free-room.ts";

/** What a remark keeps off. */
export interface Surroundings {
  /** Nothing may stand on these. */
  readonly ink: readonly Rect[];
  /** The boxes and wedges of the remarks that are drawn already. */
  readonly remarks: readonly Rect[];
  /** Of plates: a wedge ends there. */
  readonly titles: readonly Rect[];
  /** Of anything else than the target: a wedge would lie under them. */
  readonly names: readonly Rect[];
}

const APART = 0.4 * SPACING;
const STEP = SPACING / 2;
const MOST_STEPS = 200;
/** How much one step aside counts beside one step away. */
const ASIDE_COST = 0.4;
/** How much a place to the left or right counts beside one above or below. */
const BESIDE_COST = 3 * SPACING;
/** How much a wedge counts that runs over another remark, and one that lies under other names. */
const CROSSING_COST = 20 * SPACING;
const UNDER_COST = 20 * SPACING;

interface Place extends Point {
  readonly cost: number;
}

/**
 * The middle of the nearest free place for a box of this size above, below or beside the target, within
 * the sides of the figure where it fits: rather further aside than further away, as far as the box
 * still reaches over the target.
 */
export function freeCentre(
  target: Rect,
  size: Pick<Rect, "width" | "height">,
  { ink, remarks, titles, names }: Surroundings,
): Point {
  const figure = unionBounds(ink) ?? target;
  const taken = [...ink, ...remarks];
  const penalty = (box: Rect): number => {
    const on = pathBounds(wedge(box, target, titles));
    const crosses = on !== undefined && !isFree(remarks, on, 0);
    const isUnder = wordsOnTheWay(box, target, names).length > 0;
    return (crosses ? CROSSING_COST : 0) + (isUnder ? UNDER_COST : 0);
  };
  const { x, y } = centreOf(target);
  let best: Place = { x, y: y - target.height, cost: MOST_STEPS * STEP };
  for (let away = 0; away < best.cost; away += STEP) {
    for (const place of placesAt(target, size, figure, away)) {
      if (place.cost >= best.cost) continue;
      const box = boxAround(place, size);
      if (!isFree(taken, box, APART)) continue;
      const cost = place.cost + penalty(box);
      if (cost < best.cost) best = { ...place, cost };
    }
  }
  return { x: best.x, y: best.y };
}

/** The middles of boxes that keep so far away from the target on each of its sides. */
function placesAt(
  target: Rect,
  { width, height }: Pick<Rect, "width" | "height">,
  figure: Rect,
  away: number,
): readonly Place[] {
  const { x, y } = centreOf(target);
  const over = [
    target.y - APART - height / 2 - away,
    target.y + target.height + APART + height / 2 + away,
  ];
  const beside = [
    target.x - APART - WEDGE - width / 2 - away,
    target.x + target.width + APART + WEDGE + width / 2 + away,
  ];
  return [
    ...over.flatMap((at) =>
      asidesOf(width / 2 - WEDGE).map((aside) => ({
        x: within(x + aside, figure.x, figure.x + figure.width, width / 2),
        y: at,
        cost: away + ASIDE_COST * Math.abs(aside),
      })),
    ),
    ...beside
      .filter((at) => at === within(at, figure.x, figure.x + figure.width, width / 2))
      .map((at) => ({ x: at, y, cost: away + BESIDE_COST })),
  ];
}

function boxAround({ x, y }: Point, { width, height }: Pick<Rect, "width" | "height">): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Steps to the right and to the left, the smallest first. */
function asidesOf(most: number): readonly number[] {
  const steps = Array.from({ length: Math.max(0, Math.floor(most / STEP)) }, (_, i) => i + 1);
  return [0, ...steps.flatMap((step) => [step * STEP, -step * STEP])];
}
