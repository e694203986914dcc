import { Cursor, reading } from "../../shapes/cursor.ts";
import type { LayoutLine, LineText } from "../document/document.ts";
import { type FigureRow, printFigureRow, readFigureRow } from "./figure-row.ts";
import { type Furniture, printFurniture, readFurniture } from "./furniture.ts";
import { type LedLine, type LineReader, splitComment } from "./line-reader.ts";
import { quoteTex, readQuotedTex } from "./quoted.ts";
import type { SourceLine } from "./source-lines.ts";

/** What a layout line says, without the text around it. */
export type LayoutContent =
  | Pick<LayoutLine & { kind: "open" }, "kind" | "node">
  | Pick<LayoutLine & { kind: "place" }, "kind" | "node" | "wish">
  | Pick<LayoutLine & { kind: "label" }, "kind" | "block" | "of" | "name" | "tex">
  | Pick<LayoutLine & { kind: "detail" }, "kind" | "block" | "level">
  | Furniture
  | FigureRow
  | Pick<LayoutLine & { kind: "theme" }, "kind" | "theme">
  | Pick<LayoutLine & { kind: "wrap" }, "kind" | "width">
  | Pick<LayoutLine & { kind: "other" }, "kind" | "text">;

const LABELLED = ["axis", "array", "size", "custom"] as const;
const LEVELS = ["axes", "arrays", "blocks"] as const;
const THEMES = ["light", "dark", "print"] as const;
const NODE = /[^\s"#]+/y;
const HEIGHT = /0|-?[1-9][0-9]{0,5}/y;
const WIDTH = /(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{0,5}[1-9])?/y;

const HEAD = /^layout *: *(?:#|$)/;

/** A layout line and where it stands. */
export interface PlacedLine {
  readonly line: SourceLine;
  readonly content: LayoutLine;
}

/** Whether a line starts the layout section. */
export function isLayoutHead(line: SourceLine): boolean {
  return line.indent === 0 && line.fault === undefined && HEAD.test(line.text);
}

/** Reads a layout section, if the next line starts one, up to the next line that is not indented. */
export function readLayoutSection(reader: LineReader): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  let moved: readonly string[] = [];
  let indent: number | undefined;
  for (let line = reader.peek(); line !== undefined; line = reader.peek()) {
    if (isLayoutHead(line)) {
      const { lead, comment } = splitComment(reader.take()).text;
      const first = lines.length === 0 && indent === undefined;
      moved = [...moved, ...(first ? [] : lead), ...(comment ? [`# ${comment}`] : [])];
      continue;
    }
    if (line.indent === 0) break;
    indent ??= line.indent;
    lines.push({ line, content: readSectionLine(reader, reader.take(), moved, indent) });
    moved = [];
  }
  return lines;
}

function readSectionLine(
  reader: LineReader,
  led: LedLine,
  moved: readonly string[],
  indent: number,
): LayoutLine {
  const { line } = led;
  const { code, text } = splitComment(led);
  const around = moved.length === 0 ? text : withLead(text, moved);
  if (line.fault !== undefined) {
    reader.report(line, line.fault);
    const { comment: _, ...whole } = around;
    return { ...whole, kind: "other", text: line.text };
  }
  const content = reading(() => {
    const cursor = new Cursor(code);
    if (line.indent > indent) refuseDeeper(cursor);
    return readLayoutLine(cursor);
  });
  if (content.ok) return { ...content.value, ...around };
  reader.report(line, content.complaint, "info");
  const extra = " ".repeat(Math.max(0, line.indent - indent));
  return { ...around, kind: "other", text: extra + code };
}

function withLead(text: LineText, moved: readonly string[]): LineText {
  const verbatim = [...moved, text.verbatim].join("\n");
  return { ...text, lead: [...moved, ...text.lead], verbatim };
}

function refuseDeeper(cursor: Cursor): never {
  return cursor.complain("This version does not know indented layout lines and keeps them.", 0);
}

/** Reads a line of the layout section; complaints are thrown, as `reading` expects. */
function readLayoutLine(cursor: Cursor): LayoutContent {
  const word = cursor.takeName();
  cursor.skipSpaces();
  const content = readContent(cursor, word);
  cursor.expectEnd("of the line");
  return content;
}

function readContent(cursor: Cursor, word: string | undefined): LayoutContent {
  switch (word) {
    case "open":
      return { kind: "open", node: takeNode(cursor) };
    case "place":
      return readPlace(cursor);
    case "label":
      return readLabel(cursor);
    case "detail":
      return readDetail(cursor);
    case "plate":
    case "callout":
    case "title":
    case "picture":
    case "halo":
    case "below":
    case "legend":
    case "equation":
    case "columns":
    case "cups":
      return readFurniture(cursor, word);
    case "figure":
      return readFigureRow(cursor);
    case "theme":
      return { kind: "theme", theme: readWord(cursor, THEMES) };
    case "wrap":
      return { kind: "wrap", width: readWidth(cursor) };
    default:
      return cursor.complain("This version does not know this layout statement and keeps it.", 0);
  }
}

function takeNode(cursor: Cursor): string {
  return cursor.takePattern(NODE) ?? cursor.complainExpected("a node such as `Block/NAME`");
}

function readPlace(cursor: Cursor): LayoutContent {
  const node = takeNode(cursor);
  cursor.skipSpaces();
  if (cursor.takeWord("before")) {
    cursor.skipSpaces();
    return { kind: "place", node, wish: { kind: "before", other: takeNode(cursor) } };
  }
  if (!cursor.take("dy=")) cursor.complainOneOf(["dy=", "before"]);
  const height = cursor.takePattern(HEIGHT) ?? cursor.complainExpected("a whole number");
  return { kind: "place", node, wish: { kind: "height", dy: Number(height) } };
}

function readWidth(cursor: Cursor): number {
  return Number(cursor.takePattern(WIDTH) ?? cursor.complainExpected("a width"));
}

function readLabel(cursor: Cursor): LayoutContent {
  const start = cursor.position;
  const name = cursor.takeName();
  let block = "";
  if (name !== undefined && cursor.take("/")) block = name;
  else cursor.position = start;
  const of = readWord(cursor, LABELLED);
  cursor.skipSpaces();
  const what = of === "custom" ? "custom function" : of;
  const labelled = cursor.expectName(`the name of the ${what}`);
  cursor.skipSpaces();
  return { kind: "label", block, of, name: labelled, tex: readQuotedTex(cursor) };
}

/** One word is the level of the whole file, two are a block and its level. */
function readDetail(cursor: Cursor): LayoutContent {
  const start = cursor.position;
  const block = cursor.takeName();
  cursor.skipSpaces();
  if (block !== undefined && !cursor.atEnd) {
    return { kind: "detail", block, level: readWord(cursor, LEVELS) };
  }
  cursor.position = start;
  return { kind: "detail", block: "", level: readWord(cursor, LEVELS) };
}

function readWord<Word extends string>(cursor: Cursor, words: readonly Word[]): Word {
  const found = words.find((word) => cursor.takeWord(word));
  return found ?? cursor.complainOneOf(words);
}

/** The canonical text of a layout line, without its comment. */
export function printLayoutContent(line: LayoutContent): string {
  switch (line.kind) {
    case "open":
      return `open ${line.node}`;
    case "place":
      return line.wish.kind === "height"
        ? `place ${line.node} dy=${line.wish.dy}`
        : `place ${line.node} before ${line.wish.other}`;
    case "label": {
      const block = line.block === "" ? "" : `${line.block}/`;
      return `label ${block}${line.of} ${line.name} ${quoteTex(line.tex)}`;
    }
    case "detail":
      return line.block === "" ? `detail ${line.level}` : `detail ${line.block} ${line.level}`;
    case "plate":
    case "callout":
    case "title":
    case "picture":
    case "halo":
    case "below":
    case "legend":
    case "equation":
    case "columns":
    case "guides":
    case "cups":
      return printFurniture(line);
    case "figure":
      return printFigureRow(line);
    case "theme":
      return `theme ${line.theme}`;
    case "wrap":
      return `wrap ${line.width}`;
    case "other":
      return line.text;
  }
}
