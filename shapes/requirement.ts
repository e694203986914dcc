import { divideExactly } from "./division.ts";
import { ceilDivide, floorDivide, modulo } from "./floor.ts";
import {
  type Atom,
  atomSize,
  collect,
  constant,
  constantTerm,
  constantValue,
  multiply,
  type Size,
  scale,
  subtract,
  symbol,
  type Term,
  UNIT,
  unlessTooLarge,
  ZERO,
} from "./polynomial.ts";
import { isAtLeast, rangeOf } from "./range.ts";
import { substitute, symbolsOf } from "./size.ts";
import { ceilQuotient, greatestCommonDivisor } from "./whole.ts";

/** The claim that a divisor divides a size. */
export interface Divisibility {
  readonly divisor: Size;
  readonly dividend: Size;
}

/** Whether a claim always holds, never holds, or depends on the values of the names. */
export type Standing = "holds" | "fails" | "open";

/** How it stands with "divisor divides dividend". */
export function standingOfDivision({ divisor, dividend }: Divisibility): Standing {
  if (divisor === ZERO) return dividend === ZERO ? "holds" : "fails";
  if (divideExactly(dividend, divisor) !== undefined) return "holds";
  const modulus = divisor.terms.map((term) => term.coefficient).reduce(greatestCommonDivisor, 0n);
  const varying = dividend.terms.filter((term) => term.monomial !== UNIT);
  const isFixed = varying.every((term) => term.coefficient % modulus === 0n);
  return isFixed && constantTerm(dividend) % modulus !== 0n ? "fails" : "open";
}

/** How it stands with "size is at least least". */
export function standingOfBound(size: Size, least: Size): Standing {
  return unlessTooLarge(() => standingOfDifference(subtract(size, least)), "open");
}

function standingOfDifference(difference: Size): Standing {
  const { low, high } = rangeOf(difference);
  if (low !== undefined && low >= 0n) return "holds";
  return high !== undefined && high < 0n ? "fails" : "open";
}

/**
 * The bound with only positive terms on either side, and without rounding where that changes nothing:
 * n − 4 ≥ 1 as n ≥ 5, and 2·⌊n/3⌋ ≥ 1 as n ≥ 3.
 */
export function balanceBound(size: Size, least: Size): { size: Size; least: Size } {
  return unlessTooLarge(() => balance(unrounded(subtract(size, least))), { size, least });
}

/** `size ≥ 0` for q·⌊a/b⌋ + k with numbers q > 0, b > 0 and k: a ≥ b·⌈−k/q⌉. */
function unrounded(size: Size): Size {
  const [term, another] = size.terms.filter(({ monomial }) => monomial !== UNIT);
  const [factor, further] = term?.monomial.factors ?? [];
  if (!term || another || !factor || further || term.coefficient <= 0n) return size;
  const least = ceilQuotient(-constantTerm(size), term.coefficient);
  const { atom, exponent } = factor;
  if (exponent !== 1) return size;
  if (atom.kind === "symbol") return subtract(atomSize(atom), constant(least));
  const divisor = atom.kind === "floor" ? constantValue(atom.denominator) : undefined;
  if (atom.kind !== "floor" || divisor === undefined) return size;
  return unrounded(subtract(atom.numerator, constant(least * divisor)));
}

function balance({ terms }: Size): { size: Size; least: Size } {
  const left = collect(terms.filter((term) => term.coefficient > 0n));
  return { size: left, least: scale(collect(terms.filter((term) => term.coefficient < 0n)), -1n) };
}

/**
 * A function that simplifies sizes under claims of divisibility. With 2 | n it writes 2·q for n; where
 * no name can be replaced, as in c | p, multiples of c·⌊p/c⌋ − p still become 0.
 */
