import { rectangle } from "../curve.ts";
import { measureText } from "../label.ts";
import type { FillRole, Mark, StrokeRole, TextRole } from "../mark.ts";
import type { Rect } from "../path.ts";
import { type Slab, SPACING } from "../slab.ts";
import { attachedStrands, leftRoom, resultLabels, rightRoom } from "./attached-strands.ts";
import { type AttachSpec, attach, newAxes } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { centredText, type LabelOf, labelWidth } from "./strokes.ts";

export interface BoxSpec extends AttachSpec {
  readonly text: string;
  /** `title` takes plain text, other roles LaTeX. */
  readonly role?: TextRole;
  readonly fill?: FillRole | "none";
  /** `dash` is the outline of what is not known; a plate of memory has none. */
  readonly stroke?: StrokeRole | "none";
  readonly label: LabelOf;
}

const OVERHANG = 0.4 * SPACING;
const LEAST_WIDTH = 1.5 * SPACING;
/** How far the wires stay away from a letter without a frame. */
const BARE_GAP = 0.17 * SPACING;
const MARGIN = 0.5 * SPACING;

/** A rectangle with a name on the strands that a function takes and gives; the others pass. */
export function box(spec: BoxSpec): Slab {
  const { text, role = "function", fill = "paper", stroke = "outline", label } = spec;
  const isBare = fill === "none" && stroke === "none";
  const letters = measureText(text, role).width;
  const body = isBare ? letters + 2 * BARE_GAP : Math.max(LEAST_WIDTH, letters + 0.7 * SPACING);
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
      const { first, last } = attachment;
      const frame = {
        x: left,
        y: first - OVERHANG,
        width: body,
        height: last - first + 2 * OVERHANG,
      };
      const marks: Mark[] = [
        ...attachedStrands(attachment, { left, right, width }),
        ...frameMarks(frame, fill, stroke),
        centredText(text, role, { x: (left + right) / 2, y: (first + last) / 2 }),
        ...resultLabels(attachment, label, width),
      ];
      return finishDrawing({
        width,
        inputs: rows,
        outputs: attachment.outputs,
        marks,
        dashEnd: left,
        dashStart: right,
      });
    },
  };
}

function frameMarks(
  frame: Rect,
  fill: FillRole | "none",
  stroke: StrokeRole | "none",
): readonly Mark[] {
  if (fill === "none" && stroke === "none") return [];
  const path = rectangle(frame);
  return [
    { kind: "path", path, ...(fill !== "none" && { fill }), ...(stroke !== "none" && { stroke }) },
  ];
}
