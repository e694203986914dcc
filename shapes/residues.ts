import { constantValue, type Size, type Term } from "./polynomial.ts";
import { evaluate, symbolsOf } from "./size.ts";
import { leastCommonMultiple } from "./whole.ts";

const RESIDUE_LIMIT = 4096n;
const POINT_LIMIT = 20_000;

/**
 * A modulus L such that the size is proved to be 0 by its residues mod L, if there is one.
 *
 * With numbers as denominators, and neither min nor max, the size is a polynomial on every class of
 * residues mod L. A polynomial of degree k in a name that is 0 at k + 1 points is 0, so looking at
 * L·(k + 1) values of each name decides.
 */
export function vanishesOnResidues(size: Size): bigint | undefined {
  const modulus = modulusOf(size);
  if (modulus === undefined) return undefined;
  const names = [...symbolsOf(size)];
  const rounded = new Set(size.terms.flatMap(roundedNames));
  if (modulus ** BigInt(rounded.size) > RESIDUE_LIMIT) return undefined;
  const counts = names.map((name) => {
    const points = degreeIn(size, name) + 1;
    return rounded.has(name) ? points * Number(modulus) : points;
  });
  if (counts.reduce((product, count) => product * count, 1) > POINT_LIMIT) return undefined;
  return vanishesOnGrid(size, names, counts) ? modulus : undefined;
}

function vanishesOnGrid(size: Size, names: readonly string[], counts: readonly number[]): boolean {
  const values = new Map(names.map((name) => [name, 1n]));
  for (;;) {
    if (evaluate(size, (name) => values.get(name)) !== 0n) return false;
    const place = names.findIndex((name, at) => (values.get(name) ?? 1n) < (counts[at] ?? 1));
    if (place < 0) return true;
    for (const name of names.slice(0, place)) values.set(name, 1n);
    const name = names[place] ?? "";
    values.set(name, (values.get(name) ?? 1n) + 1n);
  }
}

/** The least common multiple of nested denominators; none when the class is left. */
function modulusOf(size: Size): bigint | undefined {
  let modulus = 1n;
  for (const { monomial } of size.terms) {
    for (const { atom } of monomial.factors) {
      if (atom.kind === "symbol") continue;
      if (atom.kind !== "floor") return undefined;
      const divisor = constantValue(atom.denominator);
      const inner = modulusOf(atom.numerator);
      if (divisor === undefined || inner === undefined) return undefined;
      modulus = leastCommonMultiple(modulus, divisor * inner);
    }
  }
  return modulus;
}

function roundedNames({ monomial }: Term): readonly string[] {
  return monomial.factors.flatMap(({ atom }) =>
    atom.kind === "floor" ? [...symbolsOf(atom.numerator)] : [],
  );
}

function degreeIn(size: Size, name: string): number {
  const degrees = size.terms.map(({ monomial }) =>
    monomial.factors.reduce((sum, { atom, exponent }) => {
      if (atom.kind === "floor") return sum + exponent * degreeIn(atom.numerator, name);
      return atom.kind === "symbol" && atom.name === name ? sum + exponent : sum;
    }, 0),
  );
  return Math.max(0, ...degrees);
}
