import type { SizeExpression } from "./expression.ts";
import { ceilDivide, floorDivide, modulo } from "./floor.ts";
import type { SizeProblem } from "./problem.ts";
import {
  add,
  constant,
  constantValue,
  divideExactly,
  maximum,
  minimum,
  multiply,
  power,
  type Size,
  SizeLimitError,
  subtract,
  tableEntry,
} from "./size.ts";

/** Where the names of a size expression are looked up, and who hears about it. */
export interface SizeScope {
  size(name: string): Size | undefined;
  table?(name: string): readonly Size[] | undefined;
  /** Hears what is wrong; a `?` is not reported. */
  report?(problem: SizeProblem): void;
  /** Hears that `/` is exact only if `divisor` divides `dividend`. */
  requireDivides?(divisor: Size, dividend: Size): void;
  /** Hears of an entry whose position depends on names, so that it may lie beyond the table. */
  openEntry?(table: string, position: Size, length: number): void;
}

const LARGEST_EXPONENT = 10_000n;

/** The size that an expression stands for; `undefined` for `?` and after a report. */
export function sizeOf(expression: SizeExpression, scope: SizeScope): Size | undefined {
  try {
    return whole(expression, scope);
  } catch (failure) {
    if (!(failure instanceof SizeLimitError)) throw failure;
    scope.report?.({ kind: "size too large", expression });
    return undefined;
  }
}

function whole(expression: SizeExpression, scope: SizeScope): Size | undefined {
  switch (expression.kind) {
    case "number":
      return constant(expression.value);
    case "unknown":
      return undefined;
    case "name":
      return named(expression.name, scope);
    case "negate": {
      const of = whole(expression.of, scope);
      return of === undefined ? undefined : subtract(constant(0), of);
    }
    case "entry":
      return entry(expression, scope);
    case "call":
      return called(expression, scope);
    case "binary":
      return combined(expression, scope);
  }
}

function named(name: string, scope: SizeScope): Size | undefined {
  const size = scope.size(name);
  if (size !== undefined) return size;
  const isTable = scope.table?.(name) !== undefined;
  scope.report?.(isTable ? { kind: "table without index", name } : { kind: "unknown size", name });
  return undefined;
}

function entry(expression: SizeExpression & { kind: "entry" }, scope: SizeScope): Size | undefined {
  const { table } = expression;
  const entries = scope.table?.(table);
  if (entries === undefined) {
    scope.report?.({ kind: "unknown table", name: table });
    return undefined;
  }
  const index = whole(expression.index, scope);
  if (index === undefined) return undefined;
  const position = constantValue(index);
  if (position === undefined) {
    scope.openEntry?.(table, index, entries.length);
    return tableEntry(table, index);
  }
  const found = position < 0n ? undefined : entries[Number(position)];
  if (found === undefined) {
    scope.report?.({ kind: "no such entry", table, position, length: entries.length });
  }
  return found;
}

function called(expression: SizeExpression & { kind: "call" }, scope: SizeScope): Size | undefined {
  const { callee, args } = expression;
  const [first] = args;
  if (callee === "ceil" || callee === "floor") {
    const ratio = first === undefined ? undefined : rational(first, scope);
    if (ratio === undefined) return undefined;
    const divide = callee === "ceil" ? ceilDivide : floorDivide;
    return divide(ratio.numerator, ratio.denominator);
  }
  const sizes = args.map((arg) => whole(arg, scope));
  const known = sizes.filter((size) => size !== undefined);
  if (known.length < sizes.length) return undefined;
  return callee === "min" ? minimum(...known) : maximum(...known);
}

function combined(
  expression: SizeExpression & { kind: "binary" },
  scope: SizeScope,
): Size | undefined {
  const { operator } = expression;
  const left = whole(expression.left, scope);
  const right = whole(expression.right, scope);
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case "+":
      return add(left, right);
    case "-":
      return subtract(left, right);
    case "*":
      return multiply(left, right);
    case "^":
      return raised(left, constantValue(right), (kind) => scope.report?.({ kind, expression }));
    default:
      if (isZero(right, expression, scope)) return undefined;
      return divided(operator, { numerator: left, denominator: right }, scope);
  }
}

function divided(
  operator: "/" | "//" | "%",
  { numerator, denominator }: Ratio,
  scope: SizeScope,
): Size {
  if (operator === "//") return floorDivide(numerator, denominator);
  if (operator === "%") return modulo(numerator, denominator);
  const exact = divideExactly(numerator, denominator);
  if (exact !== undefined) return exact;
  scope.requireDivides?.(denominator, numerator);
  return floorDivide(numerator, denominator);
}

function isZero(divisor: Size, expression: SizeExpression, scope: SizeScope): boolean {
  if (constantValue(divisor) !== 0n) return false;
  scope.report?.({ kind: "division by zero", expression });
  return true;
}

function raised(
  base: Size,
  exponent: bigint | undefined,
  refuse: (kind: "exponent" | "size too large") => void,
): Size | undefined {
  if (exponent !== undefined && exponent >= 0n && exponent <= LARGEST_EXPONENT) {
    return power(base, Number(exponent));
  }
  refuse(exponent === undefined || exponent < 0n ? "exponent" : "size too large");
  return undefined;
}

/** A fraction of sizes; only `ceil` and `floor` make a whole of it. */
interface Ratio {
  readonly numerator: Size;
  readonly denominator: Size;
}

/** Reads `/` as a fraction, so that `ceil((n+1)/2)` rounds once and requires nothing. */
function rational(expression: SizeExpression, scope: SizeScope): Ratio | undefined {
  if (expression.kind === "negate") {
    const of = rational(expression.of, scope);
    return of && { ...of, numerator: subtract(constant(0), of.numerator) };
  }
  const operator = expression.kind === "binary" ? expression.operator : undefined;
  if (expression.kind !== "binary" || operator === "//" || operator === "%" || operator === "^") {
    const numerator = whole(expression, scope);
    return numerator && { numerator, denominator: constant(1) };
  }
  const left = rational(expression.left, scope);
  const right = rational(expression.right, scope);
  if (left === undefined || right === undefined) return undefined;
  if (operator === "/") {
    if (isZero(right.numerator, expression, scope)) return undefined;
    return {
      numerator: multiply(left.numerator, right.denominator),
      denominator: multiply(left.denominator, right.numerator),
    };
  }
  const denominator = multiply(left.denominator, right.denominator);
  if (operator === "*") {
    return { numerator: multiply(left.numerator, right.numerator), denominator };
  }
  const a = multiply(left.numerator, right.denominator);
  const b = multiply(right.numerator, left.denominator);
  return { numerator: operator === "+" ? add(a, b) : subtract(a, b), denominator };
}
