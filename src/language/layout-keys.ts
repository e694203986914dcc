import type { LayoutLine } from "../document/document.ts";
import { nodesOf } from "../document/layout-nodes.ts";
import { isNameLine } from "../document/name-line.ts";
import { isGlyphPart, namedPart } from "../document/named-part.ts";
import type { LineReader } from "./line-reader.ts";
import type { PlacedLine } from "./read-layout.ts";

/** Remarks on the lines of a layout section that name nothing in the file; they are kept. */
export function checkLayoutKeys(reader: LineReader, layout: readonly PlacedLine[]): void {
  const keyed = layout.filter(({ content }) => keysOf(content).length > 0);
  if (keyed.length === 0) return;
  const known = knownKeys(reader);
  for (const { line, content } of keyed) {
    const isKnown = keysOf(content).every((key) => known.has(key) || isPart(content, key, known));
    if (isKnown || isFileSize(content, known)) continue;
    const says = "This line names nothing in the file; it is kept.";
    reader.report(line, { says, column: 1, endColumn: line.text.length + 1 }, "info");
  }
}

/** What a line is about: nodes, or a part of a block such as `F/#axis t`. */
function keysOf(line: LayoutLine): readonly string[] {
  if (line.kind === "open" || line.kind === "below") return [line.node];
  if (line.kind === "place") {
    return line.wish.kind === "before" ? [line.node, line.wish.other] : [line.node];
  }
  if (line.kind === "plate") return line.nodes;
  if (line.kind === "callout" || line.kind === "title" || line.kind === "picture") {
    return nodesOf(line);
  }
  if (line.kind === "figure") return line.parts.map(({ block }) => `block:${block}`);
  if (line.kind === "detail") return line.block === "" ? [] : [`block:${line.block}`];
  if (!isNameLine(line)) return [];
  if (line.of === "custom") return [line.block === "" ? `custom:${line.name}` : ""];
  const part = line.of === "array" ? "result" : "axis";
  return [`${line.block === "" ? "" : `${line.block}/`}#${part} ${line.name}`];
}

/**
 * A part of an operation may be pointed at, and an array may be placed or pointed at that has no line
 * of its own, as one that comes into a block.
 */
function isPart({ kind }: LayoutLine, key: string, known: ReadonlySet<string>): boolean {
  if (kind !== "place" && kind !== "callout" && kind !== "plate" && kind !== "picture")
    return false;
  const found = namedPart(key);
  const isOfGlyph = found !== undefined && isGlyphPart(found.part);
  if (isOfGlyph) return kind !== "place" && kind !== "picture" && known.has(found.of);
  const array = found?.of ?? key;
  const block = array.slice(0, array.indexOf("/") + 1);
  return known.has(`${block}#result ${array.slice(block.length)}`);
}

/** The sizes of the file are known in every block. */
function isFileSize(line: LayoutLine, known: ReadonlySet<string>): boolean {
  return line.kind === "label" && line.of === "size" && known.has(`#axis ${line.name}`);
}

function knownKeys(reader: LineReader): ReadonlySet<string> {
  const known = new Set<string>();
  for (const key of reader.spans.keys()) {
    const [id = "", part] = key.split("#");
    known.add(id);
    const double = /(?:^|\/)multi:(.*)$/.exec(id)?.[1];
    if (double !== undefined) known.add(`${blockOf(id)}#axis ${double}`);
    if (part !== undefined) known.add(`${blockOf(id)}#${part}`);
  }
  return known;
}

/** The block that a node stands in as its ids begin: `F/`; what a block's line names is in it. */
function blockOf(id: string): string {
  const block = /^(?:block|custom):(.*)$/.exec(id)?.[1];
  return block === undefined ? id.slice(0, id.indexOf("/") + 1) : `${block}/`;
}
