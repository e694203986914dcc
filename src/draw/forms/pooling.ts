import { ARROW_LENGTH, arrowhead, strandThrough } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { kernelWire } from "./convolution.ts";
import { finishDrawing } from "./drawing.ts";
import { enteringStrands, LANE_CROSSING, lanesOf, leavingStrands } from "./lanes.ts";
import { centredText, edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";
import { ROOMY, TIGHT, trapezoidMarks, trapezoidWidth, type WindowText } from "./trapezoid.ts";

export interface PoolingSpec extends WindowText {
  readonly axes: readonly string[];
  /** Axes that windows move along, and those that count the windows. */
  readonly targets: readonly string[];
  readonly results: readonly string[];
  readonly output: readonly string[];
  /** LaTeX of the size of a window; empty where it follows from the sizes. */
  readonly kernel: string;
  /** How many axes the windows move along, unless one a strand. */
  readonly arity?: number;
  /** LaTeX of what is made of each window: `\mathrm{Max}`. */
  readonly text: string;
  readonly label: LabelOf;
}

const MARGIN = 0.5 * SPACING;
const LEAST_RUN = SPACING;
const GAP = 3;

/** The unfold with its kernel ending in the name of a reduction; what stands below gives way. */
export function pooling(spec: PoolingSpec): Slab {
  const { axes, targets, results, output, kernel, text, label } = spec;
  const made = output.filter((axis) => !axes.includes(axis));
  const lane = {
    axes,
    output,
    spatial: targets,
    spatialResults: results,
    channels: [],
    channelResults: [],
  };
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place([heights = []]) {
      const lanes = lanesOf(lane, heights, 1.5 * SPACING);
      const left = MARGIN + (lanes.crossesIn ? LANE_CROSSING : 0);
      const unfolded = left + trapezoidWidth(spec, targets.length);
      const ends = unfolded + Math.max(LEAST_RUN, measureText(kernel, "axis").width + 6);
      const textWidth = measureText(text, "function").width;
      const back = ends + 2 * GAP + textWidth + ARROW_LENGTH;
      const settled = back + (lanes.crossesOut ? LANE_CROSSING : 0);
      const labels = labelWidth(made, label, MARGIN);
      const width =
        settled + (lanes.crossesOut ? labels : Math.max(MARGIN, labels - (back - ends)));
      const first = lanes.spatial[0]?.y ?? 0;
      const last = lanes.spatial.at(-1)?.y ?? first;
      const tap = last + SPACING;
      const isDouble = (spec.arity ?? targets.length) > 1;
      const marks: Mark[] = [
        ...enteringStrands(axes, heights, lanes, left),
        ...lanes.above.map(({ axis, y }) =>
          strand(axis, strandThrough({ x: left, y }, { x: back, y })),
        ),
        ...lanes.below.map(({ axis, y }) => {
          const to = lanes.leaving.get(axis) ?? y;
          const path = strandThrough({ x: left, y }, { x: unfolded, y: to }, { x: back, y: to });
          return strand(axis, path);
        }),
        ...results.map((axis, i) => {
          const y = lanes.leaving.get(axis) ?? lanes.spatial[i]?.y ?? last;
          return strand(axis, strandThrough({ x: unfolded, y }, { x: back, y }));
        }),
        ...kernelWire(isDouble, tap, unfolded, ends),
        ...trapezoidMarks({
          ...spec,
          left,
          width: unfolded - left,
          first,
          last,
          taps: "below",
          corner: SPACING,
          reach: lanes.above.length > 0 ? TIGHT : ROOMY,
          facing: "right",
          transposed: false,
        }),
        centredText(text, "function", { x: ends + GAP + textWidth / 2, y: tap }),
        { kind: "path", path: arrowhead({ x: back, y: tap }), fill: "ink" },
        ...leavingStrands(output, lanes, { x: back, settled, width }),
        ...made.map((axis) =>
          edgeLabel(axis, label, { x: width, y: lanes.output[output.indexOf(axis)] ?? 0 }),
        ),
      ];
      if (kernel !== "") {
        const y = tap - 3 - (isDouble ? 1.5 : 0);
        marks.push({
          kind: "text",
          text: kernel,
          role: "axis",
          x: unfolded + 4,
          y,
          anchor: "start",
        });
      }
      return finishDrawing({ width, inputs: [heights], outputs: [lanes.output], marks });
    },
  };
}
