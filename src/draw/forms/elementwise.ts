import { ARROW_LENGTH, arrowhead, line } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import { type Heights, type OpenArrow, type Slab, SPACING } from "../slab.ts";
import { textSize } from "../theme.ts";
import { LABEL_ROOM } from "./drawing.ts";
import { shapeKeeping } from "./shape-keeping.ts";
import { passing } from "./strokes.ts";

export interface ElementwiseSpec {
  readonly axes: readonly string[];
  /** LaTeX of the function. */
  readonly text: string;
  /** `scale` is the smaller type of factors. */
  readonly role?: "function" | "scale";
}

const LIFT = 0.75 * SPACING;
const ABOVE = 1.5 * SPACING;
const BELOW = 1.25 * SPACING;
const LEAST_HOLE = 2 * SPACING;
const GAP = 2;
/** How far what is written on an arrow stays away from the left edge of its slab. */
const MARGIN = 0.25 * SPACING;
/** How far a baseline stands above the line that is written on. */
const RISE = 0.2 * SPACING;
/** How far the middle of capital letters stands above their baseline, in em. */
const AXIS_HEIGHT = 0.32;

/**
 * ➤f➤ above the array, `lowered` below it, or in the middle of a hole between its strands; a number has
 * no strands and goes through it.
 */
export function elementwise({ axes, text, role = "function" }: ElementwiseSpec): Slab {
  const textWidth = measureText(text, role).width;
  const width = Math.max(2 * SPACING, textWidth + 1.7 * SPACING);
  const drawn = (heights: Heights, y: number) => ({
    width,
    marks: [...passing(axes, heights, width), ...arrowed(text, role, { x: width / 2, y })],
  });
  const floating = shapeKeeping(axes, (heights) => {
    const hole = holeOf(heights);
    const [first] = heights;
    const isAbove = hole === undefined && first !== undefined;
    const above = isAbove ? ABOVE : LABEL_ROOM;
    return { ...drawn(heights, isAbove ? first - LIFT : (hole ?? 0)), above };
  });
  const lowered = shapeKeeping(axes, (heights) => {
    const last = heights.at(-1);
    if (last === undefined) return drawn(heights, 0);
    return { ...drawn(heights, last + LIFT), below: BELOW };
  });
  return role === "scale"
    ? { ...floating, written: (arrow) => writtenOn(arrow, axes, text, textWidth) }
    : { ...floating, lowered };
}

/** The factor above the arrow, which goes on to its tip. */
function writtenOn(
  { y, reach }: OpenArrow,
  axes: readonly string[],
  text: string,
  textWidth: number,
): Slab {
  const width = Math.max(2 * SPACING, MARGIN + textWidth + ARROW_LENGTH + GAP);
  const tip = { x: width - GAP, y };
  const x = (MARGIN + tip.x - ARROW_LENGTH) / 2;
  return shapeKeeping(axes, (heights) => ({
    width,
    marks: [
      ...passing(axes, heights, width),
      { kind: "path", path: line({ x: -reach, y }, { x: tip.x - 3, y }), stroke: "wire" },
      { kind: "text", text, role: "scale", x, y: y - RISE, anchor: "middle" },
      { kind: "path", path: arrowhead(tip), fill: "ink" },
    ],
  }));
}

/** The middle of the widest hole that has room for a glyph. */
function holeOf(heights: Heights): number | undefined {
  let widest = LEAST_HOLE;
  let middle: number | undefined;
  for (const [i, lower] of heights.entries()) {
    const upper = heights[i - 1];
    if (upper === undefined || lower - upper < widest) continue;
    if (middle !== undefined && lower - upper === widest) continue;
    widest = lower - upper;
    middle = (lower + upper) / 2;
  }
  return middle;
}

function arrowed(text: string, role: "function" | "scale", centre: Point): readonly Mark[] {
  const half = measureText(text, role).width / 2;
  const left = centre.x - half - GAP;
  const right = centre.x + half + GAP;
  const baseline = centre.y + AXIS_HEIGHT * textSize(role);
  const tip = { x: right + ARROW_LENGTH, y: centre.y };
  return [
    { kind: "path", path: arrowhead({ x: left, y: centre.y }), fill: "ink" },
    { kind: "text", text, role, x: centre.x, y: baseline, anchor: "middle" },
    {
      kind: "path",
      path: line({ x: right - 1, y: centre.y }, { x: right + 5, y: centre.y }),
      stroke: "wire",
    },
    { kind: "path", path: arrowhead(tip), fill: "ink" },
  ];
}
