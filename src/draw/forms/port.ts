import { arrowhead } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { fromNothing } from "./source.ts";
import { edgeLabel, type LabelOf, labelWidth, straight } from "./strokes.ts";

export interface PortSpec {
  readonly axes: readonly string[];
  /** LaTeX of the array's name. */
  readonly name: string;
  readonly label: LabelOf;
}

const GAP = 0.25 * SPACING;
const LEAST_RUN = SPACING;

/** An input of the figure: its name, then its strands. */
export function inputPort({ axes, name, label }: PortSpec): Slab {
  const left = measureText(name, "array").width + 2 * GAP;
  const width = left + labelWidth(axes, label, LEAST_RUN);
  return fromNothing(axes, (heights) => ({
    width,
    marks: [
      ...nameMarks(name, left - GAP, heights, "end"),
      ...axes.flatMap((axis, i) => straight(axis, heights[i] ?? 0, left, width)),
      ...axes.map((axis, i) => edgeLabel(axis, label, { x: width, y: heights[i] ?? 0 })),
      ...scalarArrow(axes, width),
    ],
  }));
}

/** An output of the figure: its strands, then its name. */
export function outputPort({ axes, name }: Omit<PortSpec, "label">): Slab {
  const run = axes.length > 0 ? LEAST_RUN : 0;
  const width = run + GAP + measureText(name, "array").width + GAP;
  return {
    inputs: [axes],
    outputs: [],
    takesHoles: [true],
    free: [],
    keepsShape: false,
    place([heights = []]) {
      return finishDrawing({
        width,
        inputs: [heights],
        outputs: [],
        marks: [
          ...axes.flatMap((axis, i) => straight(axis, heights[i] ?? 0, 0, LEAST_RUN)),
          ...nameMarks(name, LEAST_RUN + GAP, heights, "start"),
        ],
      });
    },
  };
}

/** The name beside the middle of the strands; an array without a name has none. */
function nameMarks(
  name: string,
  x: number,
  heights: Heights,
  anchor: "start" | "end",
): readonly Mark[] {
  if (name === "") return [];
  const { height, depth } = measureText(name, "array");
  const middle = ((heights[0] ?? 0) + (heights.at(-1) ?? 0)) / 2;
  const y = middle + (height - depth) / 2;
  return [{ kind: "text", text: name, role: "array", x, y, anchor }];
}

/** An array without axes is one number: an arrow leaves its name. */
function scalarArrow(axes: readonly string[], width: number): readonly Mark[] {
  return axes.length > 0
    ? []
    : [{ kind: "path", path: arrowhead({ x: width, y: 0 }), fill: "ink" }];
}
