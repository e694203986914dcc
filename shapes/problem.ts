import type { Shape } from "./axis.ts";
import type { SizeConflict } from "./conflict.ts";
import type { SizeExpression } from "./expression.ts";
import { printSize } from "./print.ts";
import { printSizeExpression } from "./print-expression.ts";
import { printShape } from "./print-shape.ts";
import { constantValue, type Size } from "./size.ts";

/** What can be wrong with a size expression. */
export type SizeProblem =
  | { readonly kind: "unknown size"; readonly name: string }
  | { readonly kind: "unknown table"; readonly name: string }
  | { readonly kind: "table without index"; readonly name: string }
  | {
      readonly kind: "no such entry";
      readonly table: string;
      readonly position: bigint;
      readonly length: number;
    }
  | { readonly kind: "division by zero"; readonly expression: SizeExpression }
  | { readonly kind: "exponent"; readonly expression: SizeExpression }
  | { readonly kind: "size too large"; readonly expression: SizeExpression };

/** Why two shapes cannot be made the same, or cannot agree on the axes that they share. */
export type ShapeProblem =
  | {
      readonly kind: "missing axis" | "extra axis";
      readonly axis: string;
      readonly actual: Shape;
      readonly expected: Shape;
    }
  | { readonly kind: "repeated axis"; readonly axis: string; readonly actual: Shape }
  | {
      readonly kind: "sizes differ";
      readonly axis: string;
      readonly actual: Size;
      readonly expected: Size;
      readonly conflict?: SizeConflict<never>;
      readonly example?: Example;
    };

/** Values for which two sizes differ. */
export interface Example {
  readonly values: ReadonlyMap<string, bigint>;
  readonly left: bigint;
  readonly right: bigint;
}

/** Everything that can be wrong with sizes and shapes. */
export type Problem = SizeProblem | ShapeProblem | SizeConflict<unknown>;

/** The problem in full sentences. */
export function explain(problem: Problem): string {
  switch (problem.kind) {
    case "unknown size":
      return `There is no size named \`${problem.name}\`.`;
    case "unknown table":
      return `There is no table of sizes named \`${problem.name}\`.`;
    case "table without index":
      return `\`${problem.name}\` is a table of sizes; write which entry, as in \`${problem.name}[0]\`.`;
    case "no such entry":
      return explainEntry(problem.table, problem.position, problem.length);
    case "division by zero":
      return `\`${quote(problem.expression)}\` divides by 0.`;
    case "exponent":
      return `The exponent of \`${quote(problem.expression)}\` must be a whole number that is at least 0.`;
    case "size too large":
      return `\`${quote(problem.expression)}\` is too large to be worked with.`;
    case "missing axis":
      return `${bare(problem.actual)} lacks the axis \`${problem.axis}\` of ${bare(problem.expected)}.`;
    case "extra axis":
      return `${bare(problem.actual)} has an axis \`${problem.axis}\` that ${bare(problem.expected)} lacks.`;
    case "repeated axis":
      return `${bare(problem.actual)} has the axis \`${problem.axis}\` twice.`;
    case "sizes differ":
      return explainSizes(problem);
    case "unequal":
      return explainUnequal(problem);
    case "never equal":
      return `${sized(problem.left)} and ${sized(problem.right)} can never be equal.`;
    case "not divisible":
      return explainDivision(problem);
    case "not positive":
      return explainNotPositive(problem.name, problem.size);
    case "no value":
      return `No whole number can be the size \`${problem.name}\`.`;
    case "too small":
      return `${sized(problem.size)} would have to be at least ${sized(problem.least)}.`;
  }
}

function explainEntry(table: string, position: bigint, length: number): string {
  if (length === 0) return `\`${table}\` has no entries, but entry ${position} is asked for.`;
  const entries = length === 1 ? "one entry, number 0" : `entries 0 to ${length - 1}`;
  return `\`${table}\` has ${entries}, but entry ${position} is asked for.`;
}

function explainSizes(problem: ShapeProblem & { kind: "sizes differ" }): string {
  const { axis, actual, expected, conflict, example } = problem;
  const claim = `The axis \`${axis}\` would have to be ${sized(actual)} and ${sized(expected)} at once.`;
  if (conflict !== undefined && conflict.kind !== "unequal") return `${claim} ${explain(conflict)}`;
  return example === undefined ? claim : `${claim} ${explainExample(example)}`;
}

/** One sentence with values for which two sizes differ: "For n = 1 they are 0 and 1." */
export function explainExample({ values, left, right }: Example): string {
  const given = Array.from(values, ([name, value]) => `\`${name}\` = ${value}`);
  const last = given.pop();
  const list = given.length === 0 ? last : `${given.join(", ")} and ${last}`;
  return `For ${list} they are ${left} and ${right}.`;
}

function explainUnequal(problem: SizeConflict<unknown> & { kind: "unequal" }): string {
  const { left, right, residue } = problem;
  const claim = `${sized(left)} and ${sized(right)} would have to be equal`;
  if (constantValue(left) !== undefined && constantValue(right) !== undefined) return `${claim}.`;
  return `${claim}, but they differ by ${residue < 0n ? -residue : residue}.`;
}

function explainDivision(problem: SizeConflict<unknown> & { kind: "not divisible" }): string {
  const { dividend, divisor, unknown } = problem;
  const claim = `${sized(dividend)} is not divisible by ${sized(divisor)}`;
  return unknown === undefined ? `${claim}.` : `${claim}, so \`${unknown}\` would not be whole.`;
}

function explainNotPositive(name: string, size: Size): string {
  return `\`${name}\` would have to be ${sized(size)}, but every size is at least 1.`;
}

/** A number as it is, anything else in code style. */
function sized(size: Size): string {
  const text = printSize(size);
  return constantValue(size) === undefined ? `\`${text}\`` : text;
}

function bare(shape: Shape): string {
  return `\`${printShape(shape)}\``;
}

/** An expression short enough for a sentence. */
function quote(expression: SizeExpression): string {
  const text = printSizeExpression(expression);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
