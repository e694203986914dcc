import { expressionTex } from "../../shapes/print.ts";
import { sizeOf } from "../../shapes/size-of.ts";
import type { Expression } from "../document/document.ts";
import { findOp } from "../ops/index.ts";
import type { Op } from "../ops/op.ts";
import type { Body, Checking } from "./checking.ts";
import { lookUpArray } from "./lookup.ts";
import { sizeNamed } from "./scope.ts";

/** A number made of literals and sizes, as LaTeX, with how tightly its parts hold together. */
export interface ScalarText {
  readonly tex: string;
  readonly tightness: number;
}

const TIGHTNESS: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  not: 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "==": 4,
  "!=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "^": 8,
};

const SIGN_TIGHTNESS = 7;
const ATOM = 9;

const SIGNS: Readonly<Record<string, string>> = {
  "*": " \\cdot ",
  "/": "/",
  "<=": " \\le ",
  ">=": " \\ge ",
  "==": " = ",
  "!=": " \\ne ",
  and: " \\wedge ",
  or: " \\vee ",
};

const LITERALS: Readonly<Record<string, string>> = { inf: "\\infty", pi: "\\pi" };

/**
 * The expression as LaTeX when it is a number made of literals and sizes alone; `undefined` when it
 * holds an array, or anything that could be one.
 */
export function scalarText(
  checking: Checking,
  body: Body,
  expression: Expression,
): ScalarText | undefined {
  const again = (part: Expression) => scalarText(checking, body, part);
  switch (expression.kind) {
    case "number":
      return { tex: literalTex(expression.text), tightness: ATOM };
    case "name": {
      if (lookUpArray(checking, body, expression.name).kind !== "none") return undefined;
      if (!sizeNamed(checking.scope, expression.name, body.loops)) return undefined;
      return { tex: expressionTex({ kind: "name", name: expression.name }), tightness: ATOM };
    }
    case "size":
      return { tex: expressionTex(expression.size), tightness: TIGHTNESS["+"] ?? 0 };
    case "prefix": {
      const of = again(expression.of);
      if (!of) return undefined;
      const sign = expression.operator === "not" ? "\\neg " : "-";
      return { tex: `${sign}${wrap(of, SIGN_TIGHTNESS)}`, tightness: SIGN_TIGHTNESS };
    }
    case "infix":
      return infixText(expression.operator, again(expression.left), again(expression.right));
    case "call":
      return calledText(
        checking,
        expression,
        expression.args.map((arg) => again(arg.value)),
      );
    default:
      return undefined;
  }
}

/** The value of such a number where its sizes have values. */
export function numberOf(
  checking: Checking,
  body: Body,
  expression: Expression,
): number | undefined {
  switch (expression.kind) {
    case "number":
      return literalValue(expression.text);
    case "name":
    case "size": {
      const size =
        expression.kind === "name"
          ? sizeNamed(checking.scope, expression.name, body.loops)
          : sizeOf(expression.size, {
              size: (name) => sizeNamed(checking.scope, name, body.loops),
              table: (name) => checking.scope.table.table(name),
            });
      const value = size && checking.sizes.evaluate(size);
      return value === undefined ? undefined : Number(value);
    }
    case "prefix": {
      const of = numberOf(checking, body, expression.of);
      return of === undefined || expression.operator !== "-" ? undefined : -of;
    }
    case "infix": {
      const left = numberOf(checking, body, expression.left);
      const right = numberOf(checking, body, expression.right);
      return left === undefined || right === undefined
        ? undefined
        : combine(expression.operator, left, right);
    }
    default:
      return undefined;
  }
}

/** Whether the operation only turns numbers into numbers, so that numbers alone give a number. */
function keepsScalars(op: Op): boolean {
  return op.operands.length > 0 && op.brackets.targets === "none";
}

function infixText(
  operator: string,
  left: ScalarText | undefined,
  right: ScalarText | undefined,
): ScalarText | undefined {
  if (!left || !right) return undefined;
  const tightness = TIGHTNESS[operator] ?? 0;
  if (operator === "^") {
    return { tex: `${wrap(left, ATOM)}^{${right.tex}}`, tightness };
  }
  const sign = SIGNS[operator] ?? ` ${operator} `;
  return { tex: `${wrap(left, tightness)}${sign}${wrap(right, tightness + 1)}`, tightness };
}

function calledText(
  checking: Checking,
  call: Extract<Expression, { kind: "call" }>,
  args: readonly (ScalarText | undefined)[],
): ScalarText | undefined {
  if (call.brackets || checking.callee(call.callee)?.kind !== "op") return undefined;
  const op = findOp(call.callee);
  const known = args.filter((arg) => arg !== undefined);
  if (!op || !keepsScalars(op) || known.length === 0 || known.length < args.length)
    return undefined;
  if (known.length !== op.operands.length || call.args.some((arg) => arg.keyword !== undefined)) {
    return undefined;
  }
  const inside = known.map((arg) => arg.tex).join(", ");
  const name = op.name.replaceAll("_", "\\_");
  const tex = op.name === "sqrt" ? `\\sqrt{${inside}}` : `\\operatorname{${name}}(${inside})`;
  return { tex, tightness: ATOM };
}

function wrap(text: ScalarText, least: number): string {
  return text.tightness < least ? `(${text.tex})` : text.tex;
}

function literalTex(text: string): string {
  const scientific = /^([0-9.]+)[eE]([+-]?)0*([0-9]+)$/.exec(text);
  if (scientific) {
    const [, digits = "", sign = "", exponent = ""] = scientific;
    const power = `10^{${sign === "-" ? "-" : ""}${exponent}}`;
    return digits === "1" ? power : `${digits} \\cdot ${power}`;
  }
  if (text === "true" || text === "false") return `\\mathrm{${text}}`;
  return LITERALS[text] ?? text;
}

function literalValue(text: string): number | undefined {
  if (text === "inf") return Number.POSITIVE_INFINITY;
  if (text === "pi") return Math.PI;
  if (text === "true") return 1;
  if (text === "false") return 0;
  const value = Number(text);
  return Number.isNaN(value) ? undefined : value;
}

function combine(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "^":
      return left ** right;
    default:
      return undefined;
  }
}
