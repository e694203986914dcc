import { ARROW_LENGTH, arrowhead } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { attachedStrands, leftRoom, resultLabels } from "./attached-strands.ts";
import { attach, newAxes } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { dot, type LabelOf, labelWidth } from "./strokes.ts";

export interface ExpandSpec {
  readonly axes: readonly string[];
  /** The axes with the new ones among them. */
  readonly output: readonly string[];
  /** Each new strand starts in an arrowhead: axes of length 1, along which nothing is repeated. */
  readonly start?: "arrow";
  readonly label: LabelOf;
}

const MARGIN = 0.75 * SPACING;

/** New axes, along which an array repeats itself: each strand starts in a dot or arrowhead. */
export function expand({ axes, output, start, label }: ExpandSpec): Slab {
  const spec = { inputs: [{ axes, targets: [] }], outputs: [output] };
  const margin = labelWidth(newAxes(spec), label, MARGIN) + 0.3 * SPACING;
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place(rows) {
      const attachment = attach(spec, rows);
      const left = leftRoom(attachment) + (start === "arrow" ? ARROW_LENGTH : 0);
      const width = left + margin;
      return finishDrawing({
        width,
        inputs: rows,
        outputs: attachment.outputs,
        marks: [
          ...attachedStrands(attachment, { left, right: left, width }),
          ...attachment.results.map(
            ({ y }): Mark =>
              start === "arrow"
                ? { kind: "path", path: arrowhead({ x: left, y }), fill: "ink" }
                : dot({ x: left, y }),
          ),
          ...resultLabels(attachment, label, width),
        ],
      });
    },
  };
}
