/**
 * A size in normal form: a polynomial with integer coefficients over atoms. Sizes are interned, so
 * two sizes are equal as normal forms exactly when they are the same object.
 */
export interface Size {
  /** Counts up in order of creation; it keys memo tables and never shows. */
  readonly uid: number;
  /** Without zeros and without like terms; the sum of no terms is 0. */
  readonly terms: readonly Term[];
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

/** What the computation gives, or the substitute if a size in it becomes too large. */
export function unlessTooLarge<Value>(compute: () => Value, substitute: Value): Value {
  try {
    return compute();
  } catch (failure) {
    if (failure instanceof SizeLimitError) return substitute;
    throw failure;
  }
}

/** The largest number of products that one multiplication may form. */
const PRODUCT_LIMIT = 4096;
const TERM_LIMIT = 1000;
const COEFFICIENT_LIMIT = 1n << 16384n;

const sizes = new Map<string, Size>();
const monomials = new Map<string, Monomial>();
const atoms = new Map<string, Atom>();
const products = new Map<number, Size>();
const sums = new Map<number, Size>();
const constants = new Map<bigint, Size>();

/** Makes one number of two uids, for memo tables of operations on pairs. */
export function pairKey(left: Size, right: Size): number {
  return left.uid * 2 ** 26 + right.uid;
}

function internMonomial(factors: readonly Factor[]): Monomial {
  let key = "";
  let degree = 0;
  for (const { atom, exponent } of factors) {
    key += `${atom.uid}^${exponent} `;
    degree += exponent;
  }
  let monomial = monomials.get(key);
  if (monomial === undefined) {
    monomial = { uid: monomials.size, factors, degree };
    monomials.set(key, monomial);
  }
  return monomial;
}

/** The empty product, the monomial of constants. */
export const UNIT: Monomial = internMonomial([]);

/** Interns an atom; the arguments of min and max must come in a fixed order (see extremum.ts). */
export function internAtom(content: AtomContent): Atom {
  const key = atomKey(content);
  let atom = atoms.get(key);
  if (atom === undefined) {
    atom = { ...content, uid: atoms.size } as Atom; // the spread of a union loses which member it is
    atoms.set(key, atom);
  }
  return atom;
}

function atomKey(content: AtomContent): string {
  switch (content.kind) {
    case "symbol":
      return `s${content.name}`;
    case "floor":
      return `f${content.numerator.uid}/${content.denominator.uid}`;
    case "table":
      return `t${content.index.uid} ${content.table}`;
    default:
      return `${content.kind}${content.args.map((arg) => arg.uid).join(",")}`;
  }
}

/** The size with these terms; like terms must have been collected, zeros are dropped here. */
function internSize(collected: Iterable<Term>): Size {
  const terms: Term[] = [];
  for (const term of collected) {
    if (term.coefficient === 0n) continue;
    if (term.coefficient > COEFFICIENT_LIMIT || -term.coefficient > COEFFICIENT_LIMIT) {
      throw new SizeLimitError("A size has a coefficient of more than 4,900 digits.");
    }
    terms.push(term);
  }
  if (terms.length > TERM_LIMIT) {
    throw new SizeLimitError(`A size has more than ${TERM_LIMIT} terms.`);
  }
  terms.sort((a, b) => a.monomial.uid - b.monomial.uid);
  let key = "";
  for (const { coefficient, monomial } of terms) key += `${coefficient}*${monomial.uid} `;
  let size = sizes.get(key);
  if (size === undefined) {
    size = { uid: sizes.size, terms };
    sizes.set(key, size);
  }
  return size;
}

/** The size with these terms, in any order; like terms are collected. */
export function collect(terms: Iterable<Term>): Size {
  const byMonomial = new Map<Monomial, bigint>();
  for (const { coefficient, monomial } of terms) {
    byMonomial.set(monomial, (byMonomial.get(monomial) ?? 0n) + coefficient);
  }
  return internSize(
    Array.from(byMonomial, ([monomial, coefficient]) => ({ coefficient, monomial })),
  );
}

export const ZERO: Size = internSize([]);

/** A whole number as a size; numbers must be safe integers. */
export function constant(value: bigint | number): Size {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`A size is a whole number, not ${value}.`);
  }
  const whole = BigInt(value);
  let size = constants.get(whole);
  if (size === undefined) {
    size = internSize([{ coefficient: whole, monomial: UNIT }]);
    constants.set(whole, size);
  }
  return size;
}

