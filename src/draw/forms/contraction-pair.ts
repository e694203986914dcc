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
import { type Heights, SPACING } from "../slab.ts";
import { dot, strand } from "./strokes.ts";

/** What becomes of the hole that a contraction leaves between the strands that survive. */
export type Closing = "down" | "up" | "keep";

/** Two arrays, the first above the second; shared axes that are not in `output` are summed over. */
export interface Pair {
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly output: readonly string[];
  readonly closing: Closing;
}

export interface PairDrawing {
  readonly width: number;
  readonly output: Heights;
  readonly dashEnd: number;
  readonly marks: readonly Mark[];
}

const FIRST_REACH = 1.5 * SPACING;
const LONGEST_REACH = 2 * SPACING;
const ARROW = 0.85 * SPACING;
const TAIL = 1.25 * SPACING;
const DIVE = { start: 0.75, end: 0.4 };

/** Draws the pair from x = 0 on. */
export function drawPair(pair: Pair, a: Heights, b: Heights): PairDrawing {
  const roles = rolesOf(pair);
  const upper = seats([...roles.stays, ...roles.summed], pair.above, a);
  const lower = seats([...[...roles.summed].reverse(), ...roles.settles], pair.below, b);
  const start = (axis: string, axes: readonly string[], heights: Heights) =>
    heights[axes.indexOf(axis)] ?? 0;
  const dives = roles.dives.map((axis) => ({
    axis,
    from: start(axis, pair.above, a),
    to: lower.get(axis) ?? 0,
  }));
  const rises = roles.rises.map((axis) => ({
    axis,
    from: start(axis, pair.below, b),
    to: upper.get(axis) ?? 0,
  }));
  const diagonals = [...dives, ...rises];

  const permuted =
    [...upper].some(([axis, y]) => y !== start(axis, pair.above, a)) ||
    [...lower].some(([axis, y]) => y !== start(axis, pair.below, b));
  const travel = Math.max(0, ...diagonals.map(({ from, to }) => Math.abs(to - from)));
  const room = Math.min(4 * SPACING, 0.45 * travel - 0.75 * SPACING);
  const reach = reachOf(roles.summed, upper, lower);
  const meets = Math.max(
    permuted ? 1.5 * SPACING : 0.5 * SPACING,
    room,
    diagonals.length > 0 && reach === 0 ? SPACING : 0,
  );

  const stays = roles.stays.map((axis) => ({ axis, y: upper.get(axis) ?? 0 }));
  const settles = roles.settles.map((axis) => ({ axis, y: lower.get(axis) ?? 0 }));
  const closed = close(pair.closing, stays, settles, a[0]);
  const seated = inOutputOrder(pair.output, closed);
  const fall = Math.max(
    0,
    ...[...stays, ...settles].map(({ axis, y }) => Math.abs((seated.get(axis) ?? y) - y)),
  );
  const arrow = reach > 0 ? reach + TAIL : TAIL;
  const width = meets + arrow + Math.max(0, 0.6 * fall - SPACING);

  const marks: Mark[] = [];
  const joint = reach > 0 ? meets + reach : meets + 0.25 * SPACING;
  for (const { axis, y } of [...stays, ...settles]) {
    const isAbove = roles.stays.includes(axis);
    const [axes, heights] = isAbove ? [pair.above, a] : [pair.below, b];
    const from = { x: 0, y: start(axis, axes, heights) };
    const leaves = (isAbove ? rises : dives).length > 0 ? joint : meets;
    const to = seated.get(axis) ?? y;
    marks.push(strand(axis, survivorPath(from, y, { meets, leaves, width, to })));
  }
  for (const { axis, from, to } of diagonals) {
    marks.push(strand(axis, strandBetween({ x: 0, y: from }, { x: joint, y: to }, DIVE)));
    marks.push(dot({ x: joint, y: to }));
  }
  marks.push(...cups({ roles, upper, lower, meets, reach, pair, a, b }));
  marks.push(...lonelyEnds(roles, pair, { a, b, meets }));
  return {
    width,
    output: pair.output.map((axis) => seated.get(axis) ?? a[0] ?? b[0] ?? 0),
    dashEnd: meets,
    marks,
  };
}

interface Roles {
  /** Axes of the upper array that survive at its height, in output order. */
  readonly stays: readonly string[];
  /** Shared axes that are summed over, in the order of the upper array. */
  readonly summed: readonly string[];
  /** Shared axes that survive: dotted on the lower or on the upper array. */
  readonly dives: readonly string[];
  readonly rises: readonly string[];
  /** Axes of the lower array that survive at its height, in output order. */
  readonly settles: readonly string[];
  /** Axes that only one array has and that do not survive. */
  readonly lonely: readonly string[];
}

function rolesOf({ above, below, output }: Pair): Roles {
  const shared = (axis: string) => above.includes(axis) && below.includes(axis);
  const lastFree = output.findLastIndex((axis) => above.includes(axis) && !below.includes(axis));
  const firstFree = output.findIndex((axis) => below.includes(axis) && !above.includes(axis));
  const isUp = (axis: string) => {
    if (!shared(axis)) return above.includes(axis);
    const at = output.indexOf(axis);
    return lastFree >= 0 ? at < lastFree : firstFree < 0 || at < firstFree;
  };
  const known = output.filter((axis) => above.includes(axis) || below.includes(axis));
  const stays = known.filter(isUp);
  const settles = known.filter((axis) => !isUp(axis));
  const gone = (axis: string) => !output.includes(axis);
  return {
    stays,
    settles,
    summed: above.filter((axis) => gone(axis) && shared(axis)),
    dives: settles.filter(shared),
    rises: stays.filter(shared),
    lonely: [...above, ...below].filter((axis) => gone(axis) && !shared(axis)),
  };
}

