import type { LayoutLine } from "../document/document.ts";
import { polygon, rectangle } from "../draw/curve.ts";
import { brokenTitle } from "../draw/forms/broken-title.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { isFree } from "./free-room.ts";

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
  const target = flat.nodes.find((each) => each.node === node)?.bounds;
  if (target === undefined) return undefined;
  const lines = text.split("\n").flatMap((line) => brokenTitle(line, WIDEST_LINE));
  const widths = lines.map((line) => measureText(line, "title").width);
  const width = Math.max(...widths, SPACING) + 2 * PAD;
  const height = lines.length * LINE_PITCH + 2 * PAD;
  const middle = centreOf(target);
  const centre =
    at === undefined
      ? freeCentre(target, { width, height }, ink)
      : { x: middle.x + (at.dx * SPACING) / 2, y: middle.y + (at.dy * SPACING) / 2 };
  const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  return {
    box,
    below: [
      { kind: "path", path: wedge(box, target), fill: "note" },
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

/** The nearest free place straight above or below the target. */
function freeCentre(
  target: Rect,
  { width, height }: Pick<Rect, "width" | "height">,
  ink: readonly Rect[],
): Point {
  const { x } = centreOf(target);
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

/** From the side of the box that faces the target to the nearest edge of the target. */
function wedge(box: Rect, target: Rect) {
  const from = centreOf(box);
  const to = centreOf(target);
  const isBeside =
    Math.abs(to.x - from.x) - box.width / 2 > Math.abs(to.y - from.y) - box.height / 2;
  if (isBeside) {
    const side = to.x < from.x ? box.x : box.x + box.width;
    const tip = to.x < from.x ? target.x + target.width : target.x;
    return polygon(
      { x: side, y: from.y - WEDGE },
      { x: side, y: from.y + WEDGE },
      { x: tip, y: to.y },
    );
  }
  const side = to.y < from.y ? box.y : box.y + box.height;
  const tip = to.y < from.y ? target.y + target.height : target.y;
  return polygon(
    { x: from.x - WEDGE, y: side },
    { x: from.x + WEDGE, y: side },
    { x: to.x, y: tip },
  );
}

function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
