import { line, strandThrough } from "../curve.ts";
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
import { chipped, plateWidth } from "./plate.ts";
import { centredText, edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";
import { ROOMY, TIGHT, trapezoidMarks, trapezoidWidth, type WindowText } from "./trapezoid.ts";

export interface ConvolutionSpec extends LaneSpec, WindowText {
  /** LaTeX of the size of the kernel: `3^{2}`. */
  readonly kernel: string;
  /** How many axes the windows move along, unless one a strand: the kernel of several is a double wire. */
  readonly arity?: number;
  /** LaTeX on the plate behind the unfold. */
  readonly text: string;
  /** The adjoint, which spreads every entry over a window. */
  readonly transposed: boolean;
  readonly label: LabelOf;
}

const MARGIN = 0.5 * SPACING;
const LEAST_GAP = 1.25 * SPACING;
const OVERHANG = 0.38 * SPACING;
/** Where the label of the kernel begins behind the trapezoid: clear of the T. */
const AFTER_T = 13;
const KERNEL_LIFT = 3;
/** Room for strands that make way for the channels. */
const RAISED = 1.3 * SPACING;

/** Where things stand from left to right. */
interface Stations {
  readonly left: number;
  readonly unfolded: number;
  readonly plateLeft: number;
  readonly plateRight: number;
  readonly back: number;
  readonly settled: number;
  readonly width: number;
}

/** The expanded convolution: an unfold, whose kernel and the channels go into a bold plate. */
export function convolution(spec: ConvolutionSpec): Slab {
  const { axes, output, label } = spec;
  const made = output.filter((axis) => !axes.includes(axis));
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place([heights = []]) {
      const lanes = lanesOf(spec, heights);
      const stations = stationsOf(spec, lanes, labelWidth(made, label, MARGIN));
      const { left, back, settled, width } = stations;
      return finishDrawing({
        width,
        inputs: [heights],
        outputs: [lanes.output],
        ...(isRaised(lanes) && { above: RAISED }),
        marks: [
          ...enteringStrands(axes, heights, lanes, left),
          ...passingLanes(lanes, stations),
          ...spatialLanes(spec, lanes, stations),
          ...contracted(spec, lanes, stations),
          ...leavingStrands(output, lanes, { x: back, settled, width }),
          ...made.map((axis) =>
            edgeLabel(axis, label, { x: width, y: lanes.output[output.indexOf(axis)] ?? 0 }),
          ),
        ],
      });
    },
  };
}

function stationsOf(spec: ConvolutionSpec, lanes: Lanes, margin: number): Stations {
  const { kernel, transposed, text } = spec;
  const left = MARGIN + (lanes.crossesIn ? LANE_CROSSING : 0);
  const unfolded = left + trapezoidWidth(spec, spec.spatial.length);
  const label = measureText(kernel, "axis").width + (transposed ? AFTER_T : 4) + 4;
  const plateLeft = unfolded + Math.max(LEAST_GAP, label);
  const plateRight = plateLeft + plateWidth(text, "bold-letter");
  const back = plateRight + (isRaised(lanes) && lanes.above.length > 0 ? SPACING : 0);
  const settled = back + (lanes.crossesOut ? LANE_CROSSING : 0);
  return { left, unfolded, plateLeft, plateRight, back, settled, width: settled + margin };
}

/** Channels above the windowed axes make room for the label of the kernel by a whole spacing. */
function isRaised({ side }: Lanes): boolean {
  return side === "above";
}

/** What passes above makes room for channels that rise, and comes back behind the plate. */
function passingLanes(lanes: Lanes, stations: Stations): readonly Mark[] {
  const { left, unfolded, plateRight, back } = stations;
  const lift = isRaised(lanes) ? SPACING : 0;
  return [
    ...lanes.above.map(({ axis, y }) =>
      strand(
        axis,
        strandThrough(
          { x: left, y },
          { x: unfolded, y: y - lift },
          { x: plateRight, y: y - lift },
          { x: back, y },
        ),
      ),
    ),
    ...lanes.below.map(({ axis, y }) => {
      const to = lanes.leaving.get(axis) ?? y;
      return strand(
        axis,
        strandThrough({ x: left, y }, { x: unfolded, y: to }, { x: back, y: to }),
      );
    }),
  ];
}

