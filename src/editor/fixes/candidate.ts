import type { Diagnostic, SourceMap, Span } from "../../document/diagnostic.ts";
import type { Confidence } from "../../document/fix.ts";
import type { EditContext } from "../edit.ts";

/** What is needed to look for fixes: the text with all that was made of it. */
export interface FixContext extends EditContext {
  readonly text: string;
  readonly sources: SourceMap;
  /** The parser's and the typing's, all of them. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with another text under the same settings. */
  check(text: string): readonly Diagnostic[];
}

/** A fix that has not been tried. */
export interface Candidate {
  readonly title: string;
  readonly confidence: Confidence;
  /** It is what was meant, so that what this mistake has hidden does not count against it. */
  readonly mayReveal?: boolean;
  /** The whole text afterwards; absent where the change cannot be made. */
  apply(): string | undefined;
}

/** What might repair a mistake, the most probable first; lazy, since few are tried. */
export type Proposer = (context: FixContext, diagnostic: Diagnostic) => Iterable<Candidate>;

/** Where a diagnostic stands in the text. */
export function spanOf({ sources }: FixContext, { place }: Diagnostic): Span | undefined {
  if (place.span !== undefined) return place.span;
  const narrow =
    place.part === undefined ? undefined : sources.get(`${place.node ?? ""}#${place.part}`);
  return narrow ?? (place.node === undefined ? undefined : sources.get(place.node));
}

/** The characters of a span in the text. */
function rangeOf(text: string, span: Span): { readonly from: number; readonly to: number } {
  const start = lineStart(text, span.line);
  return { from: start + span.column - 1, to: start + span.endColumn - 1 };
}

/** The words of a span. */
export function wordsAt({ text }: FixContext, span: Span): string {
  const { from, to } = rangeOf(text, span);
  return text.slice(from, to);
}

/** The text with a span replaced. */
export function withSpan({ text }: FixContext, span: Span, by: string): string {
  const { from, to } = rangeOf(text, span);
  return text.slice(0, from) + by + text.slice(to);
}

function lineStart(text: string, line: number): number {
  if (line <= 1) return 0;
  let number = 1;
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
    number += 1;
    if (number === line) return index + end.length;
  }
  return text.length;
}
