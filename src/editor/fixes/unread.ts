import type { Diagnostic } from "../../document/diagnostic.ts";
import { nearestWord } from "../../language/words.ts";
import { type Candidate, type FixContext, spanOf } from "./candidate.ts";
import { otherLabel } from "./label.ts";
import { lineText, withLineText, withoutLine } from "./lines.ts";
import { otherMaths } from "./maths.ts";

/** A line that cannot be read: what is missing is inserted, what is too much goes. */
export function* unreadLine(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  if (diagnostic.place.node === "layout") {
    const line = spanOf(context, diagnostic)?.line ?? 0;
    const isLabel = /^\s*label\b/.test(lineText(context, line));
    yield* isLabel ? otherLabel(context, diagnostic) : otherMaths(context, diagnostic);
    return;
  }
  const span = spanOf(context, diagnostic);
  if (span === undefined) return;
  const { line } = span;
  const text = lineText(context, line);
  const start = Math.min(span.column - 1, text.length);
  const end = Math.max(start, Math.min(span.endColumn - 1, text.length));
  const change = (changed: string) => () => withLineText(context, line, () => changed);
  yield* otherWord(text, change);
  for (const token of expectedIn(diagnostic)) {
    const before = text.slice(0, start).trimEnd();
    const gap = /^[=\->]/.test(token) ? " " : "";
    const inserted = `${before}${gap}${token}${gap}${text.slice(start)}`.trimEnd();
    yield { title: `Insert \`${token}\``, confidence: "likely", apply: change(inserted) };
  }
  const closing = closingOf(text);
  if (closing !== "") {
    yield { title: `Insert \`${closing}\``, confidence: "likely", apply: change(text + closing) };
  }
  const found = text.slice(start, end);
  if (found.trim() !== "") {
    const without = text.slice(0, start).trimEnd() + text.slice(end);
    const spaced = `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trimEnd();
    for (const changed of [spaced, without]) {
      yield { title: `Remove \`${found.trim()}\``, confidence: "likely", apply: change(changed) };
    }
  }
  yield* otherIndent(context, line, text);
  yield {
    title: "Turn the line into a comment",
    confidence: "asks",
    apply: change(text.replace(/^\s*/, (indent) => `${indent}# `)),
  };
  yield { title: "Remove the line", confidence: "asks", apply: () => withoutLine(context, line) };
}

function* otherWord(
  text: string,
  change: (changed: string) => () => string | undefined,
): Iterable<Candidate> {
  const word = /^\s*([A-Za-z]+)/.exec(text)?.[1];
  const near = word === undefined ? undefined : nearestWord(word);
  if (word === undefined || near === undefined || near === word) return;
  yield {
    title: `Write \`${near}\` instead of \`${word}\``,
    confidence: "likely",
    apply: change(text.replace(word, near)),
  };
}

/** What a message says it expected, as far as that are signs. */
function expectedIn({ facts }: Diagnostic): readonly string[] {
  const tokens = facts?.kind === "expected" ? facts.tokens : [];
  return tokens.filter((token) => /^[^\w\s]+$/.test(token));
}

/** The brackets that a line leaves open, closed in order. */
function closingOf(text: string): string {
  const open: string[] = [];
  for (const character of text.replace(/"(?:[^"\\]|\\.)*"/g, "").replace(/#.*$/, "")) {
    if (character === "(") open.push(")");
    if (character === "[") open.push("]");
    if (character === ")" || character === "]") open.pop();
  }
  return open.toReversed().join("");
}

function* otherIndent(context: FixContext, line: number, text: string): Iterable<Candidate> {
  const own = text.length - text.trimStart().length;
  const above = lineText(context, line - 1);
  const outer = above.length - above.trimStart().length;
  for (const indent of new Set([outer, outer + 2, 0])) {
    if (indent === own) continue;
    yield {
      title: indent < own ? "Indent the line less" : "Indent the line more",
      confidence: "likely",
      apply: () => withLineText(context, line, () => " ".repeat(indent) + text.trimStart()),
    };
  }
}

/** A word of the language as a name: `_` makes it one. */
export function* reservedWord(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const { facts } = diagnostic;
  const span = spanOf(context, diagnostic);
  if (span === undefined || facts?.kind !== "name") return;
  const { name: word } = facts;
  const all = new RegExp(`(?<![\\w'])${word}(?![\\w'])`, "g");
  const title = `Call it \`${word}_\``;
  yield {
    title,
    confidence: "safe",
    apply() {
      const lines = context.text.split("\n");
      const isStart = (text: string) => new RegExp(`^\\s*${word}\\s+[A-Za-z]`).test(text);
      return lines
        .map((text, at) =>
          at >= span.line - 1 && !isStart(text) ? text.replace(all, `${word}_`) : text,
        )
        .join("\n");
    },
  };
  yield {
    title,
    confidence: "safe",
    apply: () =>
      withLineText(
        context,
        span.line,
        (old) => `${old.slice(0, span.column - 1)}${word}_${old.slice(span.endColumn - 1)}`,
      ),
  };
}
