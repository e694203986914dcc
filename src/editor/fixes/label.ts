import type { Diagnostic } from "../../document/diagnostic.ts";
import { type Candidate, type FixContext, spanOf } from "./candidate.ts";
import { lineText, withLineText, withoutLine } from "./lines.ts";

/** What makes a label one that can be set: braces in pairs, no stray backslash, or no label at all. */
export function* otherLabel(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const span = spanOf(context, diagnostic);
  if (span === undefined) return;
  const { line, column, endColumn } = span;
  const text = lineText(context, line);
  const tex = text.slice(column - 1, endColumn - 1);
  const instead = (changed: string) => () =>
    withLineText(
      context,
      line,
      () => `${text.slice(0, column - 1)}${changed}${text.slice(endColumn - 1)}`,
    );
  const braced = withBraces(tex);
  yield { title: `Write \`${braced}\``, confidence: "likely", apply: instead(braced) };
  const plain = tex.replace(/\\[a-zA-Z]+ ?/g, "").replace(/[\\{}^_&#%$~]/g, "");
  if (plain.trim() !== "") {
    yield { title: `Write \`${plain}\``, confidence: "asks", apply: instead(plain) };
  }
  yield {
    title: "Remove the label",
    confidence: "likely",
    apply: () => withoutLine(context, line),
  };
}

/** The text with braces that close what is open, and without those that close nothing. */
export function withBraces(tex: string): string {
  let open = 0;
  let kept = "";
  for (const [part] of tex.matchAll(/\\.|[^\\]|\\$/gs)) {
    if (part === "}" && open === 0) continue;
    if (part === "{") open++;
    if (part === "}") open--;
    kept += part;
  }
  const closed = kept + "}".repeat(open);
  return closed.replace(/[\^_]$/, "");
}
