import { rectangle } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { attachedStrands, leftRoom, resultLabels, rightRoom } from "./attached-strands.ts";
import { attach, newAxes } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { type LabelOf, labelWidth } from "./strokes.ts";

export interface FlattenBarSpec {
  readonly axes: readonly string[];
  /** Axes that are merged, or the one that is split. */
  readonly targets: readonly string[];
  readonly output: readonly string[];
  readonly label: LabelOf;
}

const THICKNESS = 0.25 * SPACING;
const OVERHANG = 0.35 * SPACING;
const MARGIN = 0.5 * SPACING;

/** The solid bar that merges neighbouring axes into one, or splits one into several. */
export function flattenBar({ axes, targets, output, label }: FlattenBarSpec): Slab {
  const spec = { inputs: [{ axes, targets }], outputs: [output] };
  const margin = labelWidth(newAxes(spec), label, MARGIN);
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place(rows) {
      const attachment = attach(spec, rows);
      const left = leftRoom(attachment);
      const right = left + THICKNESS;
      const width = right + rightRoom(attachment, margin);
      const { first, last } = attachment;
      const bar = {
        x: left,
        y: first - OVERHANG,
        width: THICKNESS,
        height: last - first + 2 * OVERHANG,
      };
      const marks: Mark[] = [
        ...attachedStrands(attachment, { left, right, width }),
        { kind: "path", path: rectangle(bar), fill: "ink" },
        ...resultLabels(attachment, label, width),
      ];
      return finishDrawing({ width, inputs: rows, outputs: attachment.outputs, marks });
    },
  };
}
