import type { Cursor } from "../../shapes/cursor.ts";
import type { SizeExpression } from "../../shapes/expression.ts";
import { readSize } from "../../shapes/parse.ts";
import type { SizeDefinition } from "../document/document.ts";
import type { LineDraft } from "./making.ts";
import { markParts } from "./making.ts";
import { type Mark, seesAfterSpaces, takeEquals } from "./read-axes.ts";

const RELATIONS = ["==", ">=", "<="] as const;

/** Reads what follows `size`: `k = 64, m = k*h, n`. */
export function readSizes(cursor: Cursor): LineDraft {
  const marks: Mark[] = [];
  const sizes: SizeDefinition[] = [];
  let first = "";
  do {
    cursor.skipSpaces();
    const start = cursor.position;
    const name = cursor.expectName("the name of a size");
    if (sizes.length === 0) first = name;
    marks.push({ part: `result ${name}`, start, end: cursor.position });
    marks.push({ part: `axis ${name}`, start, end: cursor.position });
    sizes.push(takeEquals(cursor) ? readDefinition(cursor, name) : readFree(cursor, name));
  } while (seesAfterSpaces(cursor, ",") && cursor.take(","));
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(`size:${first}`);
      markParts(making, marks, id);
      return { id, kind: "size", sizes, ...text };
    },
  };
}

function readFree(cursor: Cursor, name: string): SizeDefinition {
  cursor.skipSpaces();
  if (!cursor.atEnd && !cursor.sees(",")) cursor.complainOneOf(["=", ","], "after the name");
  return { name };
}

function readDefinition(cursor: Cursor, name: string): SizeDefinition {
  const table = readTable(cursor);
  return table === undefined ? { name, value: readSize(cursor) } : { name, table };
}

/** Reads `(64, 128, 256)`; a size in parentheses alone is no table, so nothing is taken then. */
function readTable(cursor: Cursor): readonly SizeExpression[] | undefined {
  const start = cursor.position;
  if (!cursor.take("(")) return undefined;
  cursor.skipSpaces();
  const table = [readSize(cursor)];
  if (!seesAfterSpaces(cursor, ",")) {
    cursor.position = start;
    return undefined;
  }
  while (cursor.take(",")) {
    cursor.skipSpaces();
    if (cursor.sees(")")) break;
    table.push(readSize(cursor));
    cursor.skipSpaces();
  }
  if (!cursor.take(")")) cursor.complainOneOf([",", ")"], "after the size");
  return table;
}

/** Reads what follows `require`: `h divides m`. */
export function readRequire(cursor: Cursor): LineDraft {
  const left = readSize(cursor);
  cursor.skipSpaces();
  const relation = cursor.takeWord("divides")
    ? "divides"
    : (RELATIONS.find((sign) => cursor.take(sign)) ??
      cursor.complainOneOf(["==", ">=", "<=", "divides"]));
  cursor.skipSpaces();
  const right = readSize(cursor);
  return {
    kind: "line",
    make(making, text) {
      return { id: making.claim("require"), kind: "require", left, relation, right, ...text };
    },
  };
}

/** Reads what follows `multi`: `X = H W`. */
export function readMulti(cursor: Cursor): LineDraft {
  const start = cursor.position;
  const name = cursor.expectName("the name of the double wire");
  const marks: Mark[] = [{ part: "name", start, end: cursor.position }];
  if (!takeEquals(cursor)) {
    cursor.skipSpaces();
    cursor.complainOneOf(["="], "after the name");
  }
  const axes: string[] = [];
  do {
    const axisStart = cursor.position;
    const axis = cursor.expectName("an axis name");
    marks.push({ part: `axis ${axis}`, start: axisStart, end: cursor.position });
    axes.push(axis);
    cursor.skipSpaces();
  } while (!cursor.atEnd);
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(`multi:${name}`);
      markParts(making, marks, id);
      return { id, kind: "multi", name, axes, ...text };
    },
  };
}
