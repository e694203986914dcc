import { type Heights, SPACING } from "../slab.ts";
import { type Pair, type Roles, rolesOf } from "./contraction-roles.ts";

/** A strand of one of the arrays, which comes in at `from` and is at `seat` where the cup begins. */
export interface Seated {
  readonly axis: string;
  readonly from: number;
  readonly seat: number;
}

/** A strand that survives, and where it leaves. */
export interface Survivor extends Seated {
  readonly to: number;
  readonly isAbove: boolean;
}

/** All heights of a pair. */
export interface Seating {
  readonly survivors: readonly Survivor[];
  /** Outermost first. */
  readonly cups: readonly { readonly upper: Seated; readonly lower: Seated }[];
  readonly dives: readonly Seated[];
  readonly rises: readonly Seated[];
  readonly lonely: readonly { readonly axis: string; readonly y: number }[];
  readonly output: Heights;
}

/** Seats the strands so that the cups nest and everything else keeps its height as far as it can. */
export function seatPair(pair: Pair, a: Heights, b: Heights): Seating {
  const roles = rolesOf(pair);
  const inA = (axis: string) => a[pair.above.indexOf(axis)] ?? 0;
  const inB = (axis: string) => b[pair.below.indexOf(axis)] ?? 0;
  const upper = dealtOut([...roles.stays, ...roles.summed], inA);
  const lower = dealtOut([...[...roles.summed].reverse(), ...roles.settles], inB);
  const above = (axis: string) => ({ axis, from: inA(axis), seat: upper.get(axis) ?? 0 });
  const below = (axis: string) => ({ axis, from: inB(axis), seat: lower.get(axis) ?? 0 });
  const kept = [
    ...roles.stays.map((axis) => ({ ...above(axis), isAbove: true })),
    ...roles.settles.map((axis) => ({ ...below(axis), isAbove: false })),
  ];
  const closed = closedHeights(pair, roles, kept, a[0]);
  const output = inOutputOrder(pair.output, kept, closed);
  return {
    survivors: kept.map((strand) => ({ ...strand, to: output.get(strand.axis) ?? strand.seat })),
    cups: roles.summed.map((axis) => ({ upper: above(axis), lower: below(axis) })),
    dives: roles.dives.map((axis) => ({ axis, from: inA(axis), seat: lower.get(axis) ?? 0 })),
    rises: roles.rises.map((axis) => ({ axis, from: inB(axis), seat: upper.get(axis) ?? 0 })),
    lonely: roles.lonely.map((axis) => ({
      axis,
      y: pair.above.includes(axis) ? inA(axis) : inB(axis),
    })),
    output: pair.output.map((axis) => output.get(axis) ?? a[0] ?? b[0] ?? 0),
  };
}

/** Gives the axes their own heights in the wanted order. */
function dealtOut(
  wanted: readonly string[],
  own: (axis: string) => number,
): ReadonlyMap<string, number> {
  const heights = wanted.map(own).sort((left, right) => left - right);
  return new Map(wanted.map((axis, i) => [axis, heights[i] ?? 0]));
}

/** Heights of the survivors, top to bottom, once the hole between them is closed as told. */
function closedHeights(
  { closing }: Pair,
  { stays, settles }: Roles,
  kept: readonly Seated[],
  top: number | undefined,
): Heights {
  const seats = kept.map(({ seat }) => seat);
  if (closing === "keep") return seats;
  const firstSettled = settles.length === 0 ? undefined : seats[stays.length];
  let start = closing === "up" ? (top ?? seats[0]) : seats[0];
  if (closing === "down" && firstSettled !== undefined) {
    start = firstSettled - stays.length * SPACING;
  }
  return seats.map((_, i) => (start ?? 0) + i * SPACING);
}

/** Deals the heights out in the order of the output, at least one spacing apart. */
function inOutputOrder(
  output: readonly string[],
  kept: readonly Seated[],
  closed: Heights,
): ReadonlyMap<string, number> {
  const heights = [...closed].sort((left, right) => left - right);
  const present = output.filter((axis) => kept.some((strand) => strand.axis === axis));
  let previous = Number.NEGATIVE_INFINITY;
  return new Map(
    present.map((axis, i) => {
      previous = Math.max(heights[i] ?? 0, previous + SPACING);
      return [axis, previous];
    }),
  );
}
