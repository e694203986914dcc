import type { Candidate, FixContext } from "./candidate.ts";
import type { Site } from "./site.ts";

/** The index of a repeat that has the name of the one around it: another letter in all of its lines. */
export function* otherIndex(
  context: FixContext,
  { statement }: Site,
  name: string,
): Iterable<Candidate> {
  const span = context.sources.get(statement.id);
  if (statement.kind !== "repeat" || span === undefined) return;
  const fresh = [..."ijklmnpq"].find((letter) => !isWord(context.text, letter));
  if (fresh === undefined) return;
  yield {
    title: `Call the inner index \`${fresh}\``,
    confidence: "likely",
    apply: () => withIndex(context.text, span.line, name, fresh),
  };
}

function isWord(text: string, name: string): boolean {
  return wordOf(name).test(text);
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w'])${name}(?![\\w'])`, "g");
}

/** The text with a name replaced in the loop that begins at a line, its header and its body. */
function withIndex(text: string, line: number, from: string, to: string): string {
  const lines = text.split("\n");
  const indentOf = (row: string): number => row.search(/\S|$/);
  const head = lines[line - 1] ?? "";
  const after = lines.findIndex(
    (row, at) => at >= line && row.trim() !== "" && indentOf(row) <= indentOf(head),
  );
  const end = after < 0 ? lines.length : after;
  return lines
    .map((row, at) => (at >= line - 1 && at < end ? row.replace(wordOf(from), to) : row))
    .join("\n");
}
