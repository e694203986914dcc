import type { LayoutLine } from "../document/document.ts";
import { namedPart } from "../document/named-part.ts";
import { markBounds } from "../draw/bounds.ts";
import { rectangle } from "../draw/curve.ts";
import { brokenTitle } from "../draw/forms/broken-title.ts";
import { baselinesOf } from "../draw/forms/line-pitch.ts";
import { measureText } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { freeCentre } from "./callout-room.ts";
import { centreOf, wedge } from "./callout-wedge.ts";
import type { FlatFigure } from "./flatten.ts";
import type { SceneNode, SceneRemark } from "./scene.ts";
import { isTarget, targetRegion } from "./target-node.ts";

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

/** What a remark must find room beside. */
export interface Around {
  readonly ink: readonly Rect[];
  readonly drawn: readonly Callout[];
}

/**
 * Draws a remark beside its target, or beside all of an operation whose part is not drawn, where the author put it or where there is room; its wedge keeps
 * off the remarks that are drawn already.
 */
export function drawCallout(
  { text, node, at }: CalloutLine,
  flat: FlatFigure,
  { ink, drawn }: Around,
): Callout | undefined {
  const whole = namedPart(node)?.of ?? node;
  const found =
    flat.nodes.find((each) => isTarget(each, node)) ??
    flat.nodes.find((each) => isTarget(each, whole));
  if (found === undefined) return undefined;
  const target = targetRegion(found, node);
  const lines = text.split("\n").flatMap((line) => brokenTitle(line, WIDEST_LINE));
  const widths = lines.map((line) => measureText(line, "title").width);
  const width = Math.max(...widths, SPACING) + 2 * PAD;
  const baselines = baselinesOf(lines, LINE_PITCH);
  const ascent = Math.max(0.75 * LINE_PITCH, measureText(lines[0] ?? "", "title").height);
  const descent = Math.max(0.25 * LINE_PITCH, measureText(lines.at(-1) ?? "", "title").depth);
  const height = ascent + (baselines.at(-1) ?? 0) + descent + 2 * PAD;
  const middle = centreOf(target);
  const titles = wordsOf(flat.plates);
  const centre =
    at === undefined
      ? freeCentre(
          target,
          { width, height },
          {
            ink,
            remarks: drawn.flatMap(boxesOf),
            titles,
            names: namesBeside(flat, found),
          },
        )
      : { x: middle.x + (at.dx * SPACING) / 2, y: middle.y + (at.dy * SPACING) / 2 };
  const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  return {
    box,
    from: middle,
    below: [
      { kind: "path", path: wedge(box, target, titles), fill: "note" },
      { kind: "path", path: rectangle(box), fill: "note" },
    ],
    text: lines.map((line, i) => ({
      kind: "text",
      text: line,
      role: "title",
      x: box.x + PAD,
      y: box.y + PAD + ascent + (baselines[i] ?? 0),
      anchor: "start",
    })),
  };
}

/** The box of a remark and the box around its wedge. */
function boxesOf({ box, below }: Callout): readonly Rect[] {
  return [box, ...below.flatMap((mark) => markBounds(mark) ?? [])];
}

/** The words of a figure outside of one node and of the titles of its plates. */
function namesBeside({ nodes, labels }: FlatFigure, found: SceneNode): readonly Rect[] {
  const others = nodes.filter((node) => node !== found);
  return wordsOf([...others.flatMap(({ marks }) => marks), ...labels]);
}

function wordsOf(marks: readonly Mark[]): readonly Rect[] {
  return marks.flatMap((mark) => (mark.kind === "text" ? (markBounds(mark) ?? []) : []));
}
