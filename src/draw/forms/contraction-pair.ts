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
import type { Path } from "../path.ts";
import { type Heights, SPACING } from "../slab.ts";
import type { Pair } from "./contraction-roles.ts";
import { type Seating, type Survivor, seatPair } from "./contraction-seats.ts";
import { dot, strand } from "./strokes.ts";

export interface PairDrawing {
  readonly width: number;
  readonly output: Heights;
  readonly dashEnd: number;
  readonly marks: readonly Mark[];
}

const FIRST_REACH = 1.5 * SPACING;
const LONGEST_REACH = 2 * SPACING;
const INNERMOST = 0.3;
const ARROW = 0.85 * SPACING;
const TAIL = 1.25 * SPACING;
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

/** Draws a pair from x = 0 on. */
export function drawPair(pair: Pair, a: Heights, b: Heights): PairDrawing {
  const seating = seatPair(pair, a, b);
  const stations = stationsOf(seating);
  return {
    width: stations.width,
    output: seating.output,
    dashEnd: stations.meets,
    marks: [
      ...survivors(seating, stations),
      ...diagonals(seating, stations),
      ...cups(seating, stations),
      ...lonelyEnds(seating, stations),
    ],
  };
}

/** Long ways up or down get room, so that neither diagonals nor sweeps are steep. */
function stationsOf({ survivors, cups, dives, rises }: Seating): Stations {
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
    width: meets + reach + TAIL + Math.max(0, 0.6 * fall - SPACING),
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

/** Nested cups; the arrow leaves the outermost. */
function cups(seating: Seating, { meets, reach }: Stations): readonly Mark[] {
  const count = seating.cups.length;
  const marks = seating.cups.map(({ upper, lower }, i): Mark => {
    const top = { x: meets, y: upper.seat };
    const bottom = { x: meets, y: lower.seat };
    const bulge = Math.min(reach * (1 - ((1 - INNERMOST) * i) / count), (bottom.y - top.y) / 2);
    const into = strandThrough({ x: 0, y: upper.from }, top);
    const out = strandThrough(bottom, { x: 0, y: lower.from });
    return strand(upper.axis, joinPaths(joinPaths(into, cup(top, bottom, bulge)), out));
  });
  const [outer] = seating.cups;
  if (outer === undefined) return marks;
  const y = (outer.upper.seat + outer.lower.seat) / 2;
  const tip = { x: meets + reach + ARROW, y };
  const shaft = line({ x: meets + reach, y }, { x: tip.x - 3, y });
  return [
    ...marks,
    { kind: "path", path: shaft, stroke: "wire" },
    { kind: "path", path: arrowhead(tip), fill: "ink" },
  ];
}

/** A summed axis of one array only ends in a dot. */
function lonelyEnds({ lonely }: Seating, { meets }: Stations): readonly Mark[] {
  return lonely.flatMap(({ axis, y }) => {
    const end = { x: meets, y };
    return [strand(axis, line({ x: 0, y }, end)), dot(end)];
  });
}
