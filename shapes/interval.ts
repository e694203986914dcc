import {
  constantTerm,
  constantValue,
  type Factor,
  type Size,
  type Term,
  UNIT,
} from "./polynomial.ts";
import { ceilQuotient, floorQuotient, greater } from "./whole.ts";

/** All values that a name can have; none if `low` is above `high`. */
export interface Interval {
  readonly name: string;
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * The values ≥ 1 that solve "size = 0", if the size is q·⌊(a·v + k)/c⌋ + r or q·vᵉ + r with numbers
 * a, k, c, q, e, r and one flexible name v.
 */
export function intervalFor(
  size: Size,
  isFlexible: (name: string) => boolean,
): Interval | undefined {
  const varying = size.terms.filter((term) => term.monomial !== UNIT);
  const [term, another] = varying;
  const [factor, further] = term?.monomial.factors ?? [];
  if (term === undefined || another !== undefined) return undefined;
  if (factor === undefined || further !== undefined) return undefined;
  const interval = intervalOf(factor, -constantTerm(size), term.coefficient);
  return interval !== undefined && isFlexible(interval.name) ? interval : undefined;
}

/** The values for which factor·coefficient = value. */
function intervalOf(factor: Factor, value: bigint, coefficient: bigint): Interval | undefined {
  const { atom, exponent } = factor;
  const quotient = floorQuotient(value, coefficient);
  const isExact = quotient * coefficient === value;
  if (atom.kind === "symbol") {
    const root = isExact ? integerRoot(quotient, exponent) : undefined;
    return root === undefined
      ? { name: atom.name, low: 1n, high: 0n }
      : { name: atom.name, low: root, high: root };
  }
  if (atom.kind !== "floor" || exponent !== 1) return undefined;
  const divisor = constantValue(atom.denominator);
  const inner = linearIn(atom.numerator);
  if (divisor === undefined || inner === undefined) return undefined;
  if (!isExact) return { name: inner.name, low: 1n, high: 0n };
  const least = divisor * quotient - inner.shift;
  return {
    name: inner.name,
    low: greater(1n, ceilQuotient(least, inner.factor)),
    high: floorQuotient(least + divisor - 1n, inner.factor),
  };
}

/** The size as factor·name + shift with a factor > 0. */
function linearIn(size: Size): { name: string; factor: bigint; shift: bigint } | undefined {
  const [term, another] = size.terms.filter((candidate) => candidate.monomial !== UNIT);
  if (term === undefined || another !== undefined || term.coefficient <= 0n) return undefined;
  const name = soleSymbol(term);
  if (name === undefined) return undefined;
  return { name, factor: term.coefficient, shift: constantTerm(size) };
}

function soleSymbol({ monomial }: Term): string | undefined {
  const [factor, another] = monomial.factors;
  if (another !== undefined || factor?.exponent !== 1) return undefined;
  return factor.atom.kind === "symbol" ? factor.atom.name : undefined;
}

/** The whole number ≥ 1 whose power is the value, by bisection. */
function integerRoot(value: bigint, exponent: number): bigint | undefined {
  if (value < 1n) return undefined;
  const power = BigInt(exponent);
  let low = 1n;
  let high = 1n << (BigInt(value.toString(2).length) / power + 1n);
  while (low < high) {
    const middle = (low + high) / 2n;
    if (middle ** power < value) low = middle + 1n;
    else high = middle;
  }
  return low ** power === value ? low : undefined;
}
