import type { Document, LayoutLine } from "../../document/document.ts";
import { parse } from "../../language/parse.ts";
import { followLayout, type IdDeltas } from "../../language/reconcile.ts";

/** A text after typing, and what has become of the nodes of the document before. */
export interface FollowedText {
  readonly text: string;
  readonly ids: IdDeltas;
}

const HEADING = /^layout\s*:/;

/**
 * Lets the `layout:` lines of a text follow what was renamed by typing above them. A line that was
 * typed itself stays, and so does every other line of the text.
 */
export function followText(text: string, before: Document): FollowedText {
  const { document, ids } = parse(text, before);
  if (ids === undefined) throw new RangeError("There was a document before.");
  const layout = followLayout(document.layout, ids);
  const olds = new Set(before.layout.map(keyOf));
  const lines = text.split("\n");
  const heading = lines.findIndex((line) => HEADING.test(line));
  document.layout.forEach((line, at) => {
    const now = layout[at];
    if (now === undefined || now === line || !olds.has(keyOf(line))) return;
    const place = lines.findIndex((each, index) => index > heading && each.includes(keyOf(line)));
    if (place >= 0) lines[place] = lines[place]?.replace(keyOf(line), () => keyOf(now)) ?? "";
  });
  return { text: lines.join("\n"), ids };
}

/** The part of a layout line that names what it is about, as it is written. */
function keyOf(line: LayoutLine): string {
  if (line.kind === "open") return `open ${line.node}`;
  if (line.kind === "detail") return `detail ${line.block}`;
  if (line.kind !== "label") return "";
  const block = line.block === "" ? "" : `${line.block}/`;
  return `label ${block}${line.of} ${line.name}`;
}
