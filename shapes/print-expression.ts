import type { SizeExpression, SizeOperator } from "./expression.ts";

/** How tightly a form holds together; an operand looser than its place gets parentheses. */
const TIGHTNESS: Readonly<Record<SizeOperator, number>> = {
  "+": 1,
  "-": 1,
  "*": 2,
  "/": 2,
  "//": 2,
  "%": 2,
  "^": 4,
};
const SIGN = 3;
const ATOM = 5;

/** The canonical text: no spaces and no parentheses that can go, as in `c[i+1]` and `(t-n)//2`. */
export function printSizeExpression(expression: SizeExpression): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toString();
    case "name":
      return expression.name;
    case "unknown":
      return "?";
    case "negate":
      return `-${printAt(expression.of, SIGN)}`;
    case "binary":
      return printBinary(expression);
    case "call":
      return `${expression.callee}(${expression.args.map(printSizeExpression).join(",")})`;
    case "entry":
      return `${expression.table}[${printSizeExpression(expression.index)}]`;
  }
}

function printBinary(expression: SizeExpression & { kind: "binary" }): string {
  const { operator, left, right } = expression;
  const tightness = TIGHTNESS[operator];
  if (operator === "^") return `${printAt(left, ATOM)}^${printAt(right, SIGN)}`;
  return `${printAt(left, tightness)}${operator}${printAt(right, tightness + 1)}`;
}

function printAt(expression: SizeExpression, least: number): string {
  const text = printSizeExpression(expression);
  return tightnessOf(expression) < least ? `(${text})` : text;
}

function tightnessOf(expression: SizeExpression): number {
  if (expression.kind === "negate") return SIGN;
  return expression.kind === "binary" ? TIGHTNESS[expression.operator] : ATOM;
}
