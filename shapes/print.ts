import type { SizeExpression } from "./expression.ts";
import { nameTex } from "./name-tex.ts";
import type { Size } from "./polynomial.ts";
import { sizeExpression } from "./write.ts";

export { printedName, sizeExpression } from "./write.ts";

/** The size for people: `⌈n/2⌉`, `2·h·k`. Names in `order` come first, the others by alphabet. */
export function printSize(size: Size, order: readonly string[] = []): string {
  return typeset(sizeExpression(size, order), PLAIN);
}

/** The size in LaTeX. */
export function sizeTex(size: Size, order: readonly string[] = []): string {
  return expressionTex(sizeExpression(size, order));
}

/** An expression for people, in its author's own form. */
export function printExpressionForPeople(expression: SizeExpression): string {
  return typeset(expression, PLAIN);
}

/** An expression in LaTeX, in its author's own form. */
export function expressionTex(expression: SizeExpression): string {
  return typeset(expression, TEX);
}

/** How each form of a size looks in one medium. */
interface Style {
  name(name: string): string;
  readonly times: string;
  readonly modulo: string;
  readonly floor: readonly [string, string];
  readonly ceil: readonly [string, string];
  power(base: string, exponent: string): string;
  callee(name: "min" | "max"): string;
  readonly sign: (operator: string) => string;
}

const PLAIN: Style = {
  name: (name) => name,
  times: "·",
  modulo: " mod ",
  floor: ["⌊", "⌋"],
  ceil: ["⌈", "⌉"],
  power: (base, exponent) => `${base}^${exponent}`,
  callee: (name) => name,
  sign: (operator) => ` ${operator} `,
};

const TEX: Style = {
  name: nameTex,
  times: " \\cdot ",
  modulo: " \\bmod ",
  floor: ["\\lfloor ", "\\rfloor"],
  ceil: ["\\lceil ", "\\rceil"],
  power: (base, exponent) => `${base}^{${exponent}}`,
  callee: (name) => `\\${name}`,
  sign: (operator) => operator,
};

/** How tightly a written form holds together: sum, product, sign, power, atom. */
const SUM = 1;
const PRODUCT = 2;
const SIGN = 3;
const POWER = 4;
const ATOM = 5;

function tightnessOf(expression: SizeExpression): number {
  if (expression.kind === "negate") return SIGN;
  if (expression.kind !== "binary") return ATOM;
  switch (expression.operator) {
    case "+":
    case "-":
      return SUM;
    case "//":
      return ATOM;
    case "^":
      return POWER;
    default:
      return PRODUCT;
  }
}

function typeset(expression: SizeExpression, style: Style): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toString();
    case "name":
      return style.name(expression.name);
    case "unknown":
      return "?";
    case "negate":
      return `-${typesetAt(expression.of, SIGN, style)}`;
    case "binary":
      return typesetBinary(expression, style);
    case "entry":
      return `${style.name(expression.table)}[${typeset(expression.index, style)}]`;
    case "call": {
      const args = expression.args.map((arg) => typeset(arg, style));
      const { callee } = expression;
      if (callee === "min" || callee === "max")
        return `${style.callee(callee)}(${args.join(", ")})`;
      const [open, close] = style[callee];
      return `${open}${args.join(", ")}${close}`;
    }
  }
}

function typesetBinary(expression: SizeExpression & { kind: "binary" }, style: Style): string {
  const { operator, left, right } = expression;
  const at = (part: SizeExpression, least: number) => typesetAt(part, least, style);
  switch (operator) {
    case "+":
    case "-":
      return `${at(left, SUM)}${style.sign(operator)}${at(right, PRODUCT)}`;
    case "*":
      return `${at(left, PRODUCT)}${style.times}${at(right, SIGN)}`;
    case "%":
      return `${at(left, PRODUCT)}${style.modulo}${at(right, SIGN)}`;
    case "/":
      return `${at(left, PRODUCT)}/${at(right, SIGN)}`;
    case "//":
      return `${style.floor[0]}${at(left, PRODUCT)}/${at(right, SIGN)}${style.floor[1]}`;
    case "^":
      return style.power(at(left, ATOM), at(right, SIGN));
  }
}

function typesetAt(expression: SizeExpression, least: number, style: Style): string {
  const text = typeset(expression, style);
  return tightnessOf(expression) < least ? `(${text})` : text;
}
