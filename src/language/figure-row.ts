import type { Cursor } from "../../shapes/cursor.ts";
import {
  type FigurePart,
  type LayoutLine,
  RELATIONS,
  STEP_COLOURS,
  type StepColour,
} from "../document/document.ts";
import { quoteProse, readQuotedProse } from "./quoted.ts";

/** A layout line about diagrams that stand in one row of the picture. */
export type FigureRow = Pick<LayoutLine & { kind: "figure" }, "kind" | "parts">;

const COLOUR = /[a-z]+(?:-[a-z]+)*/y;
const SIGNS = ["=", "def=", "=>", "|->"];

/**
 * Reads what stands after `figure`: `Small => colour=inner-broadcasting "×4" Large`, `box Net = Net`,
 * or `= Third` in a later row.
 */
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
    if (!isFirst) cursor.complainOneOf(SIGNS);
    return takeBlock(cursor);
  }
  cursor.skipSpaces();
  const colour = cursor.sees("colour=") ? readColour(cursor, sign) : undefined;
  cursor.skipSpaces();
  const words = cursor.sees('"') ? readQuotedProse(cursor) : "";
  cursor.skipSpaces();
  return { ...takeBlock(cursor), relation: { sign, words, ...(colour && { colour }) } };
}

/** `colour=inner-broadcasting` of a block arrow. */
function readColour(cursor: Cursor, sign: string): StepColour {
  const start = cursor.position;
  if (sign !== "=>") cursor.complain(`Only a block arrow \`=>\` has a colour.`, start);
  cursor.take("colour=");
  return readStepColour(cursor);
}

/** One of the colours of block arrows and added axes. */
export function readStepColour(cursor: Cursor): StepColour {
  const start = cursor.position;
  const word = cursor.takePattern(COLOUR);
  const colour = STEP_COLOURS.find((each) => each === word);
  if (colour !== undefined) return colour;
  cursor.position = start;
  return cursor.complainExpected(`a colour: ${STEP_COLOURS.join(", ")}`);
}

/** `Block`, or `box Block` where it stands closed; a block may be called `box` itself. */
function takeBlock(cursor: Cursor): Pick<FigurePart, "block" | "closed"> {
  const block = cursor.takeName() ?? cursor.complainExpected("the name of a block");
  if (block !== "box") return { block };
  const end = cursor.position;
  cursor.skipSpaces();
  const closed = cursor.takeName();
  if (closed !== undefined) return { block: closed, closed: true };
  cursor.position = end;
  return { block };
}

/** The canonical text of such a line, without its comment. */
export function printFigureRow({ parts }: FigureRow): string {
  const words = parts.flatMap(({ block, closed, relation }) => {
    const drawn = closed === true ? `box ${block}` : block;
    if (relation === undefined) return [drawn];
    const { colour } = relation;
    return [
      relation.sign,
      ...(colour === undefined ? [] : [`colour=${colour}`]),
      ...(relation.words === "" ? [] : [quoteProse(relation.words)]),
      drawn,
    ];
  });
  return ["figure", ...words].join(" ");
}
