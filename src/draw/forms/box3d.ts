import { polygon, rectangle } from "../curve.ts";
import { measureText } from "../label.ts";
import type { FillRole, Mark } from "../mark.ts";
import type { Rect } from "../path.ts";
import { type Slab, SPACING } from "../slab.ts";
import { attachedStrands, leftRoom, resultLabels, rightRoom } from "./attached-strands.ts";
import { attach, newAxes } from "./attachment.ts";
import { brokenTitle } from "./broken-title.ts";
import { finishDrawing } from "./drawing.ts";
import { baselinesOf } from "./line-pitch.ts";
import { centredText, type LabelOf, labelWidth } from "./strokes.ts";

export interface Box3dSpec {
  readonly inputs: readonly (readonly string[])[];
  /** Per input the axes that end at the box; the others pass by. Default: all of them. */
  readonly targets?: readonly (readonly string[])[];
  readonly outputs: readonly (readonly string[])[];
  /** Plain text; broken into lines where it is, else between words. */
  readonly title: string;
  readonly fill?: FillRole;
  readonly label: LabelOf;
}

/** How far the faces reach to the right and up. */
export const DEPTH = 8.32;
const OVERHANG = 0.5 * SPACING;
/** Distance of the baselines of a title in several lines. */
const LINE_PITCH = 0.85 * SPACING;
/** Room for a dashed line above the upper face. */
const DASH_ROOM = 0.2 * SPACING;
/** The dots where passing strands part stand clear of the upper face. */
const PARTING = 0.3 * SPACING;
const MARGIN = 0.5 * SPACING;

/** The box with depth that stands for a closed block: it takes all inputs and gives all outputs. */
export function box3d(spec: Box3dSpec): Slab {
  const { inputs, outputs, title, label, fill = "block" } = spec;
  const ends = {
    inputs: inputs.map((axes, i) => ({ axes, targets: spec.targets?.[i] ?? axes })),
    outputs,
  };
  const lines = title.includes("\n") ? title.split("\n") : brokenTitle(title);
  const widest = Math.max(0, ...lines.map((line) => measureText(line, "title").width));
  const body = Math.max(2.5 * SPACING, widest + 0.7 * SPACING);
  const margin = labelWidth(newAxes(ends), label, MARGIN);
  return {
    inputs,
    outputs,
    takesHoles: inputs.map(() => false),
    free: outputs.map(() => false),
    keepsShape: false,
    place(rows) {
      const attachment = attach(ends, rows);
      const left = leftRoom(attachment);
      const right = left + body + DEPTH;
      const width = right + rightRoom(attachment, margin, PARTING);
      const { first, last } = attachment;
      const height = Math.max(last - first + 2 * OVERHANG, titleHeight(lines) + OVERHANG);
      const front = { x: left, y: (first + last - height) / 2, width: body, height };
      const marks: Mark[] = [
        ...attachedStrands(attachment, { left, right, width, parting: PARTING }),
        ...boxFaces(front, fill),
        ...titleLines(lines, front),
        ...resultLabels(attachment, label, width),
      ];
      return finishDrawing({
        width,
        inputs: rows,
        outputs: attachment.outputs,
        marks,
        dashEnd: left,
        dashStart: right,
        above: OVERHANG + DEPTH + DASH_ROOM,
      });
    },
  };
}

/** The room of a title's lines one above the other. */
export function titleHeight(lines: readonly string[]): number {
  return lines.length === 0 ? 0 : LINE_PITCH + (baselinesOf(lines, LINE_PITCH).at(-1) ?? 0);
}

/** The front, and the upper and the right face behind it. */
export function boxFaces({ x, y, width, height }: Rect, fill: FillRole): readonly Mark[] {
  const right = x + width;
  const top = polygon(
    { x, y },
    { x: x + DEPTH, y: y - DEPTH },
    { x: right + DEPTH, y: y - DEPTH },
    { x: right, y },
  );
  const side = polygon(
    { x: right, y },
    { x: right + DEPTH, y: y - DEPTH },
    { x: right + DEPTH, y: y + height - DEPTH },
    { x: right, y: y + height },
  );
  return [top, side, rectangle({ x, y, width, height })].map((path) => ({
    kind: "path",
    path,
    fill,
    stroke: "outline",
  }));
}

/** The lines of a title, centred in a rectangle. */
export function titleLines(lines: readonly string[], front: Rect): readonly Mark[] {
  const x = front.x + front.width / 2;
  const baselines = baselinesOf(lines, LINE_PITCH);
  const first = front.y + front.height / 2 - (baselines.at(-1) ?? 0) / 2;
  return lines.map((line, i) => centredText(line, "title", { x, y: first + (baselines[i] ?? 0) }));
}
