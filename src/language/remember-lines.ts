import type { Document, Expression, NodeId, Statement } from "../document/document.ts";
import { operandsOf, withOperands } from "../document/parts.ts";
import { reconcile } from "./reconcile.ts";

/**
 * The document with each line that cannot be read as it last could, under the names that it has now:
 * what is half typed is still the same thing. Its text is the document's no longer.
 */
export function rememberLines(document: Document, before: Document): Document {
  if (!document.statements.some(hasUnread)) return document;
  const { renamed, removed } = reconcile(document, before);
  const olds = new Map<NodeId, Statement>();
  visit(before.statements, (old) => {
    const id = renamed.get(old.id) ?? old.id;
    if (!removed.has(old.id) && old.kind !== "error") olds.set(id, old);
  });
  const remember = (statement: Statement): Statement => {
    if (statement.kind === "error") {
      const old = olds.get(statement.id);
      return old === undefined ? statement : underNames(old, statement);
    }
    return "body" in statement && hasUnread(statement)
      ? { ...statement, body: statement.body.map(remember) }
      : statement;
  };
  return { ...document, statements: document.statements.map(remember) };
}

function hasUnread(statement: Statement): boolean {
  if (statement.kind === "error") return true;
  return "body" in statement && statement.body.some(hasUnread);
}

function visit(statements: readonly Statement[], each: (statement: Statement) => void): void {
  for (const statement of statements) {
    each(statement);
    if ("body" in statement && statement.kind !== "error") visit(statement.body, each);
  }
}

/** A line whose left side cannot be read either keeps the names that it had. */
function underNames(old: Statement, { id, results }: Statement & { kind: "error" }): Statement {
  if (results === undefined || old.kind !== "array") return old;
  return { ...old, id, results, value: underId(old.value, old.id, id) };
}

function underId(expression: Expression, from: NodeId, to: NodeId): Expression {
  const id = to + expression.id.slice(from.length);
  const operands = operandsOf(expression).map((operand) => underId(operand, from, to));
  return withOperands({ ...expression, id }, operands);
}
