import type { Diagnostic, SourceMap, Span } from "../document/diagnostic.ts";
import type { Document, NodeId } from "../document/document.ts";
import { type Blame, errorKey, lineOf } from "./blame.ts";
import { allStatements, blockAround } from "./edits/document-tree.ts";

/** A diagnostic with its place in the text, ready for the list, the margin and the canvas. */
export interface Problem {
  readonly diagnostic: Diagnostic;
  readonly span: Span;
  readonly node?: NodeId;
  /** Where it shows, when the edit of another line has made it and that line is its place. */
  readonly shows?: { readonly span: Span; readonly node: NodeId };
  /** The block whose edit has made it where it shows outside of that. */
  readonly changed?: string;
}

/** What tells the place of a problem beside the text itself. */
export interface Located {
  readonly document: Document;
  readonly blame: Blame;
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Errors first, then by place; one whose place is unknown stands at line 1. */
export function listProblems(
  diagnostics: readonly Diagnostic[],
  sources: SourceMap,
  { document, blame }: Partial<Located> = {},
): readonly Problem[] {
  const unread = document === undefined ? new Map() : unreadLines(document, sources);
  const problems = diagnostics.map((diagnostic) => {
    const own = locate(diagnostic, sources);
    const made = blame?.get(errorKey(diagnostic));
    const span = made === undefined ? undefined : sources.get(made);
    if (made !== undefined && span !== undefined && own.node !== undefined) {
      const changed = changedBlock(document, made, own.node);
      const shows = { span: own.span, node: own.node };
      return { diagnostic, span, node: made, shows, ...(changed !== "" && { changed }) };
    }
    const node = own.node ?? unread.get(own.span.line);
    return node === undefined ? own : { ...own, node };
  });
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

/** Why it is a mistake, and where it shows when that is another line. */
export function reasonsOf({ diagnostic, shows, changed }: Problem): string {
  const what = changed === undefined ? "It" : `What changed in block \`${changed}\``;
  const elsewhere = shows === undefined ? [] : [`${what} shows in line ${shows.span.line}.`];
  return [...diagnostic.why, ...elsewhere].join(" ");
}

/** The block of the line that made an error, unless the error shows in the same one. */
function changedBlock(document: Document | undefined, made: NodeId, shows: NodeId): string {
  const block = document === undefined ? "" : blockAround(document, made);
  const isSame = document !== undefined && blockAround(document, lineOf(shows)) === block;
  return isSame ? "" : block;
}

/** A node that a problem stands at, and the part of it where that is known. */
interface ProblemPlace {
  readonly node: NodeId;
  readonly part?: string | undefined;
}

/** Where a problem stands: at its own node, and where it shows. */
export function placesOf({ diagnostic, node, shows }: Problem): readonly ProblemPlace[] {
  const { part } = diagnostic.place;
  if (shows !== undefined && node !== undefined) return [{ node }, { node: shows.node, part }];
  return node === undefined ? [] : [{ node, part }];
}

/** The nodes that a problem stands at: its own, and where it shows. */
export function nodesOf(problem: Problem): readonly NodeId[] {
  return placesOf(problem).map(({ node }) => node);
}

/** By the number of the line: what stands for a line that did not parse. */
function unreadLines(document: Document, sources: SourceMap): ReadonlyMap<number, NodeId> {
  return new Map(
    allStatements(document).flatMap(({ statement }) => {
      const at = statement.kind === "error" ? sources.get(statement.id)?.line : undefined;
      return at === undefined ? [] : [[at, statement.id] as const];
    }),
  );
}

function locate(diagnostic: Diagnostic, sources: SourceMap): Problem {
  const { node, part, span } = diagnostic.place;
  const found = span ??
    (node !== undefined && part !== undefined ? sources.get(`${node}#${part}`) : undefined) ??
    (node !== undefined ? sources.get(node) : undefined) ?? { line: 1, column: 1, endColumn: 1 };
  return node === undefined ? { diagnostic, span: found } : { diagnostic, span: found, node };
}
