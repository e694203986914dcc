import type { Complaint } from "../../shapes/cursor.ts";

/** One line of a file, without its indentation and its line break. */
export interface SourceLine {
  /** Counts from 1. */
  readonly number: number;
  /** In spaces; a tab counts as one level. */
  readonly indent: number;
  /** Tabs are spaces here; trailing spaces are kept. */
  readonly text: string;
  /** How many characters of indentation the author wrote, to count columns in the author's file. */
  readonly shift: number;
  /** Set when the line cannot be read at all; columns count in `text`. */
  readonly fault?: Complaint;
}

/** The longest line that is read, in characters. */
export const LINE_LIMIT = 100_000;

const BREAK = /\r\n|\r|\n/;
/** A byte-order mark in the middle comes from files that were joined. */
const INDENTATION = /^[\ufeff \t]*/;
const TAB_OR_MARK = /[\ufeff\t]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/;

/** Spaces that stand for a character of indentation, where it is not one. */
const INDENT_WIDTHS: ReadonlyMap<string, number> = new Map([
  ["\t", 2],
  ["\ufeff", 0],
]);

/** The lines of a file; a final line break ends the last line and does not start another. */
export function splitLines(text: string): readonly SourceLine[] {
  const lines = text.replace(/^\ufeff/, "").split(BREAK);
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => readLine(line, index + 1));
}

/** A file as it is written back: spaces for tabs, one kind of line break, no byte-order mark. */
export function normaliseText(text: string): string {
  return splitLines(text)
    .map((line) => (isBlank(line) ? "\n" : `${" ".repeat(line.indent)}${line.text}\n`))
    .join("");
}

/** The text without spaces at its end; other white space stays, since it is no space to a reader. */
export function dropEndSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === " ") end -= 1;
  return text.slice(0, end);
}

/** The text without spaces at either end. */
export function dropSpaces(text: string): string {
  let start = 0;
  while (text[start] === " ") start += 1;
  return dropEndSpaces(text.slice(start));
}

/** Whether a line holds nothing but spaces. */
export function isBlank(line: SourceLine): boolean {
  return line.fault === undefined && line.text === "";
}

/** Whether a line holds nothing but a comment. */
export function isComment(line: SourceLine): boolean {
  return line.fault === undefined && line.text.startsWith("#");
}

function readLine(line: string, number: number): SourceLine {
  const indentation = INDENTATION.exec(line)?.[0] ?? "";
  const shift = indentation.length;
  const indent = TAB_OR_MARK.test(indentation) ? widthOf(indentation) : shift;
  const rest = shift === 0 ? line : line.slice(shift);
  const text = rest.includes("\t") ? rest.replaceAll("\t", " ") : rest;
  const fault = faultOf(text);
  return { number, indent, text, shift, ...(fault && { fault }) };
}

function widthOf(indentation: string): number {
  let width = 0;
  for (const character of indentation) width += INDENT_WIDTHS.get(character) ?? 1;
  return width;
}

function faultOf(text: string): Complaint | undefined {
  if (text.length > LINE_LIMIT) {
    const says = `This line has ${text.length} characters; at most ${LINE_LIMIT} are read.`;
    return { says, column: LINE_LIMIT + 1, endColumn: text.length + 1 };
  }
  const at = text.search(CONTROL);
  if (at < 0) return undefined;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  const says = `The control character U+${code} cannot stand in a file.`;
  return { says, column: at + 1, endColumn: at + 2 };
}

/** Where the comment of a line starts, at its `#`; a `#` inside a string starts none. */
export function commentStart(text: string): number | undefined {
  if (!text.includes("#")) return undefined;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "#" && !quoted) return at;
    if (character === '"') quoted = !quoted;
    else if (character === "\\" && quoted) at += 1;
  }
  return undefined;
}
