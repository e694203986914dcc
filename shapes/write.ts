import type { SizeExpression, SizeOperator } from "./expression.ts";
import {
  type Atom,
  add,
  atomSize,
  constant,
  constantTerm,
  constantValue,
  type Factor,
  type Size,
  subtract,
  type Term,
  UNIT,
} from "./polynomial.ts";
import { printSizeExpression } from "./print-expression.ts";

/**
 * The normal form as text that can be written in a file: `2*h*k`, `ceil(n/2)`. Terms of high degree
 * come first; names stand in the given order, those that it lacks by alphabet.
 */
export function sizeExpression(size: Size, order: readonly string[] = []): SizeExpression {
  if (order.length > 0) return new Writer(order).sum(size);
  let expression = written.get(size);
  if (expression === undefined) {
    expression = new Writer(order).sum(size);
    written.set(size, expression);
  }
  return expression;
}

const written = new WeakMap<Size, SizeExpression>();

/** A term with its sign apart. */
interface SignedPart {
  readonly negative: boolean;
  readonly body: SizeExpression;
}

type FloorAtom = Atom & { kind: "floor" };

class Writer {
  private readonly places: ReadonlyMap<string, number>;

  constructor(order: readonly string[]) {
    this.places = new Map(order.map((name, place) => [name, place]));
  }

  sum(size: Size): SizeExpression {
    const absorbed = absorbConstant(size);
    if (absorbed !== undefined) return this.quotient(absorbed.numerator, absorbed.denominator);
    const rounded = roundUp(size);
    const terms = rounded?.rest.terms ?? size.terms;
    const parts = terms.toSorted((a, b) => this.compareTerms(a, b)).map((term) => this.term(term));
    if (rounded !== undefined) {
      const body = roundedUp(this.sum(rounded.numerator), this.sum(rounded.denominator));
      const end = terms.some((term) => term.monomial === UNIT) ? parts.length - 1 : parts.length;
      parts.splice(end, 0, { negative: false, body });
    }
    return joinParts(parts);
  }

  private term({ coefficient, monomial }: Term): SignedPart {
    const negative = coefficient < 0n;
    const magnitude = negative ? -coefficient : coefficient;
    const factors = monomial.factors
      .toSorted((a, b) => this.compareAtoms(a.atom, b.atom))
      .map((factor) => this.factor(factor));
    if (magnitude !== 1n || factors.length === 0) {
      factors.unshift({ kind: "number", value: magnitude });
    }
    return { negative, body: factors.reduce((left, right) => binary("*", left, right)) };
  }

  private factor({ atom, exponent }: Factor): SizeExpression {
    const base = this.atom(atom);
    if (exponent === 1) return base;
    return binary("^", base, { kind: "number", value: BigInt(exponent) });
  }

  private atom(atom: Atom): SizeExpression {
    switch (atom.kind) {
      case "symbol":
        return { kind: "name", name: printedName(atom.name) };
      case "table":
        return { kind: "entry", table: printedName(atom.table), index: this.sum(atom.index) };
      case "floor":
        return this.quotient(atom.numerator, atom.denominator);
      default: {
        const args = atom.args.toSorted((a, b) => this.compareSizes(a, b));
        return { kind: "call", callee: atom.kind, args: args.map((arg) => this.sum(arg)) };
      }
    }
  }

  /** ⌊a/b⌋, or ⌈(a − b + 1)/b⌉ when that is shorter. */
  private quotient(numerator: Size, denominator: Size): SizeExpression {
    const dividend = add(subtract(numerator, denominator), constant(1));
    if (dividend.terms.length < numerator.terms.length) {
      return roundedUp(this.sum(dividend), this.sum(denominator));
    }
    return binary("//", this.sum(numerator), this.sum(denominator));
  }

  private compareSizes(left: Size, right: Size): number {
    const [a, b] = [left, right].map((size) =>
      size.terms.toSorted((x, y) => this.compareTerms(x, y)),
    );
    for (const [place, term] of (a ?? []).entries()) {
      const other = b?.[place];
      if (other === undefined) return 1;
      const order = this.compareTerms(term, other) || Number(term.coefficient - other.coefficient);
      if (order !== 0) return order;
    }
    return -1;
  }

