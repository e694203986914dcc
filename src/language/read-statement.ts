import type { Cursor } from "../../shapes/cursor.ts";
import { readSize } from "../../shapes/parse.ts";
import { express, type LineDraft, markCallable, markDefinition, markPort } from "./making.ts";
import {
  nameOf,
  type PortDraft,
  portOf,
  readPort,
  readPorts,
  seesAfterSpaces,
  takeEquals,
} from "./read-axes.ts";
import { type ExpressionDraft, readExpression, readLayerValue } from "./read-expression.ts";
import { readCarry, readCollect, readEach, readRepeat, readScan } from "./read-loop.ts";
import { readBlock, readCustom } from "./read-signature.ts";
import { readMulti, readRequire, readSizes } from "./read-sizes.ts";
import { nearestWord, RESERVED_WORDS, STATEMENT_WORDS, type StatementWord } from "./words.ts";

/** Where a line stands, which decides what it may say. */
export type Standing = "top" | "block" | "loop";

const TOP_WORDS: ReadonlySet<StatementWord> = new Set([
  "size",
  "require",
  "input",
  "output",
  "block",
  "custom",
]);
const LOOP_WORDS: ReadonlySet<StatementWord> = new Set(["each", "carry", "collect"]);

const READERS: Readonly<Record<StatementWord, (cursor: Cursor) => LineDraft>> = {
  size: readSizes,
  require: readRequire,
  multi: readMulti,
  input: (cursor) => readPlainPorts(cursor, "input"),
  output: (cursor) => readPlainPorts(cursor, "output"),
  weight: readWeight,
  layer: readLayer,
  block: readBlock,
  custom: readCustom,
  repeat: readRepeat,
  scan: readScan,
  each: readEach,
  carry: readCarry,
  collect: readCollect,
  save: readSave,
};

/** Reads one statement without its comment; complaints are thrown, as `reading` expects. */
export function readStatement(cursor: Cursor, standing: Standing): LineDraft {
  const start = cursor.position;
  const word = takeStatementWord(cursor);
  if (word !== undefined) checkStanding(cursor, word, standing, start);
  const draft = word === undefined ? readArray(cursor) : READERS[word](cursor);
  cursor.expectEnd("of the line");
  return draft;
}

function takeStatementWord(cursor: Cursor): StatementWord | undefined {
  const start = cursor.position;
  const name = cursor.takeName();
  const word = STATEMENT_WORDS.find((known) => known === name);
  cursor.skipSpaces();
  const isNamed = cursor.sees("=") || cursor.sees("[") || cursor.sees(",");
  if (word !== undefined && !isNamed) return word;
  cursor.position = start;
  return undefined;
}

function checkStanding(
  cursor: Cursor,
  word: StatementWord,
  standing: Standing,
  start: number,
): void {
  const end = start + word.length;
  if (TOP_WORDS.has(word) && standing !== "top") {
    cursor.complain(`\`${word}\` stands outside blocks and loops.`, start, end);
  }
  if (LOOP_WORDS.has(word) && standing !== "loop") {
    cursor.complain(`\`${word}\` stands inside a \`repeat\` or a \`scan\`.`, start, end);
  }
}

function readArray(cursor: Cursor): LineDraft {
  const start = cursor.position;
  const first = cursor.takeName();
  if (first === undefined) return refuseStart(cursor);
  cursor.position = start;
  const results = readPorts(cursor);
  const last = results.at(-1)?.port;
  if (!takeEquals(cursor)) {
    cursor.skipSpaces();
    if (results.length === 1 && last?.shape === undefined) refuseWord(cursor, first, start);
    cursor.complainOneOf(["="], `after the ${last?.shape ? "shape" : "name"}`);
  }
  const value = readRightSide(cursor);
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(nameOf(results));
      const made = express(making, value, id);
      for (const result of results) markDefinition(making, result, id);
      return { id, kind: "array", results: results.map(portOf), value: made, ...text };
    },
  };
}

/**
 * The arrays that a line names on its left, when no more of it can be read: `Q[y k h] = lin(`. A line
 * that ends before its `=` names one only with its shape.
 */
export function readLeftSide(cursor: Cursor): readonly PortDraft[] {
  if (takeStatementWord(cursor) !== undefined) return [];
  const results = readPorts(cursor);
  const isShaped = results.every(({ port }) => port.shape !== undefined);
  const isNamed = results.every(({ port }) => !RESERVED_WORDS.has(port.name));
  const isWhole = takeEquals(cursor) || (isShaped && isAtEnd(cursor));
  return isNamed && isWhole ? results : [];
}

function isAtEnd(cursor: Cursor): boolean {
  cursor.skipSpaces();
  return cursor.atEnd;
}

const GREEK = /\p{Script=Greek}/uy;
const LETTER = /[_\p{Letter}]/uy;

