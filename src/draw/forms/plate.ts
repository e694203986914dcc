import { arrowhead, polygon } from "../curve.ts";
import { measureText } from "../label.ts";
import type { FillRole, Mark, TextRole } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { attachedStrands, leftRoom, resultLabels, rightRoom } from "./attached-strands.ts";
import { type Attachment, type AttachSpec, attach, newAxes } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { centredText, type LabelOf, labelWidth } from "./strokes.ts";

export interface PlateSpec extends AttachSpec {
  /** LaTeX of the letter with its instance, such as `\mathbf{L}^Q`; see `plateText`. */
  readonly text: string;
  readonly role?: TextRole;
  readonly fill?: FillRole;
  /** Unbold plates have an outline: their weights are data. */
  readonly outlined?: boolean;
  /** Something else than a strand enters the plate, which needs no arrow of its own then. */
  readonly isFed?: boolean;
  readonly label: LabelOf;
}

const CHIP = 0.5 * SPACING;
const OVERHANG = 0.4 * SPACING;
const LEAST_HEIGHT = 1.35 * SPACING;
const LEAST_WIDTH = 1.75 * SPACING;
/** Room on both sides of the letter together. */
const ASIDE = 0.4 * SPACING;
/** Room behind a plate where no label needs more. */
export const MARGIN = 0.5 * SPACING;

/** The LaTeX on a plate: a bold letter, the instance raised, and `+` below for a bias. */
export function plateText(letter: string, instance: string, bias: boolean): string {
  const raised = instance === "" ? "" : `^{${instance}}`;
  return `\\mathbf{${letter}}${raised}${bias ? "_{+}" : ""}`;
}

/** How wide a plate with that text is. */
export function plateWidth(text: string, role: TextRole): number {
  return Math.max(LEAST_WIDTH, measureText(text, role).width + ASIDE);
}

/** The chipped plate of a learned layer with k strands in and l strands out. */
export function plate(spec: PlateSpec): Slab {
  const { text, role = "bold-letter", fill = "linear", label } = spec;
  const body = plateWidth(text, role);
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
      const { top, bottom } = plateHeights(attachment);
      const marks: Mark[] = [
        ...attachedStrands(attachment, { left, right, width }),
        {
          kind: "path",
          path: chipped(left, right, top, bottom),
          fill,
          ...(spec.outlined ? { stroke: "outline" as const } : {}),
        },
        centredText(text, role, { x: (left + right) / 2, y: (top + bottom) / 2 }),
        ...resultLabels(attachment, label, width),
      ];
      if (attachment.targets.length === 0 && spec.isFed !== true) {
        marks.push({
          kind: "path",
          path: arrowhead({ x: left, y: attachment.first }),
          fill: "ink",
        });
      }
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

/** How high and how low a plate reaches around the strands that end or begin at it. */
export function plateHeights({ first, last }: Attachment) {
  const short = LEAST_HEIGHT - (last - first) - 2 * OVERHANG;
  const more = Math.max(0, short) / 2;
  return { top: first - OVERHANG - more, bottom: last + OVERHANG + more };
}

/** The outline of a plate with a corner cut off. */
export function chipped(left: number, right: number, top: number, bottom: number) {
  return polygon(
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left + CHIP, y: bottom },
    { x: left, y: bottom - CHIP },
  );
}
