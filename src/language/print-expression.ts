import { printSizeExpression } from "../../shapes/print-expression.ts";
import type { Argument, Expression } from "../document/document.ts";
import { printBrackets } from "./print-axes.ts";

/** How tightly operators hold; an operand looser than its place gets parentheses. */
const TIGHTNESS: ReadonlyMap<string, number> = new Map([
  ["or", 1],
  ["and", 2],
  ["<", 4],
  ["<=", 4],
  [">", 4],
  [">=", 4],
  ["==", 4],
  ["!=", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["^", 8],
]);
const NOT = 3;
const COMPARISON = 4;
const SIGN = 7;
const ATOM = 9;

/** The canonical text of a value, with no parentheses that can go. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "name":
      return expression.name;
    case "size":
      return `size(${printSizeExpression(expression.size)})`;
    case "unknown":
      return "?";
    case "call":
      return printCall(expression);
    case "prefix":
      return expression.operator === "not"
        ? `not ${printAt(expression.of, NOT)}`
        : `${expression.operator}${printAt(expression.of, SIGN)}`;
    case "infix":
      return printInfix(expression);
    case "load":
      return `load ${expression.memory}[${printSizeExpression(expression.index)}]`;
  }
}

/** The right side of a `layer`, which has no parentheses unless keywords stand in them. */
export function printLayerValue(expression: Expression): string {
  if (expression.kind !== "call" || expression.args.length > 0) return printExpression(expression);
  return printCallee(expression);
}

function printCall(expression: Expression & { kind: "call" }): string {
  return `${printCallee(expression)}(${expression.args.map(printArgument).join(", ")})`;
}

function printCallee({ callee, brackets }: Expression & { kind: "call" }): string {
  return brackets === undefined ? callee : `${callee}[${printBrackets(brackets)}]`;
}

function printArgument({ keyword, value }: Argument): string {
  const text = printExpression(value);
  return keyword === undefined ? text : `${keyword}=${text}`;
}

function printInfix({ operator, left, right }: Expression & { kind: "infix" }): string {
  const tightness = TIGHTNESS.get(operator);
  if (tightness === undefined) throw new RangeError(`There is no operator ${operator}.`);
  if (operator === "^") return `${printAt(left, ATOM)}^${printAt(right, SIGN)}`;
  const leftLeast = tightness === COMPARISON ? tightness + 1 : tightness;
  return `${printAt(left, leftLeast)} ${operator} ${printAt(right, tightness + 1)}`;
}

function printAt(expression: Expression, least: number): string {
  const text = printExpression(expression);
  return tightnessOf(expression) < least ? `(${text})` : text;
}

function tightnessOf(expression: Expression): number {
  if (expression.kind === "prefix") return expression.operator === "not" ? NOT : SIGN;
  if (expression.kind !== "infix") return ATOM;
  return TIGHTNESS.get(expression.operator) ?? ATOM;
}
