import type { Cursor } from "../../shapes/cursor.ts";
import { CORNERS, type Corner, type LayoutLine, PLATE_COLOURS } from "../document/document.ts";
import { readStepColour } from "./figure-row.ts";
import { quoteProse, quoteTex, readQuotedProse, readQuotedTex } from "./quoted.ts";

/** A layout line about something that an author puts around the figure. */
export type Furniture =
  | Pick<LayoutLine & { kind: "plate" }, "kind" | "role" | "cut" | "title" | "nodes">
  | Pick<LayoutLine & { kind: "callout" }, "kind" | "node" | "at" | "text">
  | Pick<LayoutLine & { kind: "title" }, "kind" | "node" | "text">
  | Pick<LayoutLine & { kind: "picture" }, "kind" | "node" | "row" | "added" | "from" | "words">
  | Pick<LayoutLine & { kind: "halo" }, "kind" | "block" | "of" | "name">
  | Pick<LayoutLine & { kind: "below" }, "kind" | "node">
  | Pick<LayoutLine & { kind: "legend" }, "kind" | "lines">
  | Pick<LayoutLine & { kind: "equation" | "columns" | "guides" | "cups" }, "kind">;

const HALOED = ["axis", "array"] as const;
const NODE = /[^\s"#]+/y;
const COLOUR = /[a-z]+(?:-[a-z]+)*/y;
const ROW = /0|[1-9][0-9]{0,5}/y;
const OFFSET = /0|-?[1-9][0-9]{0,5}/y;

/** Reads what stands after `plate`, `callout`, `title`, `picture`, `halo`, `legend`, `equation`, `columns` or `cups`. */
export function readFurniture(
  cursor: Cursor,
  word: Exclude<Furniture["kind"], "guides">,
): Furniture {
  switch (word) {
    case "plate":
      return readPlate(cursor);
    case "callout":
      return readCallout(cursor);
    case "title":
      return readTitle(cursor);
    case "picture":
      return readPicture(cursor);
    case "halo":
      return readHalo(cursor);
    case "below":
      return { kind: "below", node: takeNode(cursor) };
    case "legend":
      return readLegend(cursor);
    case "equation":
      return { kind: "equation" };
    case "columns":
      if (cursor.takeWord("guided")) return { kind: "guides" };
      if (!cursor.takeWord("painted")) cursor.complainOneOf(["painted", "guided"]);
      return { kind: "columns" };
    case "cups":
      if (!cursor.takeWord("plain")) cursor.complainOneOf(["plain"]);
      return { kind: "cups" };
  }
}

/** `plate attention cut=se "Core" F/A F/B`: the colour, cut corners, the title, the nodes. */
function readPlate(cursor: Cursor): Furniture {
  const start = cursor.position;
  const word = cursor.takePattern(COLOUR);
  const role = PLATE_COLOURS.find((colour) => colour === word);
  if (role === undefined) {
    cursor.position = start;
    return cursor.complainExpected(`a colour: ${PLATE_COLOURS.join(", ")}`);
  }
  cursor.skipSpaces();
  const cut = cursor.take("cut=") ? readCorners(cursor) : undefined;
  cursor.skipSpaces();
  const title = readQuotedProse(cursor);
  const nodes: string[] = [];
  cursor.skipSpaces();
  while (!cursor.atEnd) {
    nodes.push(takeNode(cursor));
    cursor.skipSpaces();
  }
  if (nodes.length === 0) cursor.complainExpected("a node such as `Block/NAME`");
  return { kind: "plate", role, ...(cut && { cut }), title, nodes };
}

/** `se,sw`: corners, in any order. */
function readCorners(cursor: Cursor): readonly Corner[] {
  const found = new Set<Corner>();
  do {
    const corner = CORNERS.find((each) => cursor.takeWord(each));
    found.add(corner ?? cursor.complainExpected(`a corner: ${CORNERS.join(", ")}`));
  } while (cursor.take(","));
  return CORNERS.filter((corner) => found.has(corner));
}

const BLOCK = "block:";

/** `title UNet "U-Net"` of a block, `title UNet/repeat:X "Down scale block"` of a loop. */
function readTitle(cursor: Cursor): Furniture {
  const name = takeNode(cursor);
  const node = /[/:]/.test(name) ? name : BLOCK + name;
  cursor.skipSpaces();
  return { kind: "title", node, text: readQuotedProse(cursor) };
}

/** `callout F/A dx=2 dy=-6 "A remark"`; without `dx` and `dy` it looks for room itself. */
function readCallout(cursor: Cursor): Furniture {
  const node = takeNode(cursor);
  cursor.skipSpaces();
  if (!cursor.sees("dx=")) return { kind: "callout", node, text: readQuotedProse(cursor) };
  const dx = readOffset(cursor, "dx=");
  cursor.skipSpaces();
  const dy = readOffset(cursor, "dy=");
  cursor.skipSpaces();
  return { kind: "callout", node, at: { dx, dy }, text: readQuotedProse(cursor) };
}

/**
 * `picture F/output:Y row=2 added=broadcasting from=F/X "G"`: the array, the row that is picked out, the
 * colour of its first axis where that is added, and the array that an arrow comes from with its words.
 */
function readPicture(cursor: Cursor): Furniture {
  const node = takeNode(cursor);
  cursor.skipSpaces();
  const row = cursor.take("row=") ? readRow(cursor) : undefined;
  cursor.skipSpaces();
  const added = cursor.take("added=") ? readStepColour(cursor) : undefined;
  cursor.skipSpaces();
  const from = cursor.take("from=") ? takeNode(cursor) : undefined;
  cursor.skipSpaces();
  const words = from !== undefined && cursor.sees('"') ? readQuotedProse(cursor) : undefined;
  return {
    kind: "picture",
    node,
    ...(row !== undefined && { row }),
    ...(added && { added }),
    ...(from !== undefined && { from }),
    ...(words !== undefined && { words }),
  };
}

function readRow(cursor: Cursor): number {
  return Number(cursor.takePattern(ROW) ?? cursor.complainExpected("a whole number"));
}

/** `halo F/axis t` or `halo F/array S`: the block, absent at the top, and the axis or array. */
function readHalo(cursor: Cursor): Furniture {
  const start = cursor.position;
  const block = cursor.takeName();
  const isBlock = block !== undefined && cursor.take("/");
  if (!isBlock) cursor.position = start;
  const of = HALOED.find((word) => cursor.takeWord(word)) ?? cursor.complainOneOf(HALOED);
  cursor.skipSpaces();
  const name = cursor.expectName(`the name of the ${of}`);
  return { kind: "halo", block: isBlock ? block : "", of, name };
}

function readLegend(cursor: Cursor): Furniture {
  const lines: string[] = [];
  while (!cursor.atEnd) {
    lines.push(readQuotedTex(cursor));
    cursor.skipSpaces();
  }
  return { kind: "legend", lines };
}

/** The canonical text of such a line, without its comment. */
export function printFurniture(line: Furniture): string {
  switch (line.kind) {
    case "plate":
      return [
        `plate ${line.role}`,
        ...(line.cut === undefined || line.cut.length === 0 ? [] : [`cut=${line.cut.join(",")}`]),
        quoteProse(line.title),
        ...line.nodes,
      ].join(" ");
    case "title": {
      const { node } = line;
      const name = node.startsWith(BLOCK) ? node.slice(BLOCK.length) : node;
      return `title ${name} ${quoteProse(line.text)}`;
    }
    case "callout": {
      const at = line.at === undefined ? "" : ` dx=${line.at.dx} dy=${line.at.dy}`;
      return `callout ${line.node}${at} ${quoteProse(line.text)}`;
    }
    case "picture":
      return [
        `picture ${line.node}`,
        ...(line.row === undefined ? [] : [`row=${line.row}`]),
        ...(line.added === undefined ? [] : [`added=${line.added}`]),
        ...(line.from === undefined ? [] : [`from=${line.from}`]),
        ...(line.from === undefined || line.words === undefined ? [] : [quoteProse(line.words)]),
      ].join(" ");
    case "halo":
      return `halo ${line.block === "" ? "" : `${line.block}/`}${line.of} ${line.name}`;
    case "below":
      return `below ${line.node}`;
    case "legend":
      return ["legend", ...line.lines.map(quoteTex)].join(" ");
    case "equation":
      return "equation";
    case "columns":
      return "columns painted";
    case "guides":
      return "columns guided";
    case "cups":
      return "cups plain";
  }
}

function takeNode(cursor: Cursor): string {
  return cursor.takePattern(NODE) ?? cursor.complainExpected("a node such as `Block/NAME`");
}

function readOffset(cursor: Cursor, word: string): number {
  if (!cursor.take(word)) cursor.complainOneOf([word]);
  return Number(cursor.takePattern(OFFSET) ?? cursor.complainExpected("a whole number"));
}
