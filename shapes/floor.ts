import { commonMonomial, divideExactly, divideMonomials } from "./division.ts";
import {
  add,
  atomSize,
  collect,
  constant,
  constantValue,
  multiply,
  pairKey,
  type Size,
  scale,
  subtract,
  type Term,
  UNIT,
  ZERO,
} from "./polynomial.ts";
import { rangeOf } from "./range.ts";
import { floorQuotient, greatestCommonDivisor } from "./whole.ts";

type FloorRule = (numerator: Size, denominator: Size) => Size | undefined;

/** Tried in this order; each answers a simpler equal size, or nothing. */
const RULES: readonly FloorRule[] = [
  turnPositive,
  divideExactly,
  boundByRange,
  splitWholePart,
  cancelContent,
  absorbNestedFloor,
];

const quotients = new Map<number, Size>();

/** The quotient rounded down, in normal form; the denominator is taken to be positive. */
export function floorDivide(numerator: Size, denominator: Size): Size {
  if (denominator === ZERO) throw new RangeError("A size cannot be divided by 0.");
  const key = pairKey(numerator, denominator);
  let quotient = quotients.get(key);
  if (quotient === undefined) {
    quotient = simplify(numerator, denominator);
    quotients.set(key, quotient);
  }
  return quotient;
}

/** The quotient rounded up. */
export function ceilDivide(numerator: Size, denominator: Size): Size {
  return floorDivide(add(numerator, denominator, constant(-1)), denominator);
}

/** What is left of the dividend after division with rounding down. */
export function modulo(dividend: Size, divisor: Size): Size {
  return subtract(dividend, multiply(divisor, floorDivide(dividend, divisor)));
}

function simplify(numerator: Size, denominator: Size): Size {
  for (const rule of RULES) {
    const simpler = rule(numerator, denominator);
    if (simpler !== undefined) return simpler;
  }
  return atomSize({ kind: "floor", numerator, denominator });
}

/** ⌊a/−b⌋ = ⌊−a/b⌋. */
function turnPositive(numerator: Size, denominator: Size): Size | undefined {
  if (denominator.terms.some((term) => term.coefficient > 0n)) return undefined;
  return floorDivide(scale(numerator, -1n), scale(denominator, -1n));
}

/** F6: ⌊a/b⌋ = 0 if 0 ≤ a < b, −1 if −b ≤ a < 0, and in general a number if its bounds agree. */
function boundByRange(numerator: Size, denominator: Size): Size | undefined {
  const divisor = constantValue(denominator);
  if (divisor !== undefined && isUnbounded(numerator)) return undefined;
  const range = rangeOf(numerator);
  if (divisor !== undefined) {
    if (range.low === undefined || range.high === undefined) return undefined;
    const low = floorQuotient(range.low, divisor);
    return low === floorQuotient(range.high, divisor) ? constant(low) : undefined;
  }
  if (range.low !== undefined && range.low >= 0n) {
    return leastOf(subtract(denominator, numerator), 1n) ? ZERO : undefined;
  }
  if (range.high !== undefined && range.high < 0n) {
    return leastOf(add(denominator, numerator), 0n) ? constant(-1) : undefined;
  }
  return undefined;
}

/** A polynomial in names alone exceeds every bound on one side at least, unless it is a number. */
function isUnbounded(size: Size): boolean {
  const isOfNames = size.terms.every(({ monomial }) =>
    monomial.factors.every(({ atom }) => atom.kind === "symbol"),
  );
  return isOfNames && constantValue(size) === undefined;
}

function leastOf(size: Size, least: bigint): boolean {
  const { low } = rangeOf(size);
  return low !== undefined && low >= least;
}

/** F2, F5: ⌊(q·c·m + a)/(c·m)⌋ = q + ⌊a/(c·m)⌋; what stays of each such term is in [0, c). */
function splitWholePart(numerator: Size, denominator: Size): Size | undefined {
  const [divisor, another] = denominator.terms;
  if (divisor === undefined || another !== undefined) return undefined;
  const whole: Term[] = [];
  for (const { coefficient, monomial } of numerator.terms) {
    const quotient = floorQuotient(coefficient, divisor.coefficient);
    const left = quotient === 0n ? undefined : divideMonomials(monomial, divisor.monomial);
    if (left !== undefined) whole.push({ coefficient: quotient, monomial: left });
  }
  if (whole.length === 0) return undefined;
  const split = collect(whole);
  return add(split, floorDivide(subtract(numerator, multiply(split, denominator)), denominator));
}

/** F3, F5: ⌊(g·a + k)/(g·b)⌋ = ⌊(a + ⌊k/g⌋)/b⌋ for a number k, and ⌊(m·a)/(m·b)⌋ = ⌊a/b⌋. */
function cancelContent(numerator: Size, denominator: Size): Size | undefined {
  const all = [...numerator.terms, ...denominator.terms];
  const shared = commonMonomial(all.map((term) => term.monomial));
  const content = [
    ...numerator.terms.filter((term) => term.monomial !== UNIT),
    ...denominator.terms,
  ]
    .map((term) => term.coefficient)
    .reduce(greatestCommonDivisor, 0n);
  if (shared === UNIT && content === 1n) return undefined;
  const cancelled = (size: Size) =>
    collect(
      size.terms.map(({ coefficient, monomial }) => ({
        coefficient: floorQuotient(coefficient, content),
        monomial: divideMonomials(monomial, shared) ?? UNIT,
      })),
    );
  return floorDivide(cancelled(numerator), cancelled(denominator));
}

/** F4: ⌊(⌊a/b⌋ + p)/c⌋ = ⌊(a + b·p)/(b·c)⌋, if just one floor stands there alone. */
function absorbNestedFloor(numerator: Size, denominator: Size): Size | undefined {
  const nested = numerator.terms.filter((term) => loneFloor(term) !== undefined);
  const [term, another] = nested;
  if (term === undefined || another !== undefined) return undefined;
  const floor = loneFloor(term);
  if (floor === undefined) return undefined;
  const rest = subtract(numerator, collect([term]));
  return floorDivide(
    add(floor.numerator, multiply(floor.denominator, rest)),
    multiply(floor.denominator, denominator),
  );
}

/** The floor of a term that is nothing but one floor. */
function loneFloor({ coefficient, monomial }: Term) {
  const [factor, another] = monomial.factors;
  if (coefficient !== 1n || another !== undefined || factor?.exponent !== 1) return undefined;
  return factor.atom.kind === "floor" ? factor.atom : undefined;
}
