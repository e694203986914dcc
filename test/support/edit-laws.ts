import { expect } from "vitest";
import type { Diagnostic } from "../../src/document/diagnostic.ts";
import type { Document, Port, Statement } from "../../src/document/document.ts";
import { expressionsOf, portsOf, walkExpression } from "../../src/document/parts.ts";
import type { Edit, EditContext } from "../../src/editor/edit.ts";
import {
  allStatements,
  definitionOf,
  findNode,
  type TreePath,
} from "../../src/editor/edits/document-tree.ts";
import { arrayNames, writtenAxes } from "../../src/editor/edits/names.ts";
import { parse } from "../../src/language/parse.ts";
import { printVerbatim } from "../../src/language/print.ts";
import { printStatementLine } from "../../src/language/print-statement.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { dedent } from "./typed.ts";

/** What a command reads, made from a text; common indentation is taken off. */
export function contextOf(text: string): EditContext {
  const { document } = parse(dedent(text));
  return { document, typed: inferDiagram(document) };
}

/** An edit that was made, and the text that it leads to. */
export interface Edited {
  readonly text: string;
  readonly label: string;
  readonly select: readonly string[];
}

type Command = (context: EditContext) => Edit;

/** Does a command to a text and holds every law of edits; a refusal fails the test. */
export function edited(text: string, command: Command): Edited {
  const context = contextOf(text);
  const edit = holdEditLaws(context, command);
  if (!edit.ok) throw new RangeError(`The command was refused: ${edit.says}`);
  return { text: printVerbatim(edit.document), label: edit.label, select: edit.select ?? [] };
}

/** The text after a command. */
export function textAfter(text: string, command: Command): string {
  return edited(text, command).text;
}

/** What a command changes, as the lines that go (`- …`) and those that come (`+ …`). */
export function changes(text: string, command: Command): readonly string[] {
  return lineChanges(dedent(text), textAfter(text, command));
}

/** Why a command is refused; doing it fails the test. */
export function refusal(text: string, command: Command): string {
  const edit = holdEditLaws(contextOf(text), command);
  if (edit.ok) throw new RangeError(`The command was done: ${edit.label}`);
  return edit.says;
}

/** Does a command and holds what is true of every edit of every document. */
export function holdEditLaws(context: EditContext, command: Command): Edit {
  const edit = holdTextLaws(context, command);
  if (edit.ok) holdNothingDangles(context, edit);
  return edit;
}

