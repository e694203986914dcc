import type { Document, LayoutLine } from "../document/document.ts";
import { followLayout } from "../language/follow-layout.ts";
import { printLayoutContent } from "../language/read-layout.ts";
import { type IdDeltas, reconcile } from "../language/reconcile.ts";
import { rememberLines } from "../language/remember-lines.ts";
import { commentStart } from "../language/source-lines.ts";

/** A text after typing, and what has become of the nodes of the document before. */
export interface FollowedText {
  readonly text: string;
  readonly ids: IdDeltas;
  /** What the next typing is compared with: lines that cannot be read are as they last could. */
  readonly remembered: Document;
}

const HEADING = /^layout\s*:/;

/**
 * Lets the `layout:` lines of a text follow what was renamed by typing above them. A line that was
 * typed itself stays, and so does every other line of the text.
 */
export function followText(text: string, document: Document, before: Document): FollowedText {
  const remembered = rememberLines(document, before);
  const ids = reconcile(remembered, before);
  const olds = new Set(before.layout.map(printLayoutContent));
  const followed = followLayout(document.layout, ids);
  const layout = document.layout.map((line, at) =>
    olds.has(printLayoutContent(line)) ? (followed[at] ?? line) : line,
  );
  return {
    text: withLayout(text, document.layout, layout),
    ids,
    remembered: { ...remembered, layout },
  };
}

function withLayout(
  text: string,
  before: readonly LayoutLine[],
  after: readonly LayoutLine[],
): string {
  if (before.every((line, at) => line === after[at])) return text;
  const lines = text.split("\n");
  const heading = lines.findIndex((line) => HEADING.test(line));
  const places = lines.flatMap((line, at) => (at > heading && /^\s*[^\s#]/.test(line) ? [at] : []));
  // Two sections, or something else below the section: no line can be told from another.
  if (heading < 0 || places.length !== before.length) return text;
  after.forEach((line, index) => {
    const at = places[index] ?? -1;
    const old = lines[at];
    if (old !== undefined && line !== before[index]) lines[at] = withContent(old, line);
  });
  return lines.join("\n");
}

function withContent(old: string, line: LayoutLine): string {
  const indent = /^\s*/.exec(old)?.[0] ?? "";
  const comment = commentStart(old);
  const code = comment === undefined ? old : old.slice(0, comment);
  const gap = /\s*$/.exec(code)?.[0] ?? "";
  return `${indent}${printLayoutContent(line)}${gap}${comment === undefined ? "" : old.slice(comment)}`;
}
