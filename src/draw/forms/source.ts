import { polygon } from "../curve.ts";
import { measureText } from "../label.ts";
import type { FillRole, Mark } from "../mark.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { centredText, edgeLabel, type LabelOf, labelWidth, pitched, straight } from "./strokes.ts";

export interface SourceSpec {
  readonly axes: readonly string[];
  /** LaTeX: bold for learned weights, plain for constants. */
  readonly text: string;
  readonly fill?: FillRole;
  readonly label: LabelOf;
}

const POINT = 0.5 * SPACING;
const OVERHANG = 0.45 * SPACING;
const MARGIN = 0.5 * SPACING;

/** The left-pointing pentagon of an array from nothing: a weight or a constant. */
export function source({ axes, text, fill = "paper", label }: SourceSpec): Slab {
  const body = Math.max(0.9 * SPACING, measureText(text, "letter").width + 0.4 * SPACING);
  const right = POINT + body;
  const width = right + labelWidth(axes, label, MARGIN);
  return fromNothing(axes, (heights) => {
    const top = (heights[0] ?? 0) - OVERHANG - (heights.length > 1 ? 0 : 0.15 * SPACING);
    const bottom = (heights.at(-1) ?? 0) + OVERHANG + (heights.length > 1 ? 0 : 0.15 * SPACING);
    const middle = (top + bottom) / 2;
    const outline = polygon(
      { x: 0, y: middle },
      { x: POINT, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: POINT, y: bottom },
    );
    const marks: Mark[] = [
      ...axes.flatMap((axis, i) => straight(axis, heights[i] ?? 0, right, width)),
      { kind: "path", path: outline, fill, stroke: "outline" },
      centredText(text, "letter", { x: POINT + body / 2 - 2, y: middle }),
      ...axes.map((axis, i) => edgeLabel(axis, label, { x: width, y: heights[i] ?? 0 })),
    ];
    return { width, marks };
  });
}

/** A slab without inputs whose one array stands where the layout wants it. */
export function fromNothing(
  axes: readonly string[],
  draw: (heights: Heights) => { readonly width: number; readonly marks: readonly Mark[] },
): Slab {
  return {
    inputs: [],
    outputs: [axes],
    takesHoles: [],
    free: [true],
    keepsShape: false,
    place(_inputs, [wish]) {
      const heights = wish ?? pitched(0, axes.length);
      return finishDrawing({ ...draw(heights), inputs: [], outputs: [heights] });
    },
  };
}
