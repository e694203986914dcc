import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document, NodeId, Statement } from "../document/document.ts";
import { expressionsOf, isLoop, walkExpression, walkStatements } from "../document/parts.ts";

/** Where a node stands: its place in the text, and the line that holds it. */
interface Standing {
  readonly at: number;
  readonly line: NodeId;
  /** Whether the line did not parse, which has been said of it already. */
  readonly isUnread: boolean;
}

/**
 * Diagnostics by place, then code; a line keeps the first of its errors, as they were found, and one
 * that did not parse has none.
 */
export function sortDiagnostics(
  document: Document,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const standings = standingsIn(document);
  const places = new Map(
    diagnostics.map((diagnostic) => [diagnostic, standings.get(diagnostic.place.node ?? "")]),
  );
  const linesWithError = new Set<NodeId>();
  const kept = diagnostics.filter((diagnostic) => {
    const { line, isUnread = false } = places.get(diagnostic) ?? {};
    if (isUnread) return false;
    if (diagnostic.severity !== "error" || line === undefined) return true;
    if (linesWithError.has(line)) return false;
    linesWithError.add(line);
    return true;
  });
  const at = (diagnostic: Diagnostic) => places.get(diagnostic)?.at ?? -1;
  return kept.sort((a, b) => at(a) - at(b) || compareCodes(a, b));
}

function compareCodes(a: Diagnostic, b: Diagnostic): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

function standingsIn(document: Document): ReadonlyMap<NodeId, Standing> {
  const standings = new Map<NodeId, Standing>();
  const visit = (statement: Statement) => {
    const line = statement.id;
    const isUnread = statement.kind === "error";
    standings.set(line, { at: standings.size, line, isUnread });
    for (const expression of expressionsOf(statement)) {
      walkExpression(expression, ({ id }) => {
        if (!standings.has(id)) standings.set(id, { at: standings.size, line, isUnread });
      });
    }
  };
  for (const statement of document.statements) {
    visit(statement);
    if (statement.kind === "block" || isLoop(statement)) walkStatements(statement.body, visit);
  }
  return standings;
}
