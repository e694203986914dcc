import { ARROW_LENGTH, ARROW_NOTCH, arrowhead, line } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import { type Slab, SPACING } from "../slab.ts";
import { attachedStrands, leftRoom } from "./attached-strands.ts";
import { type Attachment, attach } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { centredText, dot } from "./strokes.ts";

export interface ReductionSpec {
  readonly axes: readonly string[];
  readonly targets: readonly string[];
  readonly output: readonly string[];
  /** LaTeX such as `\mathrm{max}` or `\mathbb{E}`; without it the strands end in dots, a sum. */
  readonly text?: string;
  /** Each strand ends in an arrowhead: axes of length 1 that go. */
  readonly end?: "arrow";
}

const GAP = 3;
const MARGIN = 0.5 * SPACING;

/** Target strands end: in a dot or arrowhead each, or together in a name with an arrow behind it. */
export function reduction({ axes, targets, output, text, end }: ReductionSpec): Slab {
  const textWidth = text === undefined ? 0 : measureText(text, "function").width;
  const arrow = text === undefined && end === undefined ? 0 : ARROW_LENGTH;
  const body = arrow + (text === undefined ? 0 : textWidth + 2 * GAP);
  const spec = { inputs: [{ axes, targets }], outputs: [output] };
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [true],
    free: [false],
    keepsShape: false,
    place(rows) {
      const attachment = attach(spec, rows);
      const left = leftRoom(attachment) + MARGIN;
      const right = left + body;
      const width = right + MARGIN;
      const ends: readonly Mark[] =
        text === undefined
          ? attachment.targets.map(({ slot }) =>
              end === "arrow"
                ? head({ x: right - ARROW_NOTCH, y: slot })
                : dot({ x: left, y: slot }),
            )
          : namedEnd(attachment, text, left, textWidth);
      return finishDrawing({
        width,
        inputs: rows,
        outputs: attachment.outputs,
        marks: [...attachedStrands(attachment, { left, right, width }), ...ends],
      });
    },
  };
}

function namedEnd(
  { first, last, targets }: Attachment,
  text: string,
  left: number,
  textWidth: number,
): readonly Mark[] {
  const y = (first + last) / 2;
  const middle = left + GAP + textWidth / 2;
  const marks: Mark[] = [
    centredText(text, "function", { x: middle, y }),
    head({ x: left + textWidth + 2 * GAP + ARROW_LENGTH, y }),
  ];
  if (targets.length > 1) {
    const path = line({ x: left, y: first }, { x: left, y: last });
    marks.push({ kind: "path", path, stroke: "outline" });
  }
  return marks;
}

function head(tip: Point): Mark {
  return { kind: "path", path: arrowhead(tip), fill: "ink" };
}
