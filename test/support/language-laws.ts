import { expect } from "vitest";
import type { Document, Expression, NodeId, Statement } from "../../src/document/document.ts";
import { expressionsOf, operandsOf } from "../../src/document/parts.ts";
import { type Parsed, parse } from "../../src/language/parse.ts";
import { print, printVerbatim } from "../../src/language/print.ts";
import { normaliseText, splitLines } from "../../src/language/source-lines.ts";

/** Holds every law of text and document for one text, and gives back what it says. */
export function holdTextLaws(text: string): Parsed {
  const parsed = parse(text);
  const canonical = print(parsed.document);
  const again = parse(canonical);
  // The line of the first version is not written, so that it cannot be read again.
  if (!namesFirstVersion(parsed.document)) {
    expect(withoutVerbatim(again.document)).toEqual(withoutVerbatim(parsed.document));
  }
  expect(print(again.document)).toBe(canonical);
  holdIdLaws(parsed.document);
  holdPlaceLaws(text, parsed);
  holdVerbatimLaws(text, parsed.document);
  return parsed;
}

/** Holds every law for a document that was not read from a text; ids follow from the text. */
export function holdDocumentLaws(document: Document): void {
  const text = print(document);
  const parsed = holdTextLaws(text);
  // A layout line may name what the file does not have.
  expect(parsed.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(withoutIds(parsed.document)).toEqual(withoutIds(document));
}

function holdVerbatimLaws(text: string, document: Document): void {
  const kept = printVerbatim(document);
  expect(printVerbatim(parse(kept).document)).toBe(kept);
  expect(withoutVerbatim(parse(kept).document)).toEqual(withoutVerbatim(document));
  if (isPlainlyIndented(text)) expect(trimLines(kept)).toBe(trimLines(normaliseText(text)));
}

function namesFirstVersion(document: Document): boolean {
  return document.header.some((line) => line.kind === "version" && line.version === 1);
}

function trimLines(text: string): string {
  return text.replace(/ +$/gm, "");
}

/** Whether comments stand at the indentation of code, and layout comes once and last. */
function isPlainlyIndented(text: string): boolean {
  const lines = splitLines(text);
  const layout = lines.findIndex((line) => /^layout\b/.test(line.text) && line.indent === 0);
  const comments = lines.filter((line) => line.text.startsWith("#"));
  return layout < 0 && comments.every((line) => line.indent === 0);
}

function holdPlaceLaws(text: string, parsed: Parsed): void {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const spans = parsed.diagnostics.map(
    ({ place }) => place.span ?? parsed.source.get(`${place.node}#${place.part}`),
  );
  for (const span of [...spans, ...parsed.source.values()]) {
    const width = lines[(span?.line ?? 0) - 1]?.length ?? -1;
    expect(span?.column).toBeGreaterThanOrEqual(1);
    expect(span?.column).toBeLessThanOrEqual(width + 1);
    expect(span?.endColumn).toBeGreaterThanOrEqual(span?.column ?? 0);
  }
  const errors = parsed.diagnostics.filter(({ severity }) => severity === "error");
  const errorLines = errors.map(({ place }) => place.span?.line ?? `${place.node}#${place.part}`);
  expect(new Set(errorLines).size).toBe(errorLines.length);
}

function holdIdLaws(document: Document): void {
  const ids = document.statements.flatMap(idsOf);
  expect(new Set(ids).size).toBe(ids.length);
}

/** Every id of a statement and of what is in it; a whole right side shares its statement's. */
function idsOf(statement: Statement): readonly NodeId[] {
  const inner = "body" in statement && statement.kind !== "error" ? statement.body : [];
  return [statement.id, ...expressionsOf(statement).flatMap(idsIn), ...inner.flatMap(idsOf)].filter(
    (id, index) => index === 0 || id !== statement.id,
  );
}

function idsIn(expression: Expression): readonly NodeId[] {
  return [expression.id, ...operandsOf(expression).flatMap(idsIn)];
}

/** The same tree without the author's lines. */
function withoutVerbatim(document: Document): unknown {
  return without(document, new Set(["verbatim"]));
}

function withoutIds(document: Document): unknown {
  return without(document, new Set(["verbatim", "id"]));
}

function without(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, keys));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !keys.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, without(item, keys)]));
}
