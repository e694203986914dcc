import type { Document, Expression, NodeId, Statement } from "../document/document.ts";
import { operandsOf, withOperands } from "../document/parts.ts";
import { reconcile } from "./reconcile.ts";

/**
 * The document with each line that cannot be read as it last could, under the names that it has now:
 * what is half typed is still the same thing, and so is what went below such a line when its
 * indentation changed. Its text is the document's no longer.
 */
export function rememberLines(document: Document, before: Document): Document {
  if (!document.statements.some(hasUnread)) return document;
  const { renamed, removed } = reconcile(document, before);
  const olds = new Map<NodeId, Statement>();
  const gone = new Map<string, Statement>();
  visit(before.statements, (old) => {
    if (old.kind === "error") return;
    if (removed.has(old.id)) gone.set(ownLine(old), old);
    else olds.set(renamed.get(old.id) ?? old.id, old);
  });
  const remember = (statement: Statement): readonly Statement[] => {
    if (statement.kind === "error") {
      const old = olds.get(statement.id);
      if (old !== undefined) visit([old], (each) => gone.delete(ownLine(each)));
      const below = statement.body.flatMap((line) => taken(gone, line.trim()));
      return [old === undefined ? statement : underNames(old, statement), ...below];
    }
    return "body" in statement && hasUnread(statement)
      ? [{ ...statement, body: statement.body.flatMap(remember) }]
      : [statement];
  };
  return { ...document, statements: document.statements.flatMap(remember) };
}

/** What stood on a line, and all that stood in it, which is found only once. */
function taken(gone: Map<string, Statement>, line: string): readonly Statement[] {
  const found = gone.get(line);
  if (found === undefined) return [];
  visit([found], (each) => gone.delete(ownLine(each)));
  return [found];
}

function ownLine({ verbatim, lead }: Statement): string {
  return verbatim?.split("\n")[lead.length]?.trim() ?? "";
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