function spatialLanes(spec: ConvolutionSpec, lanes: Lanes, stations: Stations): readonly Mark[] {
  const { spatial, side } = lanes;
  const { unfolded, plateLeft, back } = stations;
  const first = spatial[0]?.y ?? 0;
  const last = spatial.at(-1)?.y ?? first;
  const outer = side === "below" ? lanes.above.length > 0 : lanes.below.length > 0;
  const reach = outer ? TIGHT : ROOMY;
  const away = spec.transposed ? (side === "below" ? -reach : reach) : 0;
  return [
    ...trapezoidMarks({
      ...spec,
      left: stations.left,
      width: unfolded - stations.left,
      first,
      last,
      taps: side,
      corner: SPACING,
      reach,
      facing: "right",
    }),
    ...spec.spatialResults.map((axis, i) => {
      const y = spatial[i]?.y ?? last;
      const to = lanes.leaving.get(axis) ?? y;
      const from = { x: unfolded, y: y + away };
      return strand(axis, strandThrough(from, { x: plateLeft, y: to }, { x: back, y: to }));
    }),
  ];
}

/** The kernel and the channels go into the plate, and the new channels leave it. */
function contracted(spec: ConvolutionSpec, lanes: Lanes, stations: Stations): readonly Mark[] {
  const { side, spatial, channels } = lanes;
  const { left, unfolded, plateLeft, plateRight, back } = stations;
  const tap =
    side === "below" ? (spatial.at(-1)?.y ?? 0) + SPACING : (spatial[0]?.y ?? 0) - SPACING;
  const shift = side === "below" ? SPACING / 2 : -SPACING;
  const ends = channels.map(({ y }) => y + shift);
  const results = spec.channelResults.map((axis) => lanes.leaving.get(axis) ?? tap);
  const all = [tap, ...ends, ...results];
  const top = Math.min(...all) - OVERHANG;
  const bottom = Math.max(...all) + OVERHANG;
  const isDouble = (spec.arity ?? spec.spatial.length) > 1;
  const lift = KERNEL_LIFT + (isDouble ? DOUBLE : 0);
  const labelX = unfolded + (spec.transposed ? AFTER_T : 4);
  return [
    ...channels.map(({ axis, y }, i) =>
      strand(
        axis,
        strandThrough(
          { x: left, y },
          { x: unfolded, y: ends[i] ?? y },
          { x: plateLeft, y: ends[i] ?? y },
        ),
      ),
    ),
    ...kernelWire(isDouble, tap, unfolded, plateLeft),
    { kind: "text", text: spec.kernel, role: "axis", x: labelX, y: tap - lift, anchor: "start" },
    {
      kind: "path",
      path: chipped(plateLeft, plateRight, top, bottom),
      fill: "linear",
    },
    centredText(spec.text, "bold-letter", {
      x: (plateLeft + plateRight) / 2,
      y: (top + bottom) / 2,
    }),
    ...spec.channelResults.map((axis, i) => {
      const y = results[i] ?? tap;
      return strand(axis, strandThrough({ x: plateRight, y }, { x: back, y }));
    }),
  ];
}

const DOUBLE = 1.5;

/** The kernel on its way: one wire, or a double one where windows have several sides. */
export function kernelWire(
  isDouble: boolean,
  y: number,
  from: number,
  to: number,
): readonly Mark[] {
  const heights = isDouble ? [y - DOUBLE, y + DOUBLE] : [y];
  return heights.map((at) => ({
    kind: "path",
    path: line({ x: from, y: at }, { x: to, y: at }),
    stroke: "wire",
  }));
}