/** Gives the axes their own heights in the wanted order. */
function seats(
  wanted: readonly string[],
  axes: readonly string[],
  heights: Heights,
): ReadonlyMap<string, number> {
  const own = wanted
    .map((axis) => heights[axes.indexOf(axis)] ?? 0)
    .sort((left, right) => left - right);
  return new Map(wanted.map((axis, i) => [axis, own[i] ?? 0]));
}

interface Seat {
  readonly axis: string;
  readonly y: number;
}

function close(
  closing: Closing,
  stays: readonly Seat[],
  settles: readonly Seat[],
  top: number | undefined,
): readonly Seat[] {
  const [firstStay] = stays;
  const [firstSettle] = settles;
  if (closing === "keep") return [...stays, ...settles];
  if (closing === "down" && firstSettle !== undefined) {
    const start = firstSettle.y - stays.length * SPACING;
    return packed(start, [...stays, ...settles]);
  }
  const start = closing === "up" ? (top ?? firstStay?.y ?? firstSettle?.y) : firstStay?.y;
  return packed(start ?? 0, [...stays, ...settles]);
}

function packed(start: number, seatsInOrder: readonly Seat[]): readonly Seat[] {
  return seatsInOrder.map(({ axis }, i) => ({ axis, y: start + i * SPACING }));
}

/** The heights dealt out again in the order of the output. */
function inOutputOrder(
  output: readonly string[],
  seatsInOrder: readonly Seat[],
): ReadonlyMap<string, number> {
  const heights = seatsInOrder.map(({ y }) => y).sort((left, right) => left - right);
  const present = output.filter((axis) => seatsInOrder.some((seat) => seat.axis === axis));
  let previous = Number.NEGATIVE_INFINITY;
  return new Map(
    present.map((axis, i) => {
      previous = Math.max(heights[i] ?? 0, previous + SPACING);
      return [axis, previous];
    }),
  );
}

function survivorPath(
  from: Point,
  seat: number,
  go: Readonly<Record<"meets" | "leaves" | "width" | "to", number>>,
): Path {
  const seated = { x: go.meets, y: seat };
  if (go.to === seat) return strandThrough(from, seated, { x: go.width, y: seat });
  const leaves = { x: go.leaves, y: seat };
  return joinPaths(
    strandThrough(from, seated, leaves),
    sweepBetween(leaves, { x: go.width, y: go.to }),
  );
}

function reachOf(
  summed: readonly string[],
  upper: ReadonlyMap<string, number>,
  lower: ReadonlyMap<string, number>,
): number {
  const halves = summed.map((axis) => ((lower.get(axis) ?? 0) - (upper.get(axis) ?? 0)) / 2);
  const tallest = Math.max(0, ...halves);
  return Math.min(tallest, summed.length > 1 ? LONGEST_REACH : FIRST_REACH);
}

interface Cups {
  readonly roles: Roles;
  readonly upper: ReadonlyMap<string, number>;
  readonly lower: ReadonlyMap<string, number>;
  readonly meets: number;
  readonly reach: number;
  readonly pair: Pair;
  readonly a: Heights;
  readonly b: Heights;
}

/** Nested cups; the arrow leaves the outermost. */
function cups({ roles, upper, lower, meets, reach, pair, a, b }: Cups): readonly Mark[] {
  const count = roles.summed.length;
  const marks = roles.summed.map((axis, i): Mark => {
    const top = { x: meets, y: upper.get(axis) ?? 0 };
    const bottom = { x: meets, y: lower.get(axis) ?? 0 };
    const run = reach * (1 - (0.7 * i) / count);
    const half = (bottom.y - top.y) / 2;
    const into = strandThrough({ x: 0, y: a[pair.above.indexOf(axis)] ?? top.y }, top);
    const out = strandThrough(bottom, { x: 0, y: b[pair.below.indexOf(axis)] ?? bottom.y });
    return strand(axis, joinPaths(joinPaths(into, cup(top, bottom, Math.min(run, half))), out));
  });
  const [outer] = roles.summed;
  if (outer === undefined) return marks;
  const y = ((upper.get(outer) ?? 0) + (lower.get(outer) ?? 0)) / 2;
  const apex = { x: meets + reach, y };
  const tip = { x: apex.x + ARROW, y };
  return [
    ...marks,
    { kind: "path", path: line(apex, { x: tip.x - 3, y }), stroke: "wire" },
    { kind: "path", path: arrowhead(tip), fill: "ink" },
  ];
}

/** A summed axis of one array only ends in a dot. */
function lonelyEnds(
  roles: Roles,
  { above, below }: Pair,
  at: { readonly a: Heights; readonly b: Heights; readonly meets: number },
): readonly Mark[] {
  return roles.lonely.flatMap((axis) => {
    const y = at.a[above.indexOf(axis)] ?? at.b[below.indexOf(axis)] ?? 0;
    const end = { x: at.meets, y };
    return [strand(axis, line({ x: 0, y }, end)), dot(end)];
  });
}
