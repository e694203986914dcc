import type { Diagnostic } from "../../document/diagnostic.ts";
import { prosePieces } from "../../draw/inline-maths.ts";
import { texComplaint } from "../../draw/typeset.ts";
import { type Candidate, type FixContext, spanOf } from "./candidate.ts";
import { withBraces } from "./label.ts";
import { lineText, withLineText, withoutLine } from "./lines.ts";

/** A command of LaTeX that a file reads as a line break and the rest of its name. */
const BROKEN = /(^|[^\\])(\\n[a-zA-Z])/g;

/** What makes the maths of a remark or title one that can be set, or words, or takes the line away. */
export function* otherMaths(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const span = spanOf(context, diagnostic);
  if (span === undefined) return;
  const { line } = span;
  const change = (from: string, to: string) => () =>
    withLineText(context, line, (old) => old.replace(from, () => to));
  const pieces = prosePieces(lineText(context, line));
  for (const { kind, text } of pieces) {
    if (kind === "words") continue;
    const written = `$${text}$`;
    const whole = text.replace(BROKEN, "$1\\$2");
    if (whole !== text) {
      yield {
        title: `Write \`$${whole}$\``,
        confidence: "likely",
        apply: change(written, `$${whole}$`),
      };
    }
    if (texComplaint(text) === undefined) continue;
    const braced = `$${withBraces(text)}$`;
    yield { title: `Write \`${braced}\``, confidence: "likely", apply: change(written, braced) };
    const escaped = `\\$${text}\\$`;
    yield {
      title: `Write \`${escaped}\`, which is no maths`,
      confidence: "asks",
      apply: change(written, escaped),
    };
  }
  yield { title: "Remove the line", confidence: "asks", apply: () => withoutLine(context, line) };
}
