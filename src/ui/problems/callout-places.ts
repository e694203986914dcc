import { meets } from "../../draw/bounds.ts";
import type { Point, Rect } from "../../draw/path.ts";
import { nearestPoints } from "./nearest-points.ts";

/** What a callout is put beside, and how large it is. */
export interface CalloutWish {
  readonly at: Rect;
  readonly width: number;
  readonly height: number;
}

/** Where callouts may stand; all boxes are in one unit, that of the wishes. */
export interface CalloutGround {
  readonly view: Rect;
  /** What no callout may cover. */
  readonly taken: readonly Rect[];
  /** What a callout covers only where there is nothing better near by. */
  readonly ink: readonly Rect[];
}

/** How far a callout stays from what is taken, from its place and from the border of the view. */
const APART = 10;

/** How far from its place a callout may stand; farther away its line explains nothing. */
export const REACH = 200;

/** Heights above and below a place that are tried beside those where something ends. */
const STEPS = Array.from({ length: 10 }, (_, i) => APART + (i * REACH) / 10);

/** How much farther a callout goes rather than cover ink, or lead its line through what is taken. */
const DETOUR = 120;

/**
 * The nearest free box for each wish, in their order; `undefined` where nothing within reach is free
 * or where the place itself is not seen.
 */
export function placeCallouts(
  wishes: readonly CalloutWish[],
  ground: CalloutGround,
): readonly (Rect | undefined)[] {
  const placed: (Rect | undefined)[] = [];
  let { taken, ink } = ground;
  for (const wish of wishes) {
    const box = placeCallout(wish, { view: ground.view, taken, ink });
    placed.push(box);
    if (box === undefined) continue;
    taken = [...taken, box];
    ink = [...ink, around(nearestPoints(box, wish.at))];
  }
  return placed;
}

function placeCallout(
  { at: place, width, height }: CalloutWish,
  { view, taken, ink }: CalloutGround,
): Rect | undefined {
  if (!meets(place, view)) return undefined;
  const at = within(place, view);
  const reached = {
    x: at.x - REACH - width,
    y: at.y - REACH - height,
    width: at.width + 2 * (REACH + width),
    height: at.height + 2 * (REACH + height),
  };
  const window = within(reached, view);
  const held = taken.filter((box) => meets(grown(box, APART), window));
  const near = [at, ...held].map((box) => grown(box, APART));
  const covered = ink.filter((box) => meets(grown(box, 1), window));
  const limits = [reached, grown(view, -APART)];
  const candidates = cornersFor({ at, width, height }, near, limits)
    .filter((box) => limits.every((limit) => isInside(box, limit)))
    .map((box) => ({ box, cost: costOf(box, at) }))
    .sort((a, b) => a.cost - b.cost || a.box.y - b.box.y || a.box.x - b.box.x);
  let best: { readonly box: Rect; readonly cost: number } | undefined;
  for (const { box, cost } of candidates) {
    if (best !== undefined && cost >= best.cost) break;
    if (near.some((other) => meets(other, box))) continue;
    const isClear = !covered.some((other) => meets(grown(other, 2), box));
    const isStraight = !held.some((other) => isCrossed(other, nearestPoints(box, at)));
    const whole = cost + (isClear ? 0 : DETOUR) + (isStraight ? 0 : DETOUR);
    if (best === undefined || whole < best.cost) best = { box, cost: whole };
  }
  return best?.box;
}

/**
 * A box that is free can be pushed left and up until it touches something, so that with the sides of
 * what is near one of these is free if any is.
 */
function cornersFor(
  { at, width, height }: CalloutWish,
  near: readonly Rect[],
  limits: readonly Rect[],
): readonly Rect[] {
  const xs = new Set([
    ...near.flatMap((box) => [box.x - width, box.x + box.width]),
    ...[centre(at) - width / 2, at.x, at.x + at.width - width],
    ...limits.flatMap((limit) => [limit.x, limit.x + limit.width - width]),
  ]);
  const ys = new Set([
    ...near.flatMap((box) => [box.y - height, box.y + box.height]),
    ...limits.flatMap((limit) => [limit.y, limit.y + limit.height - height]),
    at.y + (at.height - height) / 2,
    // Ink has too many sides to try them all.
    ...STEPS.flatMap((step) => [at.y - height - step, at.y + at.height + step]),
  ]);
  return [...xs].flatMap((x) => [...ys].map((y) => ({ x, y, width, height })));
}

/** How long its line is, and a little of how far it stands to the side. */
function costOf(box: Rect, at: Rect): number {
  const across = Math.max(box.x - at.x - at.width, at.x - box.x - box.width, 0);
  const down = Math.max(box.y - at.y - at.height, at.y - box.y - box.height, 0);
  return Math.hypot(across, down) + Math.abs(centre(box) - centre(at)) / 4;
}

/** Whether a line runs through a box, not only along its side. */
function isCrossed(box: Rect, [from, to]: readonly [Point, Point]): boolean {
  return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].some((share) => {
    const x = from.x + share * (to.x - from.x);
    const y = from.y + share * (to.y - from.y);
    return meets({ x, y, width: 0, height: 0 }, box);
  });
}

function around([a, b]: readonly [Point, Point]): Rect {
  const [width, height] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width, height };
}

function centre({ x, width }: Rect): number {
  return x + width / 2;
}

function isInside(inner: Rect, outer: Rect): boolean {
  const across = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
  return across && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function within(box: Rect, view: Rect): Rect {
  const [x, y] = [Math.max(box.x, view.x), Math.max(box.y, view.y)];
  const right = Math.min(box.x + box.width, view.x + view.width);
  const bottom = Math.min(box.y + box.height, view.y + view.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
