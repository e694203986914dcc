import type { Cursor } from "../../shapes/cursor.ts";

const PLAIN = /[^"\\]+/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no control character may reach a file
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** Reads a string in double quotes, in which `\"`, `\\` and `\n` stand for a character. */
export function readQuoted(cursor: Cursor): string {
  return readString(cursor, (character, start) => {
    if (character === "n") return "\n";
    if (character === '"' || character === "\\") return character;
    return cursor.complain(
      `\`\\${character}\` means nothing in a string; there are \`\\"\`, \`\\\\\` and \`\\n\`.`,
      start,
      start + 2,
    );
  });
}

/** Reads LaTeX in double quotes, in which only `\"` and `\\` stand for another character. */
export function readQuotedTex(cursor: Cursor): string {
  return readString(cursor, (character) =>
    character === '"' || character === "\\" ? character : `\\${character}`,
  );
}

/** Reads words with LaTeX in them: `\n` is a line break, other backslashes stand for themselves. */
export function readQuotedProse(cursor: Cursor): string {
  return readString(cursor, (character) => {
    if (character === "n") return "\n";
    return character === '"' || character === "\\" ? character : `\\${character}`;
  });
}

function readString(cursor: Cursor, escaped: (character: string, start: number) => string): string {
  const start = cursor.position;
  if (!cursor.take('"')) cursor.complainExpected("a text in double quotes");
  let text = "";
  for (;;) {
    text += cursor.takePattern(PLAIN) ?? "";
    if (cursor.take('"')) return text;
    const backslash = cursor.position;
    cursor.take("\\");
    if (cursor.atEnd) {
      cursor.complain('This text lacks its closing `"`.', start, cursor.text.length);
    }
    const character = String.fromCodePoint(cursor.text.codePointAt(cursor.position) ?? 0);
    cursor.take(character);
    text += escaped(character, backslash);
  }
}

/** The text as a string of the language. */
export function quote(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(CONTROL, " ");
  return `"${escaped}"`;
}

/** LaTeX as a string of the language; a backslash stays single where it can. */
export function quoteTex(tex: string): string {
  const escaped = tex.replace(CONTROL, " ").replace(/\\(?=[\\"]|$)|"/g, "\\$&");
  return `"${escaped}"`;
}

/** Words with LaTeX in them as a string of the language; a backslash stays single where it can. */
export function quoteProse(text: string): string {
  const escaped = text
    .replace(/\r\n?/g, "\n")
    .replace(/\\(?=[\\"n\n]|$)|"/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(CONTROL, " ");
  return `"${escaped}"`;
}
