import type { LayoutLine } from "../document/document.ts";
import { markBounds, pathBounds, unionBounds } from "../draw/bounds.ts";
import { polygon, rectangle } from "../draw/curve.ts";
import { brokenTitle } from "../draw/forms/broken-title.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Path, Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { isFree } from "./free-room.ts";
import { glyphRegion } from "./glyph-region.ts";
import type { SceneRemark } from "./scene.ts";
import { isTarget } from "./target-node.ts";

type CalloutLine = LayoutLine & { readonly kind: "callout" };

/** A remark as it is painted: the box and wedge below the strands, and the text above. */
export interface Callout {
  readonly box: Rect;
  /** The middle of its target. */
  readonly from: Point;
  readonly below: readonly Mark[];
  readonly text: readonly Mark[];
}

/** A drawn remark as the scene holds it, with the place of its line in the layout section. */
export function sceneRemark(line: number, { box, from, below, text }: Callout): SceneRemark {
  return { line, box, from, marks: [...below, ...text] };
}

const WIDEST_LINE = 11 * SPACING;
const LINE_PITCH = SPACING * 0.9;
const PAD = 0.4 * SPACING;
const APART = 0.4 * SPACING;
/** Half the width of the wedge where it leaves the box. */
const WEDGE = 0.6 * SPACING;
const STEP = SPACING / 2;
const MOST_STEPS = 200;
/** How much one step aside counts beside one step away. */
const ASIDE_COST = 0.4;
/** How much a wedge counts that runs over another remark. */
const CROSSING_COST = 20 * SPACING;

/**
 * Draws a remark beside its target, where the author put it or where there is room; its wedge keeps
 * off the remarks that are drawn already.
 */
export function drawCallout(
  { text, node, at }: CalloutLine,
  flat: FlatFigure,
  { ink, drawn }: { readonly ink: readonly Rect[]; readonly drawn: readonly Callout[] },
): Callout | undefined {
  const found = flat.nodes.find((each) => isTarget(each, node));
  if (found === undefined) return undefined;
  const target = glyphRegion(found);
  const lines = text.split("\n").flatMap((line) => brokenTitle(line, WIDEST_LINE));
  const widths = lines.map((line) => measureText(line, "title").width);
  const width = Math.max(...widths, SPACING) + 2 * PAD;
  const height = lines.length * LINE_PITCH + 2 * PAD;
  const middle = centreOf(target);
  const centre =
    at === undefined
      ? freeCentre(target, { width, height }, { ink, remarks: drawn.flatMap(boxesOf) })
      : { x: middle.x + (at.dx * SPACING) / 2, y: middle.y + (at.dy * SPACING) / 2 };
  const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  return {
    box,
    from: middle,
    below: [
      { kind: "path", path: wedge(box, target, wordsOf(flat)), fill: "note" },
      { kind: "path", path: rectangle(box), fill: "note" },
    ],
    text: lines.map((line, i) => ({
      kind: "text",
      text: line,
      role: "title",
      x: box.x + PAD,
      y: box.y + PAD + (i + 0.75) * LINE_PITCH,
      anchor: "start",
    })),
  };
}

/**
 * The nearest free place above or below the target, within the sides of the figure where it fits:
 * rather further aside than further away, as far as the box still reaches over the target.
 */
