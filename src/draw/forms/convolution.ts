import { line, strandThrough } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { drawFalling, type FedArray, fedWidth } from "./falling.ts";
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
  /** Kernel and bias that are data, above the array: they come down on the top edge of the plate. */
  readonly fed?: readonly FedArray[];
  /** The plate has learned weights all the same, and only its bias is data. */
  readonly isLearned?: boolean;
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

/** The expanded convolution: an unfold, whose kernel and the channels go into a plate. */
export function convolution(spec: ConvolutionSpec): Slab {
  const { axes, output, label, fed = [] } = spec;
  const made = output.filter((axis) => !axes.includes(axis));
  return {
    inputs: [...fed.map((array) => array.axes), axes],
    outputs: [output],
    takesHoles: [...fed.map(() => false), false],
    free: [false],
    keepsShape: false,
    place(rows) {
      const heights = rows.at(-1) ?? [];
      const lanes = lanesOf(spec, heights);
      const stations = stationsOf(spec, lanes, labelWidth(made, label, MARGIN));
      const { left, back, settled, width, plateLeft, plateRight } = stations;
      const { top } = plateSpan(spec, lanes);
      const edge = { left: plateLeft, right: plateRight, y: top };
      const falling = fed.length === 0 ? undefined : drawFalling(fed, rows, edge);
      return finishDrawing({
        width,
        inputs: rows,
        outputs: [lanes.output],
        ...(isRaised(lanes) && { above: RAISED }),
        ...(falling && { dashEnds: falling.dashEnds.map((x) => Math.min(x, left)) }),
        marks: [
          ...enteringStrands(axes, heights, lanes, left),
          ...passingLanes(lanes, stations),
          ...spatialLanes(spec, lanes, stations),
          ...(falling?.marks ?? []),
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
  const least = spec.fed === undefined ? 0 : fedWidth(spec.fed);
  const plateRight = plateLeft + Math.max(plateWidth(text, letterRole(spec)), least);
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

/** Where the kernel and the channels meet the plate, and how high and low it reaches around them. */
function plateSpan(spec: ConvolutionSpec, { side, spatial, channels, leaving }: Lanes) {
  const tap =
    side === "below" ? (spatial.at(-1)?.y ?? 0) + SPACING : (spatial[0]?.y ?? 0) - SPACING;
  const shift = side === "below" ? SPACING / 2 : -SPACING;
  const ends = channels.map(({ y }) => y + shift);
  const results = spec.channelResults.map((axis) => leaving.get(axis) ?? tap);
  const all = [tap, ...ends, ...results];
  return {
    tap,
    ends,
    results,
    top: Math.min(...all) - OVERHANG,
    bottom: Math.max(...all) + OVERHANG,
  };
}

/** The letter is bold where the plate has learned weights. */
function letterRole({ fed, isLearned = fed === undefined }: ConvolutionSpec) {
  return isLearned ? "bold-letter" : "letter";
}

/** The kernel and the channels go into the plate, and the new channels leave it. */
function contracted(spec: ConvolutionSpec, lanes: Lanes, stations: Stations): readonly Mark[] {
  const { channels } = lanes;
  const { left, unfolded, plateLeft, plateRight, back } = stations;
  const { tap, ends, results, top, bottom } = plateSpan(spec, lanes);
  const isDouble = (spec.arity ?? spec.spatial.length) > 1;
  const lift = KERNEL_LIFT + (isDouble ? DOUBLE : 0);
  const labelX = unfolded + (spec.transposed ? AFTER_T : 4);
  const role = letterRole(spec);
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
      ...(role === "letter" ? { fill: "paper", stroke: "outline" } : { fill: "linear" }),
    },
    centredText(spec.text, role, {
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
