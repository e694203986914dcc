import type { Cursor } from "../../shapes/cursor.ts";
import { readSize } from "../../shapes/parse.ts";
import type { Statement } from "../document/document.ts";
import {
  type Body,
  express,
  type LineDraft,
  markDefinition,
  markParts,
  markPort,
} from "./making.ts";
import { type Mark, readAxis, readPort } from "./read-axes.ts";
import { type ExpressionDraft, readExpression } from "./read-expression.ts";

/** Reads what follows `repeat`: `N as i shared:`. */
export function readRepeat(cursor: Cursor): LineDraft {
  const start = cursor.position;
  const count = readSize(cursor);
  const end = cursor.position;
  let index: { readonly name: string; readonly start: number; readonly end: number } | undefined;
  let shared = false;
  cursor.skipSpaces();
  while (!cursor.take(":")) {
    if (!shared && cursor.takeWord("shared")) shared = true;
    else if (index === undefined && cursor.takeWord("as")) {
      cursor.skipSpaces();
      const from = cursor.position;
      const name = cursor.expectName("the name of the index after `as`");
      index = { name, start: from, end: cursor.position };
    } else cursor.complainOneOf([":"], "at the end of the line");
    cursor.skipSpaces();
  }
  const named = index === undefined ? {} : { index: index.name };
  return {
    kind: "opener",
    make(making, text, body) {
      const id = making.claim(loopName("repeat", body));
      making.mark(id, "count", start, end);
      if (index !== undefined) making.mark(id, `axis ${index.name}`, index.start, index.end);
      const { statements, trailing } = body;
      const flags = { ...named, ...(shared && { shared }) };
      return { id, kind: "repeat", count, ...flags, body: statements, trailing, ...text };
    },
  };
}

/** Reads what follows `scan`: `t reverse:`. */
export function readScan(cursor: Cursor): LineDraft {
  const marks: Mark[] = [];
  const axis = readAxis(cursor, marks, "the axis of the scan");
  cursor.skipSpaces();
  const reverse = cursor.takeWord("reverse");
  cursor.skipSpaces();
  cursor.expect(":", "at the end of the line");
  return {
    kind: "opener",
    make(making, text, body) {
      const id = making.claim(loopName("scan", body));
      markParts(making, marks, id);
      const { statements, trailing } = body;
      const flags = reverse ? { reverse } : {};
      return { id, kind: "scan", axis, ...flags, body: statements, trailing, ...text };
    },
  };
}

/** A loop has no name of its own, so it goes by the first array that leaves it. */
function loopName(word: "repeat" | "scan", body: Body): string {
  const names = body.statements.map(leavingName);
  const name = names.find((found) => found !== undefined);
  return name === undefined ? word : `${word}:${name}`;
}

function leavingName(statement: Statement): string | undefined {
  return statement.kind === "carry" || statement.kind === "collect"
    ? statement.port.name
    : undefined;
}

/** Reads what follows `each`: `X_t[i] in X`. */
export function readEach(cursor: Cursor): LineDraft {
  return readCrossing(cursor, "each", "in");
}

/** Reads what follows `collect`: `Y[t n] from H'`. */
export function readCollect(cursor: Cursor): LineDraft {
  return readCrossing(cursor, "collect", "from");
}

function readCrossing(cursor: Cursor, kind: "each" | "collect", word: "in" | "from"): LineDraft {
  const port = readPort(cursor);
  const from = readAfterWord(cursor, word);
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(port.port.name);
      markDefinition(making, port, id);
      const value = express(making, from, `${id}.1`);
      return { id, kind, port: port.port, from: value, ...text };
    },
  };
}

function readAfterWord(cursor: Cursor, word: string): ExpressionDraft {
  cursor.skipSpaces();
  if (!cursor.takeWord(word)) cursor.complainOneOf([word], "after the array");
  cursor.skipSpaces();
  return readExpression(cursor);
}

/** Reads what follows `carry`: `Z[t m] from E to Z'`. */
export function readCarry(cursor: Cursor): LineDraft {
  const port = readPort(cursor);
  const from = readAfterWord(cursor, "from");
  cursor.skipSpaces();
  if (!cursor.takeWord("to")) cursor.complainOneOf(["to"], "and the next value");
  cursor.skipSpaces();
  const to = readPort(cursor);
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(port.port.name);
      markDefinition(making, port, id);
      markPort(making, to, id);
      const value = express(making, from, `${id}.1`);
      return { id, kind: "carry", port: port.port, from: value, to: to.port, ...text };
    },
  };
}
