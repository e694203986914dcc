import type { Diagnostic, Span } from "../document/diagnostic.ts";
import { findSvgSource } from "./svg-source.ts";

/** The kinds of files that hold a diagram. */
export type FileKind = "ncd" | "json" | "svg";

/** The text of the diagram in a file, or what the file is instead. */
export type OpenedFile =
  | { readonly ok: true; readonly kind: FileKind; readonly text: string }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** The version of the JSON form that is read here. */
const JSON_VERSION = 1;

/** Finds the diagram in a file's content, which decides on the kind; the name does not. */
export function openFile(content: string): OpenedFile {
  const text = content.replace(/^\ufeff/, "");
  const foreign = foreignKind(text);
  if (foreign !== undefined) {
    return refuse(`This is ${foreign}, not a diagram of Axisloom.`, text, 0);
  }
  const start = text.search(/\S/);
  if (text[start] === "{" || text[start] === "[") return openJson(text, start);
  if (text[start] === "<") return openMarkup(text, start);
  return { ok: true, kind: "ncd", text: content };
}

const FOREIGN: readonly (readonly [prefix: string, what: string])[] = [
  ["%PDF-", "a PDF file"],
  // What a decoder makes of the first byte of a PNG file when it takes it for text.
  ["\ufffdPNG\r\n", "a PNG image"],
  ["\ufffd\ufffd\ufffd\ufffd\0", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["\\documentclass", "a LaTeX file"],
  ["\\begin{", "a LaTeX file"],
  ["import torch", "a Python file"],
  ["#!/", "a script"],
];

function foreignKind(text: string): string | undefined {
  const known = FOREIGN.find(([prefix]) => text.startsWith(prefix));
  if (known !== undefined) return known[1];
  return text.startsWith("PK\u0003\u0004") ? "a compressed archive" : undefined;
}

function openJson(text: string, start: number): OpenedFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = positionIn(text, error instanceof Error ? error.message : "");
    const cut = at >= text.trimEnd().length;
    return refuse(
      cut ? "This JSON file is cut off." : "This file starts as JSON, but breaks off here.",
      text,
      cut ? text.trimEnd().length : at,
    );
  }
  const format = fieldOf(value, "format");
  if (format !== "axisloom") {
    return refuse("This is JSON, but its `format` is not `axisloom`.", text, start);
  }
  const version = fieldOf(value, "version");
  if (version !== JSON_VERSION) {
    const needs = typeof version === "number" ? `is version ${version}` : "names no version";
    const says = `This JSON file ${needs}; version ${JSON_VERSION} is known here.`;
    return refuse(says, text, start);
  }
  const source = fieldOf(value, "text");
  if (typeof source !== "string") {
    return refuse("This JSON file has no `text` that holds the diagram.", text, start);
  }
  return { ok: true, kind: "json", text: source };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** Where a JSON reader says it stopped; the wording differs between machines. */
function positionIn(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, line, column] = /at line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) {
    const lines = text.split("\n").slice(0, Number(line) - 1);
    return lines.reduce((sum, before) => sum + before.length + 1, Number(column) - 1);
  }
  return /end|unterminated/i.test(message) ? text.length : 0;
}

function openMarkup(text: string, start: number): OpenedFile {
  const source = findSvgSource(text);
  switch (source.kind) {
    case "found":
      return { ok: true, kind: "svg", text: source.text };
    case "cut":
      return refuse("This SVG file is cut off.", text, source.at);
    case "foreign":
      return refuse(
        source.root === "svg"
          ? "This SVG file holds no source text; Axisloom did not export it."
          : `This is a file of markup (\`<${source.root}>\`), not a diagram of Axisloom.`,
        text,
        start,
      );
  }
}

function refuse(title: string, text: string, at: number): OpenedFile {
  const place = { span: spanAt(text, at) };
  return { ok: false, diagnostic: { code: "T01", severity: "error", title, place, why: [] } };
}

function spanAt(text: string, at: number): Span {
  const before = text.slice(0, Math.max(0, at)).split(/\r\n|\r|\n/);
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { line: before.length, column, endColumn: column + 1 };
}
