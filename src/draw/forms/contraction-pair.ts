import {
  arrowhead,
  cup,
  joinPaths,
  line,
  strandBetween,
  strandThrough,
  sweepBetween,
} from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Path, Point } from "../path.ts";
import { type Heights, type SlabPart, SPACING } from "../slab.ts";
import type { Pair } from "./contraction-roles.ts";
import { type Seating, type Survivor, seatPair } from "./contraction-seats.ts";
import { drawnPart, swapPart } from "./slab-parts.ts";
import { dot, strand } from "./strokes.ts";

export interface PairDrawing {
  readonly width: number;
  readonly output: Heights;
  readonly dashEnd: number;
  readonly marks: readonly Mark[];
  readonly parts: readonly SlabPart[];
  /** Where the arrow begins, if nothing is in the way of writing on it. */
  readonly arrow?: Point;
}

const FIRST_REACH = 1.5 * SPACING;
const LONGEST_REACH = 2 * SPACING;
const INNERMOST = 0.3;
const ARROW = 0.85 * SPACING;
/** How far the part of the cups reaches before and behind them. */
const CUP_RIM = 0.5 * SPACING;
const TAIL = { pointed: 1.25 * SPACING, open: 0.5 * SPACING };
/** How much is free above and below an arrow that can be written on. */
const ROOM = { above: 1.15 * SPACING, below: 0.4 * SPACING };
const DIVE = { start: 0.75, end: 0.4 };

/** Where things stand from left to right. */
interface Stations {
  /** Where cups begin and everything has its seat. */
  readonly meets: number;
  /** How far the outermost cup bulges. */
  readonly reach: number;
  /** Where the dots of the diagonals are. */
  readonly joint: number;
  readonly width: number;
}

/** Draws a pair from x = 0 on; where the arrow is `open`, the next slab draws it. */
export function drawPair(
  pair: Pair,
  a: Heights,
  b: Heights,
  ending: keyof typeof TAIL = "pointed",
): PairDrawing {
  const seating = seatPair(pair, a, b);
  const stations = stationsOf(seating, TAIL[ending]);
  const arrow = arrowOf(seating, stations);
  return {
    ...(arrow !== undefined && canBeWrittenOn(arrow, seating.output) && { arrow }),
    width: stations.width,
    output: seating.output,
    dashEnd: stations.meets,
    parts: partsOf(seating, stations),
    marks: [
      ...survivors(seating, stations),
      ...diagonals(seating, stations),
      ...cups(seating, stations),
      ...(arrow !== undefined && ending === "pointed" ? pointed(arrow) : []),
      ...lonelyEnds(seating, stations),
    ],
  };
}

/** The cups from where they begin to the middle of their arrow, and the strands that the dots are on. */
function partsOf(seating: Seating, { meets, reach, joint }: Stations): readonly SlabPart[] {
  const { survivors, cups, dives, rises } = seating;
  const above = [...survivors.filter(({ isAbove }) => isAbove), ...cups.map(({ upper }) => upper)];
  const below = [...survivors.filter(({ isAbove }) => !isAbove), ...cups.map(({ lower }) => lower)];
  const bulges = cups.map(({ upper, lower }) => ({
    x: meets - CUP_RIM,
    y: upper.seat,
    width: reach + 2 * CUP_RIM,
    height: lower.seat - upper.seat,
  }));
  const met = [...dives, ...rises].map(({ seat }) => ({ x: 0, y: seat, width: joint, height: 0 }));
  return [
    ...swapPart(above, 0, meets),
    ...swapPart(below, 0, meets),
    ...drawnPart("cup", bulges),
    ...drawnPart("diagonal", met),
  ];
}

/** The arrow leaves the outermost cup. */
function arrowOf({ cups: [outer] }: Seating, { meets, reach }: Stations): Point | undefined {
  return outer && { x: meets + reach, y: (outer.upper.seat + outer.lower.seat) / 2 };
}

