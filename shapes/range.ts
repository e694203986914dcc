import { divideMonomials } from "./division.ts";
import {
  type Atom,
  add,
  atomSize,
  collect,
  constant,
  constantValue,
  type Factor,
  multiply,
  power,
  type Size,
  scale,
  subtract,
  type Term,
  UNIT,
  unlessTooLarge,
} from "./polynomial.ts";
import { ceilQuotient, floorQuotient, greater, leastCommonMultiple, lesser } from "./whole.ts";

/** Bounds that hold for all values ≥ 1 of the symbols; an absent bound is not known or infinite. */
export interface SizeRange {
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
}

/** Sizes with more terms than this are bounded term by term only. */
const CLOSE_LOOK_LIMIT = 24;
const DEGREE_LIMIT = 8;

const lows = new Map<Size, bigint | undefined>();

/** Bounds of the size; they need not be reached. */
export function rangeOf(size: Size): SizeRange {
  const low = lowerBound(scale(size, -1n));
  return { low: lowerBound(size), high: low === undefined ? undefined : -low };
}

/** Whether the first size is at least the second for all values of the symbols, as far as bounds tell. */
export function isAtLeast(left: Size, right: Size): boolean {
  const low = lowerBound(subtract(left, right));
  return low !== undefined && low >= 0n;
}

/** The best lower bound of three ways: term by term, symbols counted from 1, floors opened up. */
function lowerBound(size: Size): bigint | undefined {
  if (lows.has(size)) return lows.get(size);
  let low = lowTermByTerm(size);
  if (size.terms.length <= CLOSE_LOOK_LIMIT) {
    low = better(
      low,
      unlessTooLarge(() => lowCountedFromBounds(size), undefined),
    );
    low = better(
      low,
      unlessTooLarge(() => lowWithoutFloors(size), undefined),
    );
  }
  lows.set(size, low);
  return low;
}

function better(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : greater(a, b);
}

function lowTermByTerm(size: Size): bigint | undefined {
  let low = 0n;
  for (const term of size.terms) {
    const range = termRange(term);
    if (range.low === undefined) return undefined;
    low += range.low;
  }
  return low;
}

/** Symbols are nearly always enough: a product of factors ≥ 0 is bounded by the products of bounds. */
function termRange({ coefficient, monomial }: Term): SizeRange {
  let low = 1n;
  let high: bigint | undefined = 1n;
  for (const { atom, exponent } of monomial.factors) {
    const range = atomRange(atom);
    if (range.low === undefined || range.low < 0n) return { low: undefined, high: undefined };
    low *= range.low ** BigInt(exponent);
    high =
      high === undefined || range.high === undefined
        ? undefined
        : high * range.high ** BigInt(exponent);
  }
  if (coefficient >= 0n) {
    return { low: low * coefficient, high: high === undefined ? undefined : high * coefficient };
  }
  return { low: high === undefined ? undefined : high * coefficient, high: low * coefficient };
}

function atomRange(atom: Atom): SizeRange {
  switch (atom.kind) {
    case "symbol":
    case "table":
      return { low: 1n, high: undefined };
    case "floor":
      return quotientRange(rangeOf(atom.numerator), rangeOf(atom.denominator));
    case "min": {
      const ranges = atom.args.map(rangeOf);
      return { low: allOf(ranges, "low", lesser), high: someOf(ranges, "high", lesser) };
    }
    case "max": {
      const ranges = atom.args.map(rangeOf);
      return { low: someOf(ranges, "low", greater), high: allOf(ranges, "high", greater) };
    }
  }
}

type Pick = (a: bigint, b: bigint) => bigint;

function someOf(ranges: readonly SizeRange[], end: keyof SizeRange, pick: Pick) {
  const known = ranges.map((range) => range[end]).filter((bound) => bound !== undefined);
  return known.length === 0 ? undefined : known.reduce(pick);
}

function allOf(ranges: readonly SizeRange[], end: keyof SizeRange, pick: Pick) {
  return ranges.some((range) => range[end] === undefined) ? undefined : someOf(ranges, end, pick);
}

