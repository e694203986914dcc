import { polygon } from "../curve.ts";
import { measureText } from "../label.ts";
import type { FillRole, Mark } from "../mark.ts";
import type { Path, Point } from "../path.ts";
import { type Slab, SPACING } from "../slab.ts";
import { attachedStrands, leftRoom, resultLabels, rightRoom } from "./attached-strands.ts";
import { type AttachSpec, attach, newAxes } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { centredText, type LabelOf, labelWidth } from "./strokes.ts";

export interface PentagonSpec extends AttachSpec {
  /** LaTeX of the positions from top to bottom; the last one stands on all that follow. */
  readonly texts: readonly string[];
  /** `index` where a fixed position is picked. */
  readonly fill?: FillRole;
  /** Right: the axis ends here, one position is taken. Left: the axis begins here. */
  readonly points: "right" | "left";
  readonly label: LabelOf;
}

const HALF_HEIGHT = 0.45 * SPACING;
const POINT = 0.4 * SPACING;
const LEAST_WIDTH = 1.35 * SPACING;
const MARGIN = 0.5 * SPACING;

/** How wide a pentagon with that text is. */
export function pentagonWidth(text: string): number {
  return Math.max(LEAST_WIDTH, measureText(text, "count").width + POINT + 0.4 * SPACING);
}

/** The index pentagon with its text, by the middle of its box. */
export function pentagonMarks(
  text: string,
  points: "right" | "left",
  at: Point,
  { fill = "paper", width = pentagonWidth(text) }: { fill?: FillRole; width?: number } = {},
): readonly Mark[] {
  const half = width / 2;
  const side = points === "right" ? 1 : -1;
  const textAt = { x: at.x - (side * POINT) / 3, y: at.y };
  return [
    { kind: "path", path: outline(at, side, half), stroke: "outline", fill },
    { ...centredText(text, "count", textAt), ...(fill === "index" && { on: fill }) },
  ];
}

function outline({ x, y }: Point, side: number, half: number): Path {
  const back = x - side * half;
  const shoulder = x + side * (half - POINT);
  return polygon(
    { x: back, y: y - HALF_HEIGHT },
    { x: shoulder, y: y - HALF_HEIGHT },
    { x: x + side * half, y },
    { x: shoulder, y: y + HALF_HEIGHT },
    { x: back, y: y + HALF_HEIGHT },
  );
}

/** A position of an axis, taken (pointing right) or spread out (pointing left). */
export function pentagon(spec: PentagonSpec): Slab {
  const { texts, fill = "paper", points, label } = spec;
  const body = Math.max(...texts.map(pentagonWidth), LEAST_WIDTH);
  const margin = labelWidth(newAxes(spec), label, MARGIN);
  return {
    inputs: spec.inputs.map(({ axes }) => axes),
    outputs: spec.outputs,
    takesHoles: spec.inputs.map(() => false),
    free: spec.outputs.map(() => false),
    keepsShape: false,
    place(rows) {
      const attachment = attach(spec, rows);
      const left = leftRoom(attachment);
      const right = left + body;
      const width = right + rightRoom(attachment, margin);
      const heights =
        points === "right"
          ? attachment.targets.map(({ slot }) => slot)
          : attachment.results.map(({ y }) => y);
      return finishDrawing({
        width,
        inputs: rows,
        outputs: attachment.outputs,
        marks: [
          ...attachedStrands(attachment, { left, right, width }),
          ...heights.flatMap((y, i) => {
            const text = texts[i] ?? texts.at(-1) ?? "";
            return pentagonMarks(text, points, { x: (left + right) / 2, y }, { fill, width: body });
          }),
          ...resultLabels(attachment, label, width),
        ],
        dashEnd: left,
        dashStart: right,
      });
    },
  };
}
