import type { LayoutLine } from "../document/document.ts";
import { markBounds, unionBounds } from "../draw/bounds.ts";
import { polygon, rectangle } from "../draw/curve.ts";
import { brokenTitle } from "../draw/forms/broken-title.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Path, Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { isFree } from "./free-room.ts";
import { glyphRegion } from "./glyph-region.ts";

type CalloutLine = LayoutLine & { readonly kind: "callout" };

/** A remark as it is painted: the box and wedge below the strands, and the text above. */
export interface Callout {
  readonly box: Rect;
  readonly below: readonly Mark[];
  readonly text: readonly Mark[];
}

const WIDEST_LINE = 11 * SPACING;
const LINE_PITCH = SPACING * 0.9;
const PAD = 0.4 * SPACING;
const APART = 0.4 * SPACING;
/** Half the width of the wedge where it leaves the box. */
const WEDGE = 0.6 * SPACING;
const MOST_STEPS = 200;

/** Draws a remark beside its target, where the author put it or where there is room. */
export function drawCallout(
  { text, node, at }: CalloutLine,
  flat: FlatFigure,
  ink: readonly Rect[],
): Callout | undefined {
  const found = flat.nodes.find((each) => each.node === node);
  if (found === undefined) return undefined;
  const target = glyphRegion(found);
  const lines = text.split("\n").flatMap((line) => brokenTitle(line, WIDEST_LINE));
  const widths = lines.map((line) => measureText(line, "title").width);
  const width = Math.max(...widths, SPACING) + 2 * PAD;
  const height = lines.length * LINE_PITCH + 2 * PAD;
  const middle = centreOf(target);
  const centre =
    at === undefined
      ? freeCentre(target, { width, height }, ink, unionBounds(ink) ?? target)
      : { x: middle.x + (at.dx * SPACING) / 2, y: middle.y + (at.dy * SPACING) / 2 };
  const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  return {
    box,
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

/** The nearest free place above or below the target, within the sides of the figure where it fits. */
function freeCentre(
  target: Rect,
  { width, height }: Pick<Rect, "width" | "height">,
  ink: readonly Rect[],
  figure: Rect,
): Point {
  const x = within(centreOf(target).x, figure.x, figure.x + figure.width, width / 2);
  const above = target.y - APART - height / 2;
  const below = target.y + target.height + APART + height / 2;
  for (let step = 0; step < MOST_STEPS; step++) {
    for (const y of [above - step * (SPACING / 2), below + step * (SPACING / 2)]) {
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      if (isFree(ink, box, APART)) return { x, y };
    }
  }
  return { x, y: above };
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
