import { maximum, minimum } from "./extremum.ts";
import { floorDivide } from "./floor.ts";
import { partsOf } from "./intern.ts";
import {
  type Atom,
  add,
  atomSize,
  constant,
  constantValue,
  type Factor,
  multiply,
  power,
  type Size,
  symbol,
  ZERO,
} from "./polynomial.ts";
import { floorQuotient, greater, lesser } from "./whole.ts";

export { divideExactly } from "./division.ts";
export { maximum, minimum } from "./extremum.ts";
export { ceilDivide, floorDivide, modulo } from "./floor.ts";
export {
  add,
  constant,
  constantValue,
  multiply,
  power,
  type Size,
  SizeLimitError,
  subtract,
  symbol,
  unlessTooLarge,
} from "./polynomial.ts";

/** Entry `index` of a table of sizes. `substitute` and `evaluate` look up entry 2 of c as `c[2]`. */
export function tableEntry(table: string, index: Size): Size {
  return atomSize({ kind: "table", table, index });
}

/** The name under which an entry of a table at a known position is looked up. */
export function entryName(table: string, position: bigint): string {
  return `${table}[${position}]`;
}

const symbolSets = new Map<Size, ReadonlySet<string>>();

/** Whether the size is a polynomial in names, without rounding, min, max and tables. */
export function isPolynomial(size: Size): boolean {
  return size.terms.every(({ monomial }) =>
    monomial.factors.every(({ atom }) => atom.kind === "symbol"),
  );
}

/** Every name that the value of the size depends on; a table entry at a known position is one. */
export function symbolsOf(size: Size): ReadonlySet<string> {
  let names = symbolSets.get(size);
  if (names === undefined) {
    names = new Set(size.terms.flatMap((term) => term.monomial.factors.flatMap(factorSymbols)));
    symbolSets.set(size, names);
  }
  return names;
}

function factorSymbols({ atom }: Factor): readonly string[] {
  if (atom.kind === "symbol") return [atom.name];
  const names = partsOf(atom).flatMap((part) => [...symbolsOf(part)]);
  if (atom.kind !== "table") return names;
  const position = constantValue(atom.index);
  return position === undefined ? names : [entryName(atom.table, position)];
}

/**
 * The size with other sizes in place of names, in normal form; `undefined` keeps a name, and a
 * quotient whose divisor would become 0 stays as it is.
 */
export function substitute(size: Size, replace: (name: string) => Size | undefined): Size {
  const replacements = new Map<string, Size>();
  for (const name of symbolsOf(size)) {
    const replacement = replace(name);
    if (replacement !== undefined) replacements.set(name, replacement);
  }
  const lookUp = (name: string) => replacements.get(name) ?? replace(name);
  return replacements.size === 0 ? size : rebuild(size, lookUp, replacements);
}

function rebuild(
  size: Size,
  replace: (name: string) => Size | undefined,
  changed: ReadonlyMap<string, Size>,
): Size {
  if (![...symbolsOf(size)].some((name) => changed.has(name))) return size;
  return add(
    ...size.terms.map(({ coefficient, monomial }) =>
      multiply(
        constant(coefficient),
        ...monomial.factors.map(({ atom, exponent }) =>
          power(rebuildAtom(atom, replace, changed), exponent),
        ),
      ),
    ),
  );
}

function rebuildAtom(
  atom: Atom,
  replace: (name: string) => Size | undefined,
  changed: ReadonlyMap<string, Size>,
): Size {
  const again = (part: Size) => rebuild(part, replace, changed);
  switch (atom.kind) {
    case "symbol":
      return replace(atom.name) ?? symbol(atom.name);
    case "floor": {
      const divisor = again(atom.denominator);
      return divisor === ZERO ? atomSize(atom) : floorDivide(again(atom.numerator), divisor);
    }
    case "min":
      return minimum(...atom.args.map(again));
    case "max":
      return maximum(...atom.args.map(again));
    case "table": {
      const index = again(atom.index);
      const position = constantValue(index);
      const entry = position === undefined ? undefined : replace(entryName(atom.table, position));
      return entry ?? tableEntry(atom.table, index);
    }
  }
}

/**
 * The value of the size when names have values; `undefined` if a name that matters has none, or a
 * divisor is not positive.
 */
export function evaluate(
  size: Size,
  valueFor: (name: string) => bigint | undefined,
): bigint | undefined {
  let sum = 0n;
  for (const { coefficient, monomial } of size.terms) {
    let product = coefficient;
    for (const { atom, exponent } of monomial.factors) {
      const value = evaluateAtom(atom, valueFor);
      if (value === undefined) return undefined;
      product *= exponent === 1 ? value : value ** BigInt(exponent);
    }
    sum += product;
  }
  return sum;
}

function evaluateAtom(
  atom: Atom,
  valueFor: (name: string) => bigint | undefined,
): bigint | undefined {
  if (atom.kind === "symbol") return valueFor(atom.name);
  const values: bigint[] = [];
  for (const part of partsOf(atom)) {
    const value = evaluate(part, valueFor);
    if (value === undefined) return undefined;
    values.push(value);
  }
  const [first = 0n, second = 0n] = values;
  switch (atom.kind) {
    case "floor":
      return second > 0n ? floorQuotient(first, second) : undefined;
    case "min":
      return values.reduce(lesser);
    case "max":
      return values.reduce(greater);
    case "table":
      return valueFor(entryName(atom.table, first));
  }
}