  private compareTerms(left: Term, right: Term): number {
    if (left.monomial === right.monomial) return 0;
    if (left.monomial.degree !== right.monomial.degree) {
      return right.monomial.degree - left.monomial.degree;
    }
    const [a, b] = [left, right].map(({ monomial }) =>
      monomial.factors.toSorted((x, y) => this.compareAtoms(x.atom, y.atom)),
    );
    for (const [place, factor] of (a ?? []).entries()) {
      const other = b?.[place];
      if (other === undefined) break;
      const order = this.compareAtoms(factor.atom, other.atom) || other.exponent - factor.exponent;
      if (order !== 0) return order;
    }
    return 0;
  }

  private compareAtoms(left: Atom, right: Atom): number {
    if (left === right) return 0;
    const kinds = KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind);
    if (kinds !== 0) return kinds;
    if (left.kind === "symbol" && right.kind === "symbol") {
      const places = this.placeOf(left.name) - this.placeOf(right.name);
      return places || compareText(left.name, right.name);
    }
    const texts = [left, right].map((atom) => printSizeExpression(this.atom(atom)));
    return compareText(texts[0] ?? "", texts[1] ?? "") || left.uid - right.uid;
  }

  private placeOf(name: string): number {
    return this.places.get(name) ?? this.places.size;
  }
}

const KINDS: readonly Atom["kind"][] = ["symbol", "table", "floor", "min", "max"];

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The part of a symbol's name that people see. */
export function printedName(name: string): string {
  const mark = name.indexOf("#");
  return mark < 0 ? name : name.slice(0, mark);
}

function binary(
  operator: SizeOperator,
  left: SizeExpression,
  right: SizeExpression,
): SizeExpression {
  return { kind: "binary", operator, left, right };
}

function roundedUp(numerator: SizeExpression, denominator: SizeExpression): SizeExpression {
  return { kind: "call", callee: "ceil", args: [binary("/", numerator, denominator)] };
}

function joinParts(parts: readonly SignedPart[]): SizeExpression {
  const [first, ...others] = parts;
  if (first === undefined) return { kind: "number", value: 0n };
  return others.reduce(
    (left, { negative, body }) => binary(negative ? "-" : "+", left, body),
    first.negative ? negateFirst(first.body) : first.body,
  );
}

/** Puts the sign at the first factor, where `-d*k` is read. */
function negateFirst(expression: SizeExpression): SizeExpression {
  if (expression.kind === "binary" && expression.operator === "*") {
    return { ...expression, left: negateFirst(expression.left) };
  }
  return { kind: "negate", of: expression };
}

/** ⌊(n + 1)/2⌋ − 1 as ⌊(n − 1)/2⌋, if nothing else is added and the new constant stays small. */
function absorbConstant(size: Size): { numerator: Size; denominator: Size } | undefined {
  if (size.terms.length !== 2) return undefined;
  const floor = size.terms.map(plainFloor).find((found) => found !== undefined);
  const outside = constantTerm(size);
  const divisor = floor === undefined ? undefined : constantValue(floor.denominator);
  if (floor === undefined || divisor === undefined || outside === 0n) return undefined;
  const inside = constantTerm(floor.numerator) + outside * divisor;
  if (inside > divisor || inside < -divisor) return undefined;
  return {
    numerator: add(floor.numerator, constant(outside * divisor)),
    denominator: floor.denominator,
  };
}

/** ⌊(n − 1)/s⌋ + 1 as ⌈n/s⌉, for a denominator that is a product of names. */
function roundUp(size: Size): { numerator: Size; denominator: Size; rest: Size } | undefined {
  if (constantTerm(size) < 1n) return undefined;
  const candidates = size.terms.filter((term) => {
    const floor = plainFloor(term);
    if (floor === undefined || floor.denominator.terms.length > 1) return false;
    if (constantValue(floor.denominator) !== undefined) return false;
    return constantTerm(floor.numerator) === -1n;
  });
  const [term, another] = candidates;
  const floor = term === undefined || another !== undefined ? undefined : plainFloor(term);
  if (floor === undefined) return undefined;
  const rest = subtract(size, add(atomSize(floor), constant(1)));
  return { numerator: add(floor.numerator, constant(1)), denominator: floor.denominator, rest };
}

function plainFloor({ coefficient, monomial }: Term): FloorAtom | undefined {
  const [factor, another] = monomial.factors;
  if (coefficient !== 1n || another !== undefined || factor?.exponent !== 1) return undefined;
  return factor.atom.kind === "floor" ? factor.atom : undefined;
}
