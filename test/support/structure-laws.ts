import { expect } from "vitest";
import type { Document, Statement } from "../../src/document/document.ts";
import type { Edit, EditContext } from "../../src/editor/edit.ts";
import { parse } from "../../src/language/parse.ts";
import { printVerbatim } from "../../src/language/print.ts";
import { printStatementLine } from "../../src/language/print-statement.ts";
import { valueText } from "../../src/typing/describe.ts";
import type { TypedDiagram } from "../../src/typing/diagram.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { dedent } from "./typed.ts";

/** A text as commands take it; common indentation is taken off. */
export function contextOf(text: string): EditContext {
  const { document } = parse(dedent(text));
  return { document, typed: inferDiagram(document) };
}

/** What an edit made, for the assertions of one test. */
export interface Edited {
  readonly text: string;
  readonly label: string;
  readonly select: readonly string[];
  readonly context: EditContext;
}

/** Holds every law of an edit of structure, and gives back what it made. */
export function holdStructureLaws(context: EditContext, edit: Edit): Edited {
  const edited = holdTextLawsOfEdit(context, edit);
  expect(errorsOf(edited.context.typed)).toEqual(errorsOf(context.typed));
  expect(outputsOf(edited.context.typed)).toEqual(outputsOf(context.typed));
  return edited;
}

/** Holds the laws of an edit that may change what comes out of the diagram. */
export function holdTextLawsOfEdit(context: EditContext, edit: Edit): Edited {
  expect(edit.ok ? "" : edit.says).toBe("");
  if (!edit.ok) throw new RangeError(edit.says);
  const { document, label, select = [] } = edit;
  const text = printVerbatim(document);
  const again = parse(text);
  expect(withoutVerbatim(again.document)).toEqual(withoutVerbatim(document));
  const ids = statementsIn(document).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const line of document.layout)
    if (line.kind === "open") expect(hasNode(document, line.node), line.node).toBe(true);
  for (const id of select) expect(hasNode(document, id)).toBe(true);
  holdLines(context.document, document);
  expect(label).toMatch(/^([A-Z][a-z]+ed|Made|Cut) /);
  return { text, label, select, context: { document, typed: inferDiagram(document) } };
}

/** What a refusal says. */
export function refusal(edit: Edit): string {
  expect(edit.ok).toBe(false);
  return edit.ok ? "" : edit.says;
}

/** The types of what a diagram gives, block by block. */
export function outputsOf(typed: TypedDiagram): readonly string[] {
  return typed.main.outputs.map((value) => valueText(value, [...typed.sizes.keys()]));
}

/** A line that an edit leaves as it says keeps its author's spacing, whatever its indentation. */
function holdLines(before: Document, after: Document): void {
  const kept = rawLines(after);
  for (const [canonical, raws] of rawLines(before)) {
    const now = kept.get(canonical) ?? [];
    const shared = raws.filter((raw) => now.includes(raw)).length;
    expect(shared, canonical).toBeGreaterThanOrEqual(Math.min(raws.length, now.length));
  }
}

function rawLines(document: Document): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const statement of statementsIn(document)) {
    const canonical = printStatementLine(statement);
    const raw = statement.verbatim?.split("\n").at(-1)?.trim() ?? canonical;
    lines.set(canonical, [...(lines.get(canonical) ?? []), raw]);
  }
  return lines;
}

function errorsOf(typed: TypedDiagram): readonly string[] {
  const errors = typed.diagnostics.filter(({ severity }) => severity === "error");
  return errors.map(({ title }) => title);
}

function statementsIn(document: Document): readonly Statement[] {
  const within = (statement: Statement): readonly Statement[] => [
    statement,
    ...("body" in statement && statement.kind !== "error" ? statement.body.flatMap(within) : []),
  ];
  return document.statements.flatMap(within);
}

function hasNode(document: Document, id: string): boolean {
  return parse(printVerbatim(document)).source.get(id) !== undefined;
}

function withoutVerbatim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVerbatim);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "verbatim");
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutVerbatim(item)]));
}
