import type { Deferred, Outcome, Requirement, SizeConflict } from "./conflict.ts";
import { ONE, pairKey, ZERO } from "./polynomial.ts";
import { isAtLeast } from "./range.ts";
import {
  balanceBound,
  divisibilityBehind,
  simplifyUnder,
  standingOfBound,
  standingOfDivision,
} from "./requirement.ts";
import { type Size, symbolsOf } from "./size.ts";

/** A claim that two sizes are equal. */
export interface Equation<Why> {
  readonly left: Size;
  readonly right: Size;
  readonly difference: Size;
  readonly why: Why;
}

/** What a name has become. */
export interface Binding<Why> {
  readonly size: Size;
  readonly why: ReadonlySet<Why>;
}

/** What is left for a name by roundings. */
export interface Range<Why> {
  readonly low: bigint;
  readonly high: bigint;
  readonly why: ReadonlySet<Why>;
}

export interface DivisionClaim<Why> {
  readonly divisor: Size;
  readonly dividend: Size;
  readonly why: ReadonlySet<Why>;
}

export interface BoundClaim<Why> {
  readonly size: Size;
  readonly least: Size;
  readonly why: ReadonlySet<Why>;
}

/** The state of a solver between claims. */
export interface ClaimState<Why> {
  readonly bindings: ReadonlyMap<string, Binding<Why>>;
  /** Open equations with what is left of them. */
  readonly parked: ReadonlyMap<Equation<Why>, Size>;
  readonly ranges: ReadonlyMap<string, Range<Why>>;
  readonly divisions: readonly DivisionClaim<Why>[];
  readonly bounds: readonly BoundClaim<Why>[];
  readonly conflicts: readonly SizeConflict<Why>[];
  resolve(size: Size): Size;
  reasonsFor(size: Size): ReadonlySet<Why>;
  isOpen(name: string): boolean;
}

/** Draws the conclusions that depend on everything that is claimed; changes nothing. */
export function settleClaims<Why>(state: ClaimState<Why>): Outcome<Why> {
  const divisions = settleDivisions(state);
  const simplify = simplifyUnder(divisions.requirements);
  const bounds = settleBounds(state, simplify);
  return {
    sizes: new Map(Array.from(state.bindings, ([name, { size }]) => [name, size])),
    requirements: [
      ...divisions.requirements,
      ...bounds.requirements,
      ...settlePositivity(state, simplify, bounds.requirements),
    ],
    deferred: settleParked(state, simplify),
    conflicts: [...state.conflicts, ...divisions.conflicts, ...bounds.conflicts],
  };
}

type DivisionRequirement<Why> = Requirement<Why> & { kind: "divides" };
type BoundRequirement<Why> = Requirement<Why> & { kind: "at least" };

interface Settled<Why, Kept> {
  readonly requirements: readonly Kept[];
  readonly conflicts: readonly SizeConflict<Why>[];
}

function settleDivisions<Why>(state: ClaimState<Why>): Settled<Why, DivisionRequirement<Why>> {
  const requirements = new Map<number, DivisionRequirement<Why>>();
  const conflicts: SizeConflict<Why>[] = [];
  for (const claim of state.divisions) {
    const divisor = state.resolve(claim.divisor);
    const dividend = state.resolve(claim.dividend);
    const standing = standingOfDivision({ divisor, dividend });
    const key = pairKey(divisor, dividend);
    if (standing === "holds" || requirements.has(key)) continue;
    const why = allReasons(state, claim.why, [claim.divisor, claim.dividend]);
    if (standing === "fails") conflicts.push({ kind: "not divisible", dividend, divisor, why });
    else requirements.set(key, { kind: "divides", divisor, dividend, why });
  }
  const kept = [...requirements.values()];
  return { requirements: kept, conflicts: [...conflicts, ...exclusive(kept)] };
}