/** Between strands of the result, so that what is written needs no room outside them. */
function canBeWrittenOn({ y }: Point, output: Heights): boolean {
  const isAbove = (strand: number) => strand < y - ROOM.above;
  return (
    output.some(isAbove) && output.every((strand) => isAbove(strand) || strand > y + ROOM.below)
  );
}

function pointed(from: Point): readonly Mark[] {
  const tip = { x: from.x + ARROW, y: from.y };
  return [
    { kind: "path", path: line(from, { x: tip.x - 3, y: tip.y }), stroke: "wire" },
    { kind: "path", path: arrowhead(tip), fill: "ink" },
  ];
}

/** Long ways up or down get room, so that neither diagonals nor sweeps are steep. */
function stationsOf({ survivors, cups, dives, rises }: Seating, tail: number): Stations {
  const bends = [...survivors, ...cups.flatMap(({ upper, lower }) => [upper, lower])];
  const isPermuted = bends.some(({ from, seat }) => from !== seat);
  const travels = [...dives, ...rises].map(({ from, seat }) => Math.abs(seat - from));
  const halves = cups.map(({ upper, lower }) => (lower.seat - upper.seat) / 2);
  const reach = Math.min(Math.max(0, ...halves), cups.length > 1 ? LONGEST_REACH : FIRST_REACH);
  const meets = Math.max(
    isPermuted ? 1.5 * SPACING : 0.5 * SPACING,
    Math.min(4 * SPACING, 0.45 * Math.max(0, ...travels) - 0.75 * SPACING),
    travels.length > 0 && reach === 0 ? SPACING : 0,
  );
  const fall = Math.max(0, ...survivors.map(({ seat, to }) => Math.abs(to - seat)));
  return {
    meets,
    reach,
    joint: meets + (reach > 0 ? reach : 0.25 * SPACING),
    width: meets + reach + tail + Math.max(0, 0.6 * fall - SPACING),
  };
}

/** Strands of an array with dots on it sweep off behind them, the others beside the cup. */
function survivors(seating: Seating, { meets, joint, width }: Stations): readonly Mark[] {
  return seating.survivors.map((survivor) => {
    const dots = survivor.isAbove ? seating.rises : seating.dives;
    const leaves = dots.length > 0 ? joint : meets;
    return strand(survivor.axis, survivorPath(survivor, { meets, leaves, width }));
  });
}

function survivorPath(
  { from, seat, to }: Survivor,
  { meets, leaves, width }: Readonly<Record<"meets" | "leaves" | "width", number>>,
): Path {
  const start = { x: 0, y: from };
  const seated = { x: meets, y: seat };
  if (to === seat) return strandThrough(start, seated, { x: width, y: seat });
  const left = { x: leaves, y: seat };
  return joinPaths(strandThrough(start, seated, left), sweepBetween(left, { x: width, y: to }));
}

function diagonals({ dives, rises }: Seating, { joint }: Stations): readonly Mark[] {
  return [...dives, ...rises].flatMap(({ axis, from, seat }) => {
    const end = { x: joint, y: seat };
    return [strand(axis, strandBetween({ x: 0, y: from }, end, DIVE)), dot(end)];
  });
}

/** Nested cups. */
function cups(seating: Seating, { meets, reach }: Stations): readonly Mark[] {
  const count = seating.cups.length;
  return seating.cups.map(({ upper, lower }, i): Mark => {
    const top = { x: meets, y: upper.seat };
    const bottom = { x: meets, y: lower.seat };
    const bulge = Math.min(reach * (1 - ((1 - INNERMOST) * i) / count), (bottom.y - top.y) / 2);
    const into = strandThrough({ x: 0, y: upper.from }, top);
    const out = strandThrough(bottom, { x: 0, y: lower.from });
    return strand(upper.axis, joinPaths(joinPaths(into, cup(top, bottom, bulge)), out));
  });
}

/** A summed axis of one array only ends in a dot. */
function lonelyEnds({ lonely }: Seating, { meets }: Stations): readonly Mark[] {
  return lonely.flatMap(({ axis, y }) => {
    const end = { x: meets, y };
    return [strand(axis, line({ x: 0, y }, end)), dot(end)];
  });
}
