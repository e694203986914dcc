import type { FigurePart, StepColour } from "../document/document.ts";
import { line, polygon } from "../draw/curve.ts";
import { measureText } from "../draw/label.ts";
import type { FillRole, Mark } from "../draw/mark.ts";
import { SPACING } from "../draw/slab.ts";

type Relation = NonNullable<FigurePart["relation"]>;

/** A sign between two diagrams, from x = 0 on, around the height 0, with the room beside it. */
export interface PlacedRelation {
  readonly width: number;
  readonly marks: readonly Mark[];
}

/** What block arrows are painted with. */
const STEP_FILLS: Readonly<Record<StepColour, FillRole>> = {
  broadcasting: "step",
  "inner-broadcasting": "inner-step",
};

const GAP = SPACING;
/** How far the middle of `=` stands above its baseline. */
const SIGN_RISE = 0.3 * SPACING;
/** How far `def` stands above the middle of its sign. */
const DEF_LIFT = 0.55 * SPACING;
/** How far words stand above the middle of a sign. */
const WORDS_LIFT = 0.75 * SPACING;
const ARROW = { body: 0.5 * SPACING, head: 0.85 * SPACING, point: SPACING, least: 3 * SPACING };

/** Draws how a diagram follows from the one at its left. */
export function relationMarks({ sign, words, colour = "broadcasting" }: Relation): PlacedRelation {
  switch (sign) {
    case "=":
      return withWords(words, equals);
    case "def=":
      return withWords(words, equalByDefinition, WORDS_LIFT + 0.6 * SPACING);
    case "|->":
      return withWords(words, mapsTo);
    case "=>":
      return blockArrow(words, STEP_FILLS[colour]);
  }
}

function withWords(
  words: string,
  sign: (middle: number) => readonly Mark[],
  lift = WORDS_LIFT,
): PlacedRelation {
  const width = Math.max(SPACING, measureText(words, "title").width) + 2 * GAP;
  const middle = width / 2;
  const marks = sign(middle);
  if (words === "") return { width, marks };
  const y = -lift;
  return {
    width,
    marks: [...marks, { kind: "text", text: words, role: "title", x: middle, y, anchor: "middle" }],
  };
}

function equals(middle: number): readonly Mark[] {
  return [{ kind: "text", text: "=", role: "array", x: middle, y: SIGN_RISE, anchor: "middle" }];
}

function equalByDefinition(middle: number): readonly Mark[] {
  const y = -DEF_LIFT;
  return [
    ...equals(middle),
    { kind: "text", text: "def", role: "title", x: middle, y, anchor: "middle" },
  ];
}

/** An arrow from a bar: something is made out of the diagram before. */
function mapsTo(middle: number): readonly Mark[] {
  const [from, to] = [middle - ARROW.least / 2, middle + ARROW.least / 2];
  const half = 0.35 * SPACING;
  const barb = 0.6 * SPACING;
  const stroke = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    kind: "path",
    path: line({ x: x1, y: y1 }, { x: x2, y: y2 }),
    stroke: "bold",
  });
  return [
    stroke(from, -half, from, half),
    stroke(from, 0, to, 0),
    stroke(to - barb, -half, to, 0),
    stroke(to - barb, half, to, 0),
  ];
}

/** A broad arrow that holds the words. */
function blockArrow(words: string, fill: FillRole): PlacedRelation {
  const body = Math.max(
    ARROW.least - ARROW.point,
    measureText(words, "title").width + 0.8 * SPACING,
  );
  const [left, neck] = [GAP, GAP + body];
  const tip = neck + ARROW.point;
  const path = polygon(
    { x: left, y: -ARROW.body },
    { x: neck, y: -ARROW.body },
    { x: neck, y: -ARROW.head },
    { x: tip, y: 0 },
    { x: neck, y: ARROW.head },
    { x: neck, y: ARROW.body },
    { x: left, y: ARROW.body },
  );
  const arrow: Mark = { kind: "path", path, fill };
  const x = left + body / 2 + 0.2 * SPACING;
  const y = 0.24 * SPACING;
  const text: Mark = {
    kind: "text",
    text: words,
    role: "title",
    x,
    y,
    anchor: "middle",
    on: fill,
  };
  return { width: tip + GAP, marks: words === "" ? [arrow] : [arrow, text] };
}
