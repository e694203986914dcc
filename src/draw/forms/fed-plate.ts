import type { Heights, Slab } from "../slab.ts";
import { attachedStrands, leftRoom, resultLabels, rightRoom } from "./attached-strands.ts";
import { type AttachSpec, attach, newAxes } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { drawFalling, type FedArray, fedWidth } from "./falling.ts";
import { chipped, MARGIN, plateHeights, plateWidth } from "./plate.ts";
import { centredText, type LabelOf, labelWidth } from "./strokes.ts";

export interface FedPlateSpec {
  /** Weights and bias, top to bottom; what they do not share with the data ends on the top edge. */
  readonly fed: readonly FedArray[];
  readonly data: FedArray;
  readonly outputs: readonly (readonly string[])[];
  /** LaTeX of the letter. */
  readonly text: string;
  /** The plate has learned weights all the same, and only its bias is data. */
  readonly isLearned: boolean;
  readonly label: LabelOf;
}

/**
 * A linear map whose weights are data: a white plate with an unbold letter, the weights arriving on
 * its top edge from above. Their lowest strand is the leftmost there, so that none crosses another.
 */
export function fedPlate({ fed, data, outputs, text, isLearned, label }: FedPlateSpec): Slab {
  const role = isLearned ? "bold-letter" : "letter";
  const spec: AttachSpec = {
    inputs: [data, ...fed.map(({ axes, targets }) => ({ axes: kept(axes, targets), targets: [] }))],
    outputs,
  };
  const margin = labelWidth(newAxes(spec), label, MARGIN);
  return {
    inputs: [...fed, data].map(({ axes }) => axes),
    outputs,
    takesHoles: [...fed, data].map(() => false),
    free: outputs.map(() => false),
    keepsShape: false,
    place(rows) {
      const attachment = attach(spec, [rows.at(-1) ?? [], ...passingRows(fed, rows)]);
      const body = Math.max(plateWidth(text, role), fedWidth(fed));
      const left = leftRoom(attachment);
      const right = left + body;
      const width = right + rightRoom(attachment, margin);
      const { top, bottom } = plateHeights(attachment);
      const falling = drawFalling(fed, rows, { left, right, y: top });
      return finishDrawing({
        width,
        inputs: rows,
        outputs: attachment.outputs,
        marks: [
          ...attachedStrands(attachment, { left, right, width }),
          ...falling.marks,
          {
            kind: "path",
            path: chipped(left, right, top, bottom),
            ...(isLearned ? { fill: "linear" } : { fill: "paper", stroke: "outline" }),
          },
          centredText(text, role, { x: (left + right) / 2, y: (top + bottom) / 2 }),
          ...resultLabels(attachment, label, width),
        ],
        dashEnds: falling.dashEnds,
        dashStart: right,
      });
    },
  };
}

function kept(axes: readonly string[], targets: readonly string[]): readonly string[] {
  return axes.filter((axis) => !targets.includes(axis));
}

function passingRows(fed: readonly FedArray[], rows: readonly Heights[]): readonly Heights[] {
  return fed.map(({ axes, targets }, i) =>
    axes.flatMap((axis, k) => (targets.includes(axis) ? [] : [rows[i]?.[k] ?? 0])),
  );
}
