import {
  type Atom,
  type AtomContent,
  internAtom,
  internMonomial,
  internSize,
  type Monomial,
  type Size,
  SizeLimitError,
  type Term,
} from "./intern.ts";

export {
  type Atom,
  type Factor,
  type Monomial,
  type Size,
  SizeLimitError,
  type Term,
} from "./intern.ts";

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

const products = new Map<number, Size>();
const sums = new Map<number, Size>();
const constants = new Map<bigint, Size>();
const atomSizes = new Map<Atom, Size>();

/** Makes one number of two uids, for memo tables of operations on pairs. */
export function pairKey(left: Size, right: Size): number {
  return left.uid * 2 ** 26 + right.uid;
}

/** The empty product, the monomial of constants. */
export const UNIT: Monomial = internMonomial([]);

/** The size with these terms, in any order; like terms are collected. */
export function collect(terms: readonly Term[]): Size {
  const byMonomial = new Map<Monomial, bigint>();
  for (const { coefficient, monomial } of terms) {
    byMonomial.set(monomial, (byMonomial.get(monomial) ?? 0n) + coefficient);
  }
  return internSize(
    Array.from(byMonomial, ([monomial, coefficient]) => ({ coefficient, monomial }))
      .filter((term) => term.coefficient !== 0n)
      .sort((a, b) => a.monomial.uid - b.monomial.uid),
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
    size = whole === 0n ? ZERO : internSize([{ coefficient: whole, monomial: UNIT }]);
    constants.set(whole, size);
  }
  return size;
}

export const ONE: Size = constant(1);

/** The size that is one atom. */
export function atomSize(content: AtomContent): Size {
  return sizeOfAtom(internAtom(content));
}

function sizeOfAtom(atom: Atom): Size {
  let size = atomSizes.get(atom);
  if (size === undefined) {
    const monomial = internMonomial([{ atom, exponent: 1 }]);
    size = internSize([{ coefficient: 1n, monomial }]);
    atomSizes.set(atom, size);
  }
  return size;
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
    sum = internSize(mergeTerms(left.terms, right.terms));
    sums.set(key, sum);
  }
  return sum;
}

/** The terms of a sum, given the sorted terms of its parts. */
function mergeTerms(left: readonly Term[], right: readonly Term[]): readonly Term[] {
  const merged: Term[] = [];
  let at = 0;
  for (const term of left) {
    for (;;) {
      const other = right[at];
      if (other === undefined || other.monomial.uid >= term.monomial.uid) break;
      merged.push(other);
      at += 1;
    }
    const like = right[at];
    if (like?.monomial !== term.monomial) merged.push(term);
    else {
      at += 1;
      const coefficient = term.coefficient + like.coefficient;
      if (coefficient !== 0n) merged.push({ coefficient, monomial: term.monomial });
    }
  }
  for (; at < right.length; at++) {
    const other = right[at];
    if (other !== undefined) merged.push(other);
  }
  return merged;
}

export function subtract(left: Size, right: Size): Size {
  return left === right ? ZERO : addTwo(left, scale(right, -1n));
}

/** The size times a whole number. */
export function scale(size: Size, by: bigint): Size {
  if (by === 1n) return size;
  return by === 0n ? ZERO : multiplyTwo(size, constant(by));
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

function multiplyTerms(left: Term, right: Term): Term {
  return {
    coefficient: left.coefficient * right.coefficient,
    monomial: multiplyMonomials(left.monomial, right.monomial),
  };
}

function multiplyMonomials(left: Monomial, right: Monomial): Monomial {
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
