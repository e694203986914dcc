import type { Document, Expression, Statement } from "../../document/document.ts";
import { findOp, findOperator } from "../../ops/index.ts";
import type { Op } from "../../ops/op.ts";
import { blockTitle } from "../../scene/title.ts";

/** The operation that an expression calls, through a layer too; `undefined` for blocks and leaves. */
export function opOf(document: Document, expression: Expression): Op | undefined {
  if (expression.kind === "infix") return findOperator(expression.operator, "infix");
  if (expression.kind === "prefix") return findOperator(expression.operator, "prefix");
  if (expression.kind !== "call") return undefined;
  if (isBlock(document, expression.callee)) return undefined;
  const layer = layerOf(document, expression.callee);
  if (layer === undefined) return findOp(expression.callee);
  return layer.value.kind === "call" ? findOp(layer.value.callee) : undefined;
}

/** The layer of that name, wherever it stands. */
export function layerOf(
  document: Document,
  name: string,
): Extract<Statement, { kind: "layer" }> | undefined {
  const search = (statements: readonly Statement[]): Statement | undefined => {
    for (const statement of statements) {
      if (statement.kind === "layer" && statement.name === name) return statement;
      const inner = "body" in statement && statement.kind !== "error" ? statement.body : [];
      const found = search(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = search(document.statements);
  return found?.kind === "layer" ? found : undefined;
}

function isBlock(document: Document, name: string): boolean {
  return document.statements.some(
    (statement) =>
      (statement.kind === "block" || statement.kind === "custom") && statement.name === name,
  );
}

/** What an expression is called inside a sentence: "dot product", "Multi-head attention". */
export function titleOf(document: Document, expression: Expression): string {
  const op = opOf(document, expression);
  if (op !== undefined) return inSentence(op.title);
  if (expression.kind === "call") {
    return isBlock(document, expression.callee) ? blockTitle(expression.callee) : expression.callee;
  }
  return expression.kind === "name" ? expression.name : "a value";
}

/** A title inside a sentence: its first letter is small unless it is an acronym. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z ]/.test(title) && !/^[A-Z][a-z]*[A-Z]/.test(title)
    ? title.slice(0, 1).toLowerCase() + title.slice(1)
    : title;
}

/** "once", "twice", "3 times". */
export function timesText(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}