export function simplifyUnder(claims: readonly Divisibility[]): (size: Size) => Size {
  const replacements: { name: string; by: Size }[] = [];
  const zeros: Size[] = [];
  const replaceOne = (size: Size, name: string, by: Size) =>
    substitute(size, (other) => (other === name ? by : undefined));
  const replaceAll = (size: Size) =>
    unlessTooLarge(
      () => replacements.reduce((result, { name, by }) => replaceOne(result, name, by), size),
      size,
    );
  for (const [place, claim] of claims.entries()) {
    const divisor = replaceAll(claim.divisor);
    const dividend = replaceAll(claim.dividend);
    if (standingOfDivision({ divisor, dividend }) !== "open") continue;
    const replacement = introduceQuotient({ divisor, dividend }, `q#${place}`);
    if (replacement !== undefined) replacements.push(replacement);
    else zeros.push(modulo(dividend, divisor));
  }
  const open = zeros.map(replaceAll).filter((zero) => zero !== ZERO);
  return (size) => {
    const replaced = replaceAll(size);
    return open.some((zero) => divideExactly(replaced, zero)) ? ZERO : replaced;
  };
}

/** Solves dividend = divisor·quotient for a name that the dividend holds alone: n = 2·q − 3. */
function introduceQuotient(
  { divisor, dividend }: Divisibility,
  quotient: string,
): { name: string; by: Size } | undefined {
  if (!isAtLeast(dividend, constant(1))) return undefined;
  for (const term of dividend.terms) {
    const name = soleSymbol(term);
    const rest = subtract(dividend, collect([term]));
    if (name === undefined || symbolsOf(rest).has(name) || symbolsOf(divisor).has(name)) continue;
    const value = subtract(multiply(divisor, symbol(quotient)), rest);
    return { name, by: scale(value, term.coefficient) };
  }
  return undefined;
}

function soleSymbol({ coefficient, monomial }: Term): string | undefined {
  const [factor, another] = monomial.factors;
  if (another !== undefined || factor?.exponent !== 1) return undefined;
  if (factor.atom.kind !== "symbol" || (coefficient !== 1n && coefficient !== -1n))
    return undefined;
  return factor.atom.name;
}

/**
 * The divisibility that "size = 0" comes down to, when it has the form c·⌊(p + k)/c⌋ = p with
 * 0 ≤ k < c; that holds exactly if c divides p.
 */
export function divisibilityBehind(size: Size): Divisibility | undefined {
  const content = size.terms.map((term) => term.coefficient).reduce(greatestCommonDivisor, 0n);
  if (content === 0n) return undefined;
  const reduced = divideExactly(size, constant(content)) ?? size;
  for (const { monomial } of reduced.terms) {
    for (const { atom } of monomial.factors) {
      if (atom.kind !== "floor") continue;
      const negated = scale(reduced, -1n);
      const found =
        roundingOf(atom, reduced) ??
        roundingOf(atom, negated) ??
        nestedRoundingOf(atom, reduced) ??
        nestedRoundingOf(atom, negated);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function roundingOf(atom: Atom & { kind: "floor" }, size: Size): Divisibility | undefined {
  const divisor = atom.denominator;
  const dividend = subtract(multiply(divisor, atomSize(atom)), size);
  const shift = subtract(atom.numerator, dividend);
  if (constantValue(shift) === undefined || !isAtLeast(shift, ZERO)) return undefined;
  if (!isAtLeast(subtract(divisor, shift), constant(1))) return undefined;
  return { divisor, dividend };
}

/** The same where p is rounded itself, so that c·⌊p/c⌋ is one rounding: 2·⌊n/4⌋ = ⌊n/2⌋. */
function nestedRoundingOf(atom: Atom & { kind: "floor" }, size: Size): Divisibility | undefined {
  const rounded = atomSize(atom);
  const own = size.terms.find(({ monomial }) => monomial === rounded.terms[0]?.monomial);
  if (own === undefined || own.coefficient < 2n) return undefined;
  const divisor = constant(own.coefficient);
  const dividend = subtract(multiply(divisor, rounded), size);
  const isOne =
    floorDivide(dividend, divisor) === rounded || ceilDivide(dividend, divisor) === rounded;
  return isOne ? { divisor, dividend } : undefined;
}
