import type { LineReader } from "./line-reader.ts";
import type { PlacedLine } from "./read-layout.ts";

const QUOTING: ReadonlySet<string> = new Set([
  "label",
  "plate",
  "title",
  "callout",
  "picture",
  "figure",
]);

/**
 * Notes where each line of the layout stands, as the part `line N` of the node `layout`, N counting
 * from 0 among the lines that the document keeps: of a line with a text only what is in quotes.
 */
export function noteLayoutLines(reader: LineReader, layout: readonly PlacedLine[]): void {
  for (const [at, { line, content }] of layout.entries()) {
    const { text, number, shift } = line;
    const quote = QUOTING.has(content.kind) ? text.indexOf('"') : -1;
    const start = quote < 0 ? 0 : quote + 1;
    const end = quote < 0 ? text.length : Math.max(start, text.lastIndexOf('"'));
    reader.spans.note("layout", `line ${at}`, number, start + 1 + shift, end + 1 + shift);
  }
}