/** Requirements that cannot hold beside those before them: of 2 | h and h | 1 the second. */
function exclusive<Why>(requirements: readonly DivisionRequirement<Why>[]): SizeConflict<Why>[] {
  return requirements.flatMap(({ divisor, dividend, why }, at): SizeConflict<Why>[] => {
    const names = new Set([...symbolsOf(divisor), ...symbolsOf(dividend)]);
    const before = requirements
      .slice(0, at)
      .filter((each) =>
        [each.divisor, each.dividend].some((size) => meets(symbolsOf(size), names)),
      );
    if (before.length === 0) return [];
    const simplify = simplifyUnder(before);
    const claim = { divisor: simplify(divisor), dividend: simplify(dividend) };
    if (standingOfDivision(claim) !== "fails") return [];
    const reasons = new Set([...why, ...before.flatMap((each) => [...each.why])]);
    return [{ kind: "not divisible", dividend, divisor, why: reasons }];
  });
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((name) => others.has(name));
}

function settleBounds<Why>(
  state: ClaimState<Why>,
  simplify: (size: Size) => Size,
): Settled<Why, BoundRequirement<Why>> {
  const requirements = new Map<number, BoundRequirement<Why>>();
  const conflicts: SizeConflict<Why>[] = [];
  for (const claim of state.bounds) {
    const size = state.resolve(claim.size);
    const least = state.resolve(claim.least);
    const standing = standingOfBound(simplify(size), simplify(least));
    if (standing === "holds") continue;
    const sides = balanceBound(size, least);
    const key = pairKey(sides.size, sides.least);
    if (requirements.has(key)) continue;
    const why = allReasons(state, claim.why, [claim.size, claim.least]);
    if (standing === "fails") conflicts.push({ kind: "too small", size, least, why });
    else requirements.set(key, { kind: "at least", ...sides, why });
  }
  return { requirements: [...requirements.values()], conflicts };
}

/** What has to hold for bound names to be at least 1; that they cannot be is found when binding. */
function settlePositivity<Why>(
  state: ClaimState<Why>,
  simplify: (size: Size) => Size,
  known: readonly BoundRequirement<Why>[],
): readonly BoundRequirement<Why>[] {
  const requirements = new Map<number, BoundRequirement<Why>>();
  for (const { size, why } of state.bindings.values()) {
    if (isAtLeast(size, ONE) || standingOfBound(simplify(size), ONE) !== "open") continue;
    const sides = balanceBound(size, ONE);
    const isKnown = known.some((each) => each.size === sides.size && each.least === sides.least);
    const key = pairKey(sides.size, sides.least);
    if (!isKnown && !requirements.has(key))
      requirements.set(key, { kind: "at least", ...sides, why });
  }
  return [...requirements.values()];
}

function settleParked<Why>(
  state: ClaimState<Why>,
  simplify: (size: Size) => Size,
): readonly Deferred<Why>[] {
  const deferred: Deferred<Why>[] = [];
  for (const [equation, rest] of state.parked) {
    if (simplify(rest) !== ZERO) deferred.push(describeParked(state, equation, rest));
  }
  return deferred;
}

function describeParked<Why>(
  state: ClaimState<Why>,
  equation: Equation<Why>,
  rest: Size,
): Deferred<Why> {
  const { left, right, difference } = equation;
  const [name, another] = [...symbolsOf(rest)].filter((each) => state.isOpen(each));
  const range = name !== undefined && another === undefined ? state.ranges.get(name) : undefined;
  const requires = name === undefined ? divisibilityBehind(rest) : undefined;
  return {
    left,
    right,
    difference: state.resolve(difference),
    why: allReasons(state, [equation.why], [difference]),
    rigid: name === undefined,
    ...(range && name !== undefined && { range: { name, low: range.low, high: range.high } }),
    ...(requires && { requires }),
  };
}

/** The reasons of a claim, with those for what the names in it became. */
export function allReasons<Why>(
  state: { reasonsFor(size: Size): ReadonlySet<Why> },
  why: Iterable<Why>,
  sizes: readonly Size[],
): ReadonlySet<Why> {
  return new Set([...why, ...sizes.flatMap((size) => [...state.reasonsFor(size)])]);
}