export const ONE: Size = constant(1);

/** The size that is one atom. */
export function atomSize(content: AtomContent): Size {
  const factor = { atom: internAtom(content), exponent: 1 };
  return internSize([{ coefficient: 1n, monomial: internMonomial([factor]) }]);
}

/** A named size ≥ 1. What follows a `#` in the name tells symbols apart but is not printed. */
export function symbol(name: string): Size {
  return atomSize({ kind: "symbol", name });
}

export function add(...parts: readonly Size[]): Size {
  return parts.reduce(addTwo, ZERO);
}

function addTwo(left: Size, right: Size): Size {
  if (left === ZERO) return right;
  if (right === ZERO) return left;
  const key = left.uid < right.uid ? pairKey(left, right) : pairKey(right, left);
  let sum = sums.get(key);
  if (sum === undefined) {
    sum = collect([...left.terms, ...right.terms]);
    sums.set(key, sum);
  }
  return sum;
}

export function subtract(left: Size, right: Size): Size {
  return left === right ? ZERO : addTwo(left, scale(right, -1n));
}

/** The size times a whole number. */
export function scale(size: Size, by: bigint): Size {
  return by === 1n ? size : multiplyTwo(size, constant(by));
}

export function multiply(...parts: readonly Size[]): Size {
  return parts.reduce(multiplyTwo, ONE);
}

function multiplyTwo(left: Size, right: Size): Size {
  if (left === ONE) return right;
  if (right === ONE) return left;
  const key = left.uid < right.uid ? pairKey(left, right) : pairKey(right, left);
  let product = products.get(key);
  if (product === undefined) {
    if (left.terms.length * right.terms.length > PRODUCT_LIMIT) {
      throw new SizeLimitError(`A product of sizes has more than ${PRODUCT_LIMIT} terms.`);
    }
    product = collect(left.terms.flatMap((a) => right.terms.map((b) => multiplyTerms(a, b))));
    products.set(key, product);
  }
  return product;
}

export function multiplyTerms(left: Term, right: Term): Term {
  return {
    coefficient: left.coefficient * right.coefficient,
    monomial: multiplyMonomials(left.monomial, right.monomial),
  };
}

export function multiplyMonomials(left: Monomial, right: Monomial): Monomial {
  if (left === UNIT) return right;
  if (right === UNIT) return left;
  const exponents = new Map<Atom, number>();
  for (const { atom, exponent } of left.factors) exponents.set(atom, exponent);
  for (const { atom, exponent } of right.factors) {
    exponents.set(atom, (exponents.get(atom) ?? 0) + exponent);
  }
  return monomialOf(exponents);
}

/** The monomial with these exponents; atoms with exponent 0 are left out. */
export function monomialOf(exponents: ReadonlyMap<Atom, number>): Monomial {
  const factors = Array.from(exponents, ([atom, exponent]) => ({ atom, exponent }));
  return internMonomial(
    factors.filter((f) => f.exponent !== 0).sort((a, b) => a.atom.uid - b.atom.uid),
  );
}

/** The size to a constant power; the exponent is a whole number ≥ 0. */
export function power(base: Size, exponent: number): Size {
  if (!Number.isSafeInteger(exponent) || exponent < 0) {
    throw new RangeError(`The exponent of a size is a whole number ≥ 0, not ${exponent}.`);
  }
  if (base === ZERO || base === ONE) return exponent === 0 ? ONE : base;
  if (exponent > 16384) throw new SizeLimitError(`A size to the power ${exponent} is too large.`);
  let result = ONE;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest & 1) result = multiplyTwo(result, square);
    if (rest > 1) square = multiplyTwo(square, square);
  }
  return result;
}

/** The number that the size is, if it is one. */
export function constantValue(size: Size): bigint | undefined {
  const [first, second] = size.terms;
  if (first === undefined) return 0n;
  return second === undefined && first.monomial === UNIT ? first.coefficient : undefined;
}

/** The constant term, 0 if there is none. */
export function constantTerm(size: Size): bigint {
  return size.terms.find((term) => term.monomial === UNIT)?.coefficient ?? 0n;
}

/** The only atom of a size that is nothing but one atom. */
export function soleAtom(size: Size): Atom | undefined {
  const [term, second] = size.terms;
  if (term === undefined || second !== undefined || term.coefficient !== 1n) return undefined;
  const [factor, another] = term.monomial.factors;
  return factor?.exponent === 1 && another === undefined ? factor.atom : undefined;
}