/** A line that starts with no name; the usual reasons are letters that names do not have. */
function refuseStart(cursor: Cursor): never {
  const start = cursor.position;
  if (cursor.takePattern(GREEK) !== undefined) {
    cursor.complain("Greek letters are written as words, such as `theta`.", start);
  }
  const letter = cursor.takePattern(LETTER);
  if (letter === undefined) return cursor.complainExpected("a statement");
  return cursor.complain(`Names start with a letter from A to Z, not with \`${letter}\`.`, start);
}

/** A word in front of something else looks like a statement; complains if it is nearly one. */
function refuseWord(cursor: Cursor, word: string, start: number): void {
  const end = start + word.length;
  if (word === "load") {
    cursor.complain("`load` stands on the right side, as in `S[x] = load C[1]`.", start, end);
  }
  const nearest = nearestWord(word);
  if (cursor.atEnd || nearest === undefined) return;
  cursor.complain(
    `No statement starts with \`${word}\`; the nearest is \`${nearest}\`.`,
    start,
    end,
  );
}

function readRightSide(cursor: Cursor): ExpressionDraft {
  const start = cursor.position;
  if (cursor.takeWord("load") && cursor.skipSpaces()) {
    const nameStart = cursor.position;
    const memory = cursor.takeName();
    if (memory !== undefined) return readLoad(cursor, memory, start, nameStart);
  }
  cursor.position = start;
  return readExpression(cursor);
}

function readLoad(
  cursor: Cursor,
  memory: string,
  start: number,
  nameStart: number,
): ExpressionDraft {
  const mark = { part: "name", start: nameStart, end: cursor.position };
  const index = readIndex(cursor);
  return {
    start,
    end: cursor.position,
    marks: [mark],
    operands: [],
    build: (id) => ({ kind: "load", id, memory, index }),
  };
}

function readIndex(cursor: Cursor) {
  cursor.skipSpaces();
  cursor.expect("[", "and the index after the memory");
  cursor.skipSpaces();
  const index = readSize(cursor);
  cursor.skipSpaces();
  cursor.expect("]", "after the index");
  return index;
}

function readSave(cursor: Cursor): LineDraft {
  const start = cursor.position;
  const memory = cursor.expectName("the name of a memory");
  const end = cursor.position;
  const index = readIndex(cursor);
  if (!takeEquals(cursor)) {
    cursor.skipSpaces();
    cursor.complainOneOf(["="], "after the memory");
  }
  const value = readExpression(cursor);
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(`save:${memory}`);
      making.mark(id, "name", start, end);
      const made = express(making, value, `${id}.1`);
      return { id, kind: "save", memory, index, value: made, ...text };
    },
  };
}

function readPlainPorts(cursor: Cursor, kind: "input" | "output"): LineDraft {
  const ports = readPorts(cursor);
  return {
    kind: "line",
    make(making, text) {
      const name = nameOf(ports);
      const id = making.claim(kind === "input" ? name : `output:${name}`);
      for (const port of ports) (kind === "input" ? markDefinition : markPort)(making, port, id);
      return { id, kind, ports: ports.map(portOf), ...text };
    },
  };
}

interface WeightDraft {
  readonly draft: PortDraft;
  readonly frozen: boolean;
  readonly start?: ExpressionDraft;
}

function readWeight(cursor: Cursor): LineDraft {
  const weights: WeightDraft[] = [];
  do {
    cursor.skipSpaces();
    weights.push(readWeightPort(cursor));
  } while (seesAfterSpaces(cursor, ",") && cursor.take(","));
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(nameOf(weights.map(({ draft }) => draft)));
      const ports = weights.map(({ draft, frozen, start }, index) => {
        markDefinition(making, draft, id);
        const value = start && express(making, start, `${id}.${index + 1}`);
        return { ...draft.port, ...(frozen && { frozen }), ...(value && { start: value }) };
      });
      return { id, kind: "weight", ports, ...text };
    },
  };
}

function readWeightPort(cursor: Cursor): WeightDraft {
  const draft = readPort(cursor);
  const frozen = takeSpacedWord(cursor, "frozen");
  const start = takeEquals(cursor) ? readExpression(cursor) : undefined;
  const frozenLate = !frozen && start !== undefined && takeSpacedWord(cursor, "frozen");
  return { draft, frozen: frozen || frozenLate, ...(start && { start }) };
}

function takeSpacedWord(cursor: Cursor, word: string): boolean {
  const start = cursor.position;
  cursor.skipSpaces();
  if (cursor.takeWord(word)) return true;
  cursor.position = start;
  return false;
}

function readLayer(cursor: Cursor): LineDraft {
  const start = cursor.position;
  const name = cursor.expectName("the name of a layer");
  if (!takeEquals(cursor)) {
    cursor.skipSpaces();
    cursor.complainOneOf(["="], "after the name");
  }
  const value = readLayerValue(cursor);
  const frozen = takeSpacedWord(cursor, "frozen");
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(`layer:${name}`);
      markCallable(making, name, start, id);
      const layer = { kind: "layer", name, value: express(making, value, id) } as const;
      return { id, ...layer, ...(frozen && { frozen }), ...text };
    },
  };
}
