import type { Cursor } from "../../shapes/cursor.ts";
import { type FigurePart, type LayoutLine, RELATIONS } from "../document/document.ts";
import { quote, readQuoted } from "./quoted.ts";

/** A layout line about diagrams that stand in one row of the picture. */
export type FigureRow = Pick<LayoutLine & { kind: "figure" }, "kind" | "parts">;

const A_SIGN = "`=`, `def=`, `=>` or `|->`";

/** Reads what stands after `figure`: `Small => "×4 Broadcasting" Large`, or `= Third` in a later row. */
export function readFigureRow(cursor: Cursor): FigureRow {
  const parts: FigurePart[] = [];
  do {
    parts.push(readPart(cursor, parts.length === 0));
    cursor.skipSpaces();
  } while (!cursor.atEnd);
  return { kind: "figure", parts };
}

function readPart(cursor: Cursor, isFirst: boolean): FigurePart {
  // The longest sign first: `=` begins `=>` too.
  const signs = [...RELATIONS].sort((a, b) => b.length - a.length);
  const sign = signs.find((each) => cursor.take(each));
  if (sign === undefined) {
    if (!isFirst) cursor.complainExpected(A_SIGN);
    return { block: takeBlock(cursor) };
  }
  cursor.skipSpaces();
  const words = cursor.sees('"') ? readQuoted(cursor) : "";
  cursor.skipSpaces();
  return { block: takeBlock(cursor), relation: { sign, words } };
}

function takeBlock(cursor: Cursor): string {
  return cursor.takeName() ?? cursor.complainExpected("the name of a block");
}

/** The canonical text of such a line, without its comment. */
export function printFigureRow({ parts }: FigureRow): string {
  const words = parts.flatMap(({ block, relation }) => {
    if (relation === undefined) return [block];
    return [relation.sign, ...(relation.words === "" ? [] : [quote(relation.words)]), block];
  });
  return ["figure", ...words].join(" ");
}
