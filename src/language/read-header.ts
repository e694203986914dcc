import type { Cursor } from "../../shapes/cursor.ts";
import type { HeaderLine } from "../document/document.ts";
import { readQuoted } from "./quoted.ts";
import { HEADER_WORDS, type HeaderWord } from "./words.ts";

/** The newest version of the language that is read here. */
export const LANGUAGE_VERSION = 1;

const VERSION = /[1-9][0-9]{0,8}/y;

/** What a header line says, without the text around it. */
export type HeaderContent =
  | Pick<HeaderLine & { kind: "version" }, "kind" | "version">
  | Pick<HeaderLine & { kind: "diagram" | "source" | "note" }, "kind" | "text">
  | Pick<HeaderLine & { kind: "main" }, "kind" | "block">;

/** The header word that a line starts with; a line that defines an array of that name has none. */
export function headerWordOf(cursor: Cursor): HeaderWord | undefined {
  const start = cursor.position;
  const name = cursor.takeName();
  const word = HEADER_WORDS.find((known) => known === name);
  cursor.skipSpaces();
  const isArray = cursor.sees("[") || cursor.sees("=") || cursor.sees(",");
  cursor.position = start;
  return isArray ? undefined : word;
}

/** Reads a line whose header word is known; complaints are thrown, as `reading` expects. */
export function readHeaderLine(cursor: Cursor, word: HeaderWord): HeaderContent {
  cursor.takeName();
  cursor.skipSpaces();
  const content = readContent(cursor, word);
  cursor.expectEnd("of the line");
  return content;
}

function readContent(cursor: Cursor, word: HeaderWord): HeaderContent {
  switch (word) {
    case "ncd":
      return { kind: "version", version: readVersion(cursor) };
    case "main":
      return { kind: "main", block: cursor.expectName("the name of a block after `main`") };
    case "diagram":
    case "source":
    case "note":
      return { kind: word, text: readQuoted(cursor) };
  }
}

function readVersion(cursor: Cursor): number {
  const digits = cursor.takePattern(VERSION);
  if (digits === undefined) return cursor.complainExpected("the number of a version after `ncd`");
  return Number(digits);
}