/** As `holdEditLaws`, without what is true only where each name means one thing. */
export function holdTextLaws(context: EditContext, command: Command): Edit {
  const before = printVerbatim(context.document);
  const edit = command(context);
  expect(printVerbatim(context.document)).toBe(before);
  if (!edit.ok) {
    expect(edit.says).toMatch(/^[A-Z`].*[.?]$/);
    expect(edit.says).not.toMatch(/undefined|\[object|NaN|invalid|illegal/i);
    return edit;
  }
  expect(edit.label).toMatch(/^[A-Z]/);
  expect(edit.label).not.toMatch(/undefined|\[object|NaN/);
  holdReading(edit.document);
  holdIds(edit.document, edit.select ?? []);
  holdAuthorsLines(context.document, edit.document);
  holdNothingUnread(context, edit);
  return edit;
}

/** The text of the document says the document. */
function holdReading(document: Document): void {
  const again = parse(printVerbatim(document));
  expect(bare(again.document)).toEqual(bare(document));
}

function holdIds(document: Document, select: readonly string[]): void {
  const ids = allStatements(document).map(({ statement }) => statement.id);
  expect(new Set(ids).size).toBe(ids.length);
  const text = JSON.stringify(document, (_, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  for (const id of select) expect(text).toContain(`"id":${JSON.stringify(id)}`);
}

/** A statement that says what it said has the line that its author wrote. */
function holdAuthorsLines(before: Document, edit: Document): void {
  const lines = new Map<string, Set<string>>();
  for (const { statement } of allStatements(before)) {
    const known = lines.get(keyOf(statement)) ?? new Set();
    lines.set(keyOf(statement), known.add(lineOf(statement)));
  }
  for (const { statement } of allStatements(edit)) {
    const known = lines.get(keyOf(statement));
    if (known === undefined) continue;
    const canonical = printStatementLine(statement).split("\n", 1)[0] ?? "";
    const isAuthors = known.has(lineOf(statement)) || lineOf(statement).startsWith(canonical);
    expect(isAuthors, lineOf(statement)).toBe(true);
  }
}

function keyOf(statement: Statement): string {
  return `${printStatementLine(statement)} # ${statement.comment ?? ""}`;
}

function lineOf({ verbatim = "", lead }: Statement): string {
  return (verbatim.split("\n")[lead.length] ?? "").trim();
}

/** Words of lines that cannot be read: they stood for nothing, and may be read again now. */
function unreadWords(document: Document): ReadonlySet<string> {
  const texts = allStatements(document).flatMap(({ statement }) =>
    statement.kind === "error" ? [statement.text, ...statement.body] : [],
  );
  return new Set(texts.join(" ").match(/[A-Za-z][A-Za-z0-9_]*'*/g));
}

function isAbout({ title }: Diagnostic, words: ReadonlySet<string>): boolean {
  return [...title.matchAll(/`([^`]+)`/g)].some(([, name = ""]) => words.has(name));
}

/** The line that an error stands at, by the id of its statement. */
function lineOfError(document: Document, { place, title }: Diagnostic): string {
  const found = place.node === undefined ? undefined : findNode(document, place.node);
  return found?.statement.id ?? title;
}

const DANGLING: ReadonlySet<string> = new Set(["N01", "N02", "N05", "N06"]);

/**
 * No more is loose than before: what is in a block says so under its new name, and a copy of a line
 * where something is loose is such a line too.
 */
function holdNothingDangles(
  context: EditContext,
  { document, label }: Extract<Edit, { ok: true }>,
): void {
  const copies = COPIES.test(label);
  const before = context.typed.diagnostics;
  const after = inferDiagram(document).diagnostics;
  const known = new Set(before.map(({ title }) => title));
  const still = new Set(after.map(({ title }) => title));
  const gone = before.filter(({ title }) => copies || !still.has(title)).map(({ code }) => code);
  // A line gives its first error only: what stood behind one that is gone was there before.
  const uncovered = new Set(
    before
      .filter(({ title }) => !still.has(title))
      .map((each) => lineOfError(context.document, each)),
  );
  const unread = unreadWords(context.document);
  const loose = after.filter(
    (each) =>
      DANGLING.has(each.code) &&
      !isAbout(each, unread) &&
      !known.has(each.title) &&
      !uncovered.has(lineOfError(document, each)),
  );
  const more = loose.filter(({ code }) => {
    const at = gone.indexOf(code);
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
  expect(more.map(({ code, title }) => `${code} ${title}`)).toEqual([]);
}

/**
 * Whether every line can be read and every name stands for one thing that is there, also on lines
 * of which another mistake is told.
 */
export function isWhole({ document, typed }: EditContext): boolean {
  const isLoose = typed.diagnostics.some(({ code }) => DANGLING.has(code));
  return (
    !isLoose &&
    !allStatements(document).some(
      ({ statement, path }) =>
        statement.kind === "error" || hasLooseName(document, statement, path),
    )
  );
}

function hasLooseOutput(document: Document, ports: readonly Port[]): boolean {
  const made = new Set(
    allStatements(document).flatMap(({ statement }) =>
      statement.kind === "output" ? [] : portsOf(statement).map(({ name }) => name),
    ),
  );
  return ports.some(({ name }) => !made.has(name));
}

function hasLooseName(document: Document, statement: Statement, path: TreePath): boolean {
  const place = definitionOf(document, path);
  if (statement.kind === "output") return hasLooseOutput(document, statement.ports);
  const known = new Set([...arrayNames(document, place), ...writtenAxes(document, place)]);
  for (const each of document.statements) {
    if (each.kind === "size") for (const { name } of each.sizes) known.add(name);
  }
  let isLoose = false;
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => {
      isLoose ||= part.kind === "name" && !known.has(part.name);
    });
  }
  return isLoose;
}

/**
 * What is written can be read. A line that cannot may say so in other words once the lines around it
 * are others, and a copy of it is another such line.
 */
function holdNothingUnread(
  context: EditContext,
  { document, label }: Extract<Edit, { ok: true }>,
): void {
  const titles = (each: Document) => parse(printVerbatim(each)).diagnostics.map((d) => d.title);
  const before = titles(context.document);
  const after = titles(document);
  const copies = COPIES.test(label) ? before.length : 0;
  const fresh = after.filter((title) => !before.includes(title));
  expect(after.length > before.length + copies ? fresh : []).toEqual([]);
}

const COPIES = /^(Duplicated|Pasted)/;

/** A document without the author's lines and ids. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "verbatim" && key !== "id");
  return Object.fromEntries(kept.map(([key, part]) => [key, bare(part)]));
}

function lineChanges(before: string, edit: string): readonly string[] {
  const [olds, news] = [before.trimEnd().split("\n"), edit.trimEnd().split("\n")];
  const common = commonLengths(olds, news);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < olds.length || j < news.length) {
    if (i < olds.length && j < news.length && olds[i] === news[j]) {
      i += 1;
      j += 1;
    } else if (i < olds.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      lines.push(`- ${(olds[i] ?? "").trim()}`);
      i += 1;
    } else {
      lines.push(`+ ${(news[j] ?? "").trim()}`);
      j += 1;
    }
  }
  return lines;
}

/** How many lines the rests have in common, by where they begin. */
function commonLengths(olds: readonly string[], news: readonly string[]): number[][] {
  const table = Array.from({ length: olds.length + 1 }, () =>
    new Array<number>(news.length + 1).fill(0),
  );
  for (let i = olds.length - 1; i >= 0; i -= 1) {
    for (let j = news.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        olds[i] === news[j]
          ? (table[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
