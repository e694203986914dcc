import { Buckets } from "./buckets.ts";

/**
 * A size in normal form: a polynomial with integer coefficients over atoms. Sizes are interned, so
 * two sizes are equal as normal forms exactly when they are the same object.
 */
export interface Size {
  /** Counts up in order of creation; it keys memo tables and never shows. */
  readonly uid: number;
  /** Without zeros and without like terms; the sum of no terms is 0. */
  readonly terms: readonly Term[];
  /** How many atoms it holds, those inside others included, which bounds the work that it makes. */
  readonly weight: number;
  /** How deep atoms nest in it. */
  readonly depth: number;
}

export interface Term {
  readonly coefficient: bigint;
  readonly monomial: Monomial;
}

/** A product of powers of distinct atoms, interned; the empty product stands for 1. */
export interface Monomial {
  readonly uid: number;
  readonly factors: readonly Factor[];
  readonly degree: number;
  readonly weight: number;
  readonly depth: number;
}

export interface Factor {
  readonly atom: Atom;
  readonly exponent: number;
}

/** What polynomials treat as a variable, interned. Every symbol stands for a whole number ≥ 1. */
export type Atom = { readonly uid: number } & (
  | { readonly kind: "symbol"; readonly name: string }
  /** The quotient rounded down; the denominator is taken to be positive. */
  | { readonly kind: "floor"; readonly numerator: Size; readonly denominator: Size }
  | { readonly kind: "min" | "max"; readonly args: readonly Size[] }
  | { readonly kind: "table"; readonly table: string; readonly index: Size }
);

/** An atom before it is interned. */
export type AtomContent = Atom extends infer A ? (A extends Atom ? Omit<A, "uid"> : never) : never;

/** Thrown when a product would have too many terms or too many digits to be worked with. */
export class SizeLimitError extends RangeError {}

const TERM_LIMIT = 1000;
const WEIGHT_LIMIT = 2000;
const DEPTH_LIMIT = 100;
const DEGREE_LIMIT = 256;
const COEFFICIENT_LIMIT = 1n << 16384n;

const symbols = new Map<string, Atom>();
const otherAtoms = new Map<string, Atom>();
const monomials = new Buckets<readonly Factor[], Monomial>(hasFactors);
const sizes = new Buckets<readonly Term[], Size>(hasTerms);

/** Interns an atom; the arguments of min and max must come in a fixed order (see extremum.ts). */
export function internAtom(content: AtomContent): Atom {
  const [table, key] =
    content.kind === "symbol" ? [symbols, content.name] : [otherAtoms, atomKey(content)];
  let atom = table.get(key);
  if (atom === undefined) {
    const uid = symbols.size + otherAtoms.size;
    atom = { ...content, uid } as Atom; // the spread of a union loses which member it is
    table.set(key, atom);
  }
  return atom;
}

function atomKey(content: AtomContent & { kind: Exclude<Atom["kind"], "symbol"> }): string {
  switch (content.kind) {
    case "floor":
      return `floor ${content.numerator.uid} ${content.denominator.uid}`;
    case "table":
      return `table ${content.index.uid} ${content.table}`;
    default:
      return `${content.kind} ${content.args.map((arg) => arg.uid).join(" ")}`;
  }
}

/** Interns a product of distinct atoms, sorted by their numbers, with exponents ≥ 1. */
export function internMonomial(factors: readonly Factor[]): Monomial {
  let hash = 0;
  let [degree, weight, depth] = [0, 0, 0];
  for (const { atom, exponent } of factors) {
    hash = mix(hash, atom.uid, exponent);
    degree += exponent;
    for (const part of partsOf(atom)) {
      weight += part.weight;
      depth = Math.max(depth, part.depth + 1);
    }
    weight += 1;
  }
  if (degree > DEGREE_LIMIT) {
    throw new SizeLimitError(`A size has a power above ${DEGREE_LIMIT}.`);
  }
  return (
    monomials.find(hash, factors) ??
    monomials.add(hash, { uid: monomials.count, factors, degree, weight, depth })
  );
}

/** The sizes inside an atom. */
export function partsOf(atom: Atom): readonly Size[] {
  switch (atom.kind) {
    case "symbol":
      return [];
    case "floor":
      return [atom.numerator, atom.denominator];
    case "table":
      return [atom.index];
    default:
      return atom.args;
  }
}

function hasFactors({ factors }: Monomial, wanted: readonly Factor[]): boolean {
  if (factors.length !== wanted.length) return false;
  return factors.every((factor, place) => {
    const other = wanted[place];
    return factor.atom === other?.atom && factor.exponent === other.exponent;
  });
}

/** Interns a sum of terms with distinct monomials, sorted by their numbers, without zeros. */
export function internSize(terms: readonly Term[]): Size {
  if (terms.length > TERM_LIMIT) {
    throw new SizeLimitError(`A size has more than ${TERM_LIMIT} terms.`);
  }
  let hash = 0;
  let weight = 0;
  let depth = 0;
  for (const { coefficient, monomial } of terms) {
    weight += monomial.weight;
    depth = Math.max(depth, monomial.depth);
    if (coefficient > COEFFICIENT_LIMIT || -coefficient > COEFFICIENT_LIMIT) {
      throw new SizeLimitError("A size has a coefficient of more than 4,900 digits.");
    }
    hash = mix(hash, monomial.uid, Number(BigInt.asIntN(30, coefficient)));
  }
  if (weight > WEIGHT_LIMIT) {
    throw new SizeLimitError(`A size holds more than ${WEIGHT_LIMIT} names and roundings.`);
  }
  if (depth > DEPTH_LIMIT) {
    throw new SizeLimitError(`A size nests more than ${DEPTH_LIMIT} roundings.`);
  }
  return sizes.find(hash, terms) ?? sizes.add(hash, { uid: sizes.count, terms, weight, depth });
}

function hasTerms({ terms }: Size, wanted: readonly Term[]): boolean {
  if (terms.length !== wanted.length) return false;
  return terms.every((term, place) => {
    const other = wanted[place];
    return term.monomial === other?.monomial && term.coefficient === other.coefficient;
  });
}

/** Goes on with a hash by two more numbers, the multipliers being those of MurmurHash 3. */
function mix(hash: number, first: number, second: number): number {
  const mixed = Math.imul(hash ^ Math.imul(first + 1, 0xcc9e2d51), 0x1b873593);
  return Math.imul(mixed ^ (mixed >>> 15) ^ second, 0x85ebca6b) | 0;
}