/** Bounds of ⌊n/d⌋ from those of n and d, where d counts as ≥ 1. */
function quotientRange(numerator: SizeRange, denominator: SizeRange): SizeRange {
  const least = greater(denominator.low ?? 1n, 1n);
  const most = denominator.high;
  return {
    low: numerator.low === undefined ? undefined : quotientBound(numerator.low, most, least),
    high: numerator.high === undefined ? undefined : quotientBound(numerator.high, least, most),
  };
}

/** The quotient by one divisor if the dividend is ≥ 0, else by the other; absent is infinite. */
function quotientBound(
  dividend: bigint,
  ifPositive: bigint | undefined,
  ifNegative: bigint | undefined,
) {
  const divisor = dividend >= 0n ? ifPositive : ifNegative;
  if (divisor === undefined) return dividend >= 0n ? 0n : -1n;
  return floorQuotient(dividend, divisor);
}

/**
 * Writes every atom as its lower bound plus a rest ≥ 0. When all coefficients but the constant are
 * then ≥ 0, the constant is a bound: h·k − h = k′ + h′·k′ ≥ 0 for h = 1 + h′, k = 1 + k′.
 */
function lowCountedFromBounds(size: Size): bigint | undefined {
  if (!size.terms.every((term) => isOutweighed(term, size))) return undefined;
  const parts: Size[] = [];
  for (const { coefficient, monomial } of size.terms) {
    if (monomial.degree > DEGREE_LIMIT) return undefined;
    const factors = monomial.factors.map(countedFromBound);
    if (factors.includes(undefined)) return undefined;
    parts.push(multiply(constant(coefficient), ...factors.filter((f) => f !== undefined)));
  }
  let low = 0n;
  for (const { coefficient, monomial } of add(...parts).terms) {
    if (monomial === UNIT) low = coefficient;
    else if (coefficient < 0n) return undefined;
  }
  return low;
}

/** Whether a negative term divides a positive one; otherwise it stays negative in any case. */
function isOutweighed({ coefficient, monomial }: Term, size: Size): boolean {
  if (coefficient > 0n || monomial === UNIT) return true;
  return size.terms.some(
    (other) => other.coefficient > 0n && divideMonomials(other.monomial, monomial) !== undefined,
  );
}

function countedFromBound({ atom, exponent }: Factor): Size | undefined {
  const { low } = atomRange(atom);
  if (low === undefined) return undefined;
  return power(add(atomSize(atom), constant(low)), exponent);
}

/**
 * Replaces ⌊x/c⌋ by (x − c + 1)/c where more is more and by x/c where more is less, over a common
 * denominator. This also compares floors over one denominator like their numerators (rule M3).
 */
function lowWithoutFloors(size: Size): bigint | undefined {
  let common = 1n;
  for (const term of size.terms)
    common = leastCommonMultiple(common, openableFloor(term)?.over ?? 1n);
  if (common === 1n) return undefined;
  const parts = size.terms.map((term) => {
    const floor = openableFloor(term);
    const whole = collect([{ coefficient: term.coefficient * common, monomial: term.monomial }]);
    if (floor === undefined) return whole;
    const slack = term.coefficient > 0n ? floor.over - 1n : 0n;
    const opened = subtract(floor.numerator, constant(slack));
    return multiply(constant((term.coefficient * common) / floor.over), floor.others, opened);
  });
  const low = lowerBound(add(...parts));
  return low === undefined ? undefined : ceilQuotient(low, common);
}

interface OpenableFloor {
  readonly numerator: Size;
  readonly over: bigint;
  /** What the floor is multiplied with; it is ≥ 0. */
  readonly others: Size;
}

function openableFloor({ monomial }: Term): OpenableFloor | undefined {
  let found: OpenableFloor | undefined;
  let others = constant(1);
  for (const { atom, exponent } of monomial.factors) {
    const over = atom.kind === "floor" ? constantValue(atom.denominator) : undefined;
    if (atom.kind === "floor" && over !== undefined && found === undefined && exponent === 1) {
      found = { numerator: atom.numerator, over, others };
      continue;
    }
    const { low } = atomRange(atom);
    if (low === undefined || low < 0n) return undefined;
    others = multiply(others, power(atomSize(atom), exponent));
  }
  return found === undefined ? undefined : { ...found, others };
}
