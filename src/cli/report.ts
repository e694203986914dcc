import type { Diagnostic, SourceMap, Span } from "../document/diagnostic.ts";
import type { Fix } from "../document/fix.ts";
import type { Terminal } from "./terminal.ts";

/** A diagnostic with the file and the line that it stands at. */
export interface Finding {
  readonly file: string;
  readonly span: Span;
  readonly diagnostic: Diagnostic;
  /** What repairs it, where that was looked for. */
  readonly fixes?: readonly Fix[];
}

const START: Span = { line: 1, column: 1, endColumn: 1 };

/** Looks up where diagnostics stand, in the order of the text. */
export function locate(
  file: string,
  diagnostics: readonly Diagnostic[],
  sources: SourceMap,
): readonly Finding[] {
  return diagnostics
    .map((diagnostic) => ({ file, span: spanOf(diagnostic, sources), diagnostic }))
    .toSorted((a, b) => a.span.line - b.span.line || a.span.column - b.span.column);
}

function spanOf({ place }: Diagnostic, sources: SourceMap): Span {
  if (place.span !== undefined) return place.span;
  const narrow = place.part === undefined ? undefined : sources.get(`${place.node}#${place.part}`);
  return narrow ?? sources.get(place.node ?? "") ?? START;
}

/** Whether the exit code is 1. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ diagnostic }) => diagnostic.severity === "error");
}

/** Lists findings on standard error, with the reasons and the fixes indented below. */
export function remarkFindings(findings: readonly Finding[], terminal: Terminal): void {
  for (const { file, span, diagnostic, fixes = [] } of findings) {
    const { severity, code, title, why } = diagnostic;
    terminal.remark(`${file}:${span.line}:${span.column}: ${severity} ${code}: ${oneLine(title)}`);
    for (const reason of why) terminal.remark(`  ${oneLine(reason)}`);
    for (const fix of fixes) terminal.remark(`  Fix (${fix.confidence}): ${oneLine(fix.title)}`);
  }
}

/** What `check --json` prints. */
export function findingsJson(findings: readonly Finding[]): string {
  const diagnostics = findings.map(({ file, span, diagnostic, fixes = [] }) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    title: diagnostic.title,
    file,
    line: span.line,
    column: span.column,
    node: diagnostic.place.node ?? null,
    why: diagnostic.why,
    fixes: fixes.map(({ title, confidence }) => ({ title, confidence })),
  }));
  return `${JSON.stringify({ ok: !hasErrors(findings), diagnostics }, null, 2)}\n`;
}

/** "2 errors, 1 warning", or "no errors". */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (["error", "warning", "info"] as const).map((severity) => {
    const count = findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
    return count === 0 ? "" : `${count} ${severity}${count === 1 ? "" : "s"}`;
  });
  const said = counts.filter((count) => count !== "").join(", ");
  return hasErrors(findings) ? said : ["no errors", said].filter((part) => part !== "").join(", ");
}

/** A text as a terminal may show it: no control characters, and none that turn the order of letters. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, " ");
}
