import type { Diagnostic, SourceMap, Span } from "../document/diagnostic.ts";
import type { NodeId } from "../document/document.ts";

/** A diagnostic with its place in the text, ready for the list, the margin and the canvas. */
export interface Problem {
  readonly diagnostic: Diagnostic;
  readonly span: Span;
  readonly node?: NodeId;
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Errors first, then by place; one whose place is unknown stands at line 1. */
export function listProblems(
  diagnostics: readonly Diagnostic[],
  sources: SourceMap,
): readonly Problem[] {
  const problems = diagnostics.map((diagnostic) => locate(diagnostic, sources));
  return problems.sort(
    (a, b) =>
      RANK[a.diagnostic.severity] - RANK[b.diagnostic.severity] ||
      a.span.line - b.span.line ||
      a.span.column - b.span.column,
  );
}

/** How many of them are errors or warnings: what the tab counts. */
export function countProblems(problems: readonly Problem[]): number {
  return problems.filter((problem) => problem.diagnostic.severity !== "info").length;
}

/** How many of them are errors. */
export function countErrors(problems: readonly Problem[]): number {
  return problems.filter((problem) => problem.diagnostic.severity === "error").length;
}

function locate(diagnostic: Diagnostic, sources: SourceMap): Problem {
  const { node, part, span } = diagnostic.place;
  const found = span ??
    (node !== undefined && part !== undefined ? sources.get(`${node}#${part}`) : undefined) ??
    (node !== undefined ? sources.get(node) : undefined) ?? { line: 1, column: 1, endColumn: 1 };
  return node === undefined ? { diagnostic, span: found } : { diagnostic, span: found, node };
}
