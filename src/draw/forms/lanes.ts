import { strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Heights, SPACING } from "../slab.ts";
import { strand } from "./strokes.ts";

/** Axes that windows move along and axes that are contracted, of one array, with what replaces them. */
export interface LaneSpec {
  readonly axes: readonly string[];
  readonly spatial: readonly string[];
  readonly spatialResults: readonly string[];
  readonly channels: readonly string[];
  readonly channelResults: readonly string[];
  readonly output: readonly string[];
  /** Where the channels are to stand, if not where they come from. */
  readonly side?: "below" | "above";
}

/** One strand inside a glyph: its height where it enters and where it leaves. */
export interface Lane {
  readonly axis: string;
  readonly y: number;
}

/** The strands of one array, sorted so that those of the glyph are neighbours. */
export interface Lanes {
  /** Strands that pass above and below. */
  readonly above: readonly Lane[];
  readonly below: readonly Lane[];
  readonly spatial: readonly Lane[];
  readonly channels: readonly Lane[];
  /** Whether the channels stand below or above the axes that windows move along. */
  readonly side: "below" | "above";
  /** Where everything leaves, in the same order: above, glyph, below. */
  readonly leaving: ReadonlyMap<string, number>;
  /** The heights of the output, in its own order. */
  readonly output: Heights;
  readonly crossesIn: boolean;
  readonly crossesOut: boolean;
}

/** The width in which strands change places. */
export const LANE_CROSSING = 1.5 * SPACING;

/** Sorts the strands; `push` is how far strands below the glyph must stand from its last one. */
export function lanesOf(spec: LaneSpec, heights: Heights, push = SPACING): Lanes {
  const { axes, spatial, channels, output } = spec;
  const isPart = (axis: string) => spatial.includes(axis) || channels.includes(axis);
  const firstPart = axes.findIndex(isPart);
  const above = axes.slice(0, Math.max(0, firstPart));
  const below = axes.slice(Math.max(0, firstPart)).filter((axis) => !isPart(axis));
  const side = spec.side ?? (channels.includes(axes[firstPart] ?? "") ? "above" : "below");
  const entering = (isAbove: boolean) =>
    isAbove ? [...channels, ...spatial] : [...spatial, ...channels];
  const order = [...above, ...entering(side === "above"), ...below];
  const seats = new Map(order.map((axis, i) => [axis, heights[i] ?? 0]));
  const lane = (axis: string): Lane => ({ axis, y: seats.get(axis) ?? 0 });
  const leaving = leavingHeights(spec, { above, below, side }, lane, push);
  const outgoing = [...leaving.keys()].filter((axis) => output.includes(axis));
  const crossesOut = outgoing.some((axis, i) => output[i] !== axis);
  const sorted = outgoing.map((axis) => leaving.get(axis) ?? 0);
  const base = heights[0] ?? 0;
  return {
    above: above.map(lane),
    below: below.map(lane),
    spatial: spatial.map(lane),
    channels: channels.map(lane),
    side,
    leaving,
    output: filled(
      output.map((_, i) => sorted[i]),
      base,
    ),
    crossesIn: order.some((axis, i) => axes[i] !== axis),
    crossesOut,
  };
}

/** Heights where axes that nothing gives stand below the others; only a mistaken left side has them. */
function filled(heights: readonly (number | undefined)[], base: number): Heights {
  let previous = base - SPACING;
  return heights.map((y) => {
    previous = y ?? previous + SPACING;
    return previous;
  });
}

function leavingHeights(
  spec: LaneSpec,
  around: {
    readonly above: readonly string[];
    readonly below: readonly string[];
    readonly side: "below" | "above";
  },
  lane: (axis: string) => Lane,
  push: number,
): ReadonlyMap<string, number> {
  const { spatial, spatialResults, channels, channelResults } = spec;
  const { above, below, side } = around;
  const leaving = new Map<string, number>(above.map((axis) => [axis, lane(axis).y]));
  let previous = Number.NEGATIVE_INFINITY;
  const put = (axis: string, wish: number, gap: number) => {
    previous = Math.max(wish, previous + gap);
    leaving.set(axis, previous);
  };
  const [firstChannel] = channels;
  const putChannels = () => {
    const last = spatial.at(-1);
    const from =
      firstChannel === undefined ? (last ? lane(last).y + SPACING : 0) : lane(firstChannel).y;
    for (const [i, axis] of channelResults.entries()) put(axis, from + i * SPACING, SPACING);
  };
  if (side === "above") putChannels();
  for (const [i, axis] of spatialResults.entries()) {
    const from = lane(spatial[i] ?? spatial.at(-1) ?? "").y;
    put(axis, from, SPACING);
  }
  if (side === "below") putChannels();
  for (const [i, axis] of below.entries()) put(axis, lane(axis).y, i === 0 ? push : SPACING);
  return leaving;
}

/** The strands from the left edge to their places at `x`. */
export function enteringStrands(
  axes: readonly string[],
  heights: Heights,
  lanes: Lanes,
  x: number,
): readonly Mark[] {
  const all = [...lanes.above, ...lanes.spatial, ...lanes.channels, ...lanes.below];
  return axes.map((axis, i) => {
    const from = { x: 0, y: heights[i] ?? 0 };
    const y = all.find((lane) => lane.axis === axis)?.y ?? from.y;
    return strand(axis, strandThrough(from, { x, y }));
  });
}

/** The strands from their places at `x` to where the output has them. */
export function leavingStrands(
  output: readonly string[],
  lanes: Lanes,
  span: { readonly x: number; readonly settled: number; readonly width: number },
): readonly Mark[] {
  return output.map((axis, i) => {
    const to = lanes.output[i] ?? 0;
    const from = { x: span.x, y: lanes.leaving.get(axis) ?? to };
    const path = strandThrough(from, { x: span.settled, y: to }, { x: span.width, y: to });
    return strand(axis, path);
  });
}