function freeCentre(
  target: Rect,
  { width, height }: Pick<Rect, "width" | "height">,
  { ink, remarks }: { readonly ink: readonly Rect[]; readonly remarks: readonly Rect[] },
): Point {
  const figure = unionBounds(ink) ?? target;
  const taken = [...ink, ...remarks];
  const crosses = (box: Rect): boolean => {
    const on = pathBounds(wedge(box, target, []));
    return on !== undefined && !isFree(remarks, on, 0);
  };
  const middle = centreOf(target).x;
  const above = target.y - APART - height / 2;
  const below = target.y + target.height + APART + height / 2;
  const asides = asidesOf(width / 2 - WEDGE);
  let best: Point & { readonly cost: number } = { x: middle, y: above, cost: MOST_STEPS * STEP };
  for (let away = 0; away < best.cost; away += STEP) {
    for (const y of [above - away, below + away]) {
      for (const aside of asides) {
        const x = within(middle + aside, figure.x, figure.x + figure.width, width / 2);
        const box = { x: x - width / 2, y: y - height / 2, width, height };
        if (!isFree(taken, box, APART)) continue;
        const cost = away + ASIDE_COST * Math.abs(aside) + (crosses(box) ? CROSSING_COST : 0);
        if (cost < best.cost) best = { x, y, cost };
      }
    }
  }
  return { x: best.x, y: best.y };
}

/** The box of a remark and the box around its wedge. */
function boxesOf({ box, below }: Callout): readonly Rect[] {
  return [box, ...below.flatMap((mark) => markBounds(mark) ?? [])];
}

/** Steps to the right and to the left, the smallest first. */
function asidesOf(most: number): readonly number[] {
  const steps = Array.from({ length: Math.max(0, Math.floor(most / STEP)) }, (_, i) => i + 1);
  return [0, ...steps.flatMap((step) => [step * STEP, -step * STEP])];
}

/**
 * From the side of the box that faces the target to the nearest edge of the target, or to the first
 * words on the way, such as the title of a plate.
 */
function wedge(box: Rect, target: Rect, words: readonly Rect[]): Path {
  const from = centreOf(box);
  const to = centreOf(target);
  const isBeside =
    Math.abs(to.x - from.x) - box.width / 2 > Math.abs(to.y - from.y) - box.height / 2;
  if (isBeside) {
    const isLeft = to.x < from.x;
    const side = isLeft ? box.x : box.x + box.width;
    const met = words.filter((word) => meets(word.y, word.height, from.y));
    const tip = isLeft ? target.x + target.width : target.x;
    const ends = met.map((word) => (isLeft ? word.x + word.width : word.x));
    return polygon(
      { x: side, y: from.y - WEDGE },
      { x: side, y: from.y + WEDGE },
      { x: firstOnTheWay(side, tip, ends), y: to.y },
    );
  }
  const isAbove = to.y < from.y;
  const side = isAbove ? box.y : box.y + box.height;
  const foot = within(to.x, box.x, box.x + box.width, WEDGE);
  const met = words.filter((word) => meets(word.x, word.width, foot));
  const tip = isAbove ? target.y + target.height : target.y;
  const ends = met.map((word) => (isAbove ? word.y + word.height : word.y));
  return polygon(
    { x: foot - WEDGE, y: side },
    { x: foot + WEDGE, y: side },
    { x: to.x, y: firstOnTheWay(side, tip, ends) },
  );
}

/** The place nearest to `at` that is `margin` away from both ends, or the middle. */
function within(at: number, start: number, end: number, margin: number): number {
  if (end - start < 2 * margin) return (start + end) / 2;
  return Math.min(Math.max(at, start + margin), end - margin);
}

/** Whether a stretch reaches the wedge around its middle. */
function meets(start: number, length: number, middle: number): boolean {
  return start < middle + WEDGE && start + length > middle - WEDGE;
}

/** The end that is nearest to the side of the box, of those between it and the tip. */
function firstOnTheWay(side: number, tip: number, ends: readonly number[]): number {
  const between = ends.filter((end) => (end - side) * (tip - end) > 0);
  return between.reduce(
    (near, end) => (Math.abs(end - side) < Math.abs(near - side) ? end : near),
    tip,
  );
}

function wordsOf({ nodes, plates, labels }: FlatFigure): readonly Rect[] {
  const marks = [...nodes.flatMap((node) => node.marks), ...plates, ...labels];
  return marks.flatMap((mark) => (mark.kind === "text" ? (markBounds(mark) ?? []) : []));
}

function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
