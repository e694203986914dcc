import { rectangle, strandThrough } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import {
  enteringStrands,
  LANE_CROSSING,
  type LaneSpec,
  type Lanes,
  lanesOf,
  leavingStrands,
} from "./lanes.ts";
import { edgeLabel, type LabelOf, labelWidth, straight } from "./strokes.ts";
import { starPath } from "./trapezoid.ts";

export interface ConvolutionBoxSpec extends LaneSpec {
  /** LaTeX of the size of the kernel, for one side of the window: `3`. */
  readonly kernel: string;
  /** Kept axes come out as new wires all the same, so they are labelled again. */
  readonly label: LabelOf;
}

const MARGIN = 0.5 * SPACING;
const LEAST_WIDTH = 1.5 * SPACING;
const STAR = 6;
const GAP = 4;

/** The short form ★3: a bold box between the outermost strands that it takes, which keep their sizes. */
export function convolutionBox(spec: ConvolutionBoxSpec): Slab {
  const { axes, output, kernel, label } = spec;
  const text = measureText(kernel, "count");
  const body = Math.max(LEAST_WIDTH, 2 * STAR + 3 * GAP + text.width);
  const made = output.filter((axis) => !axes.includes(axis));
  const margin = labelWidth(made, label, MARGIN);
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place([heights = []]) {
      const lanes = lanesOf(spec, heights);
      const left = MARGIN + (lanes.crossesIn ? LANE_CROSSING : 0);
      const right = left + body;
      const settled = right + (lanes.crossesOut ? LANE_CROSSING : 0);
      const width = settled + margin;
      const { top, bottom } = boxHeights(spec, lanes);
      const inside = (2 * STAR + GAP + text.width) / 2;
      const middle = (left + right) / 2;
      const baseline = (top + bottom) / 2 + (text.height - text.depth) / 2;
      const marks: Mark[] = [
        ...enteringStrands(axes, heights, lanes, left),
        ...lanes.above.flatMap(({ axis, y }) => straight(axis, y, left, right)),
        ...lanes.below.map(({ axis, y }): Mark => {
          const to = lanes.leaving.get(axis) ?? y;
          return { kind: "strand", axis, path: strandThrough({ x: left, y }, { x: right, y: to }) };
        }),
        {
          kind: "path",
          path: rectangle({ x: left, y: top, width: body, height: bottom - top }),
          stroke: "bold",
          fill: "convolution",
        },
        {
          kind: "path",
          path: starPath({ x: middle - inside + STAR, y: (top + bottom) / 2 }),
          fill: "ink",
        },
        {
          kind: "text",
          text: kernel,
          role: "count",
          x: middle - inside + 2 * STAR + GAP,
          y: baseline,
          anchor: "start",
        },
        ...leavingStrands(output, lanes, { x: right, settled, width }),
        ...made.map((axis) =>
          edgeLabel(axis, label, { x: width, y: lanes.output[output.indexOf(axis)] ?? 0 }),
        ),
      ];
      return finishDrawing({ width, inputs: [heights], outputs: [lanes.output], marks });
    },
  };
}

/** The edges lie on the outermost strands that end or begin at the box. */
function boxHeights(spec: ConvolutionBoxSpec, lanes: Lanes) {
  const results = [...spec.spatialResults, ...spec.channelResults];
  const heights = [
    ...[...lanes.spatial, ...lanes.channels].map(({ y }) => y),
    ...results.flatMap((axis) => lanes.leaving.get(axis) ?? []),
  ];
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const short = Math.max(0, SPACING - (bottom - top)) / 2;
  return { top: top - short, bottom: bottom + short };
}
