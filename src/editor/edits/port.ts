import type { Argument, Document, Expression, Statement } from "../../document/document.ts";
import type { Found } from "./document-tree.ts";
import { identifiedAnew, nameExpression, replaceExpression, UNKNOWN } from "./expression-tree.ts";
import { inSentence, opOf, titleOf } from "./titles.ts";

/** What a port holds; `undefined` where nothing is written yet. */
export function operandAt(
  { statement, expression }: Found,
  operand: number | string,
): Expression | undefined {
  if (operand === "to" && statement.kind === "carry") return nameExpression(statement.to.name);
  if (expression === undefined) return statementOperand(statement, operand);
  switch (expression.kind) {
    case "call":
      return typeof operand === "number"
        ? expression.args.filter(({ keyword }) => keyword === undefined)[operand]?.value
        : expression.args.find(({ keyword }) => keyword === operand)?.value;
    case "prefix":
      return operand === 0 ? expression.of : undefined;
    case "infix":
      return operand === 0 ? expression.left : operand === 1 ? expression.right : undefined;
    default:
      return operand === 0 ? expression : undefined;
  }
}

function statementOperand(statement: Statement, operand: number | string): Expression | undefined {
  switch (statement.kind) {
    case "each":
    case "carry":
    case "collect":
      return operand === 0 ? statement.from : undefined;
    case "save":
      return operand === 0 ? statement.value : undefined;
    case "output":
    case "block": {
      const ports = statement.kind === "block" ? statement.outputs : statement.ports;
      const port = typeof operand === "number" ? ports[operand] : undefined;
      return port && nameExpression(port.name);
    }
    default:
      return undefined;
  }
}

/** The statement with another value at a port; places before it that are not there yet are `?`. */
export function withOperand(found: Found, operand: number | string, by: Expression): Statement {
  const { statement, expression } = found;
  if (operand === "to" && statement.kind === "carry") {
    return by.kind === "name" ? { ...statement, to: { name: by.name } } : statement;
  }
  if (expression !== undefined) {
    return replaceExpression(statement, expression.id, (old) => withPart(old, operand, by));
  }
  switch (statement.kind) {
    case "each":
    case "carry":
    case "collect":
      return identifiedAnew({ ...statement, from: by });
    case "save":
      return identifiedAnew({ ...statement, value: by });
    case "output":
      if (by.kind !== "name" || typeof operand !== "number") return statement;
      return { ...statement, ports: statement.ports.toSpliced(operand, 1, { name: by.name }) };
    case "block":
      if (by.kind !== "name" || typeof operand !== "number") return statement;
      return { ...statement, outputs: statement.outputs.toSpliced(operand, 1, { name: by.name }) };
    default:
      return statement;
  }
}

function withPart(old: Expression, operand: number | string, by: Expression): Expression {
  switch (old.kind) {
    case "call":
      return { ...old, args: withArgument(old.args, operand, by) };
    case "prefix":
      return { ...old, of: by };
    case "infix":
      return operand === 0 ? { ...old, left: by } : { ...old, right: by };
    default:
      return by;
  }
}

function withArgument(
  args: readonly Argument[],
  operand: number | string,
  value: Expression,
): readonly Argument[] {
  const positional = args.filter(({ keyword }) => keyword === undefined);
  const keywords = args.filter(({ keyword }) => keyword !== undefined);
  if (typeof operand === "string") {
    const known = keywords.some(({ keyword }) => keyword === operand);
    const changed = keywords.map((each) => (each.keyword === operand ? { ...each, value } : each));
    return [...positional, ...changed, ...(known ? [] : [{ keyword: operand, value }])];
  }
  const missing = Math.max(0, operand - positional.length);
  const filled = [...positional, ...Array.from({ length: missing }, () => ({ value: UNKNOWN }))];
  return [...filled.toSpliced(operand, 1, { value }), ...keywords];
}

/**
 * The statement with nothing at a port: `?`, or no argument where it may be left out. `undefined`
 * where the language has no way to say so.
 */
export function withoutOperand(
  document: Document,
  found: Found,
  operand: number | string,
): Statement | undefined {
  const { statement, expression } = found;
  if (operand === "to" || statement.kind === "block") return undefined;
  if (statement.kind === "output") {
    if (statement.ports.length < 2 || typeof operand !== "number") return undefined;
    return { ...statement, ports: statement.ports.toSpliced(operand, 1) };
  }
  if (expression?.kind !== "call") return withOperand(found, operand, UNKNOWN);
  if (!mayBeLeftOut(document, expression, operand)) return withOperand(found, operand, UNKNOWN);
  return replaceExpression(statement, expression.id, (old) => {
    if (old.kind !== "call") return old;
    let position = -1;
    const args = old.args.filter(({ keyword }) => {
      if (keyword === undefined) position += 1;
      return keyword === undefined ? position !== operand : keyword !== operand;
    });
    return { ...old, args };
  });
}

function mayBeLeftOut(
  document: Document,
  call: Extract<Expression, { kind: "call" }>,
  operand: number | string,
): boolean {
  if (typeof operand === "string") return true;
  const op = opOf(document, call);
  const positional = op?.operands.filter(({ keyword }) => keyword !== true) ?? [];
  const last = positional.at(-1);
  if (last?.repeated === undefined || operand < positional.length - 1) return false;
  const count = call.args.filter(({ keyword }) => keyword === undefined).length;
  return count > positional.length - 1 + last.repeated.least;
}

/** What a port belongs to, inside a sentence: "dot product", "the carry of Z". */
export function portTitle(document: Document, { statement, expression }: Found): string {
  if (expression !== undefined && expression.kind !== "name") {
    return expression.kind === "unknown" ? nameOfLine(statement) : titleOf(document, expression);
  }
  switch (statement.kind) {
    case "each":
      return `the slices ${statement.port.name}`;
    case "carry":
      return `the carry ${statement.port.name}`;
    case "collect":
      return `the stack ${statement.port.name}`;
    case "save":
      return `the memory ${statement.memory}`;
    case "output":
    case "block":
      return "the output";
    default:
      return nameOfLine(statement);
  }
}

function nameOfLine(statement: Statement): string {
  if (statement.kind === "array") return statement.results.map(({ name }) => name).join(", ");
  return inSentence(statement.kind);
}
