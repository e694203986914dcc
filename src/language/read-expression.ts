import type { Cursor } from "../../shapes/cursor.ts";
import { readSize } from "../../shapes/parse.ts";
import type { Argument, Expression, NodeId } from "../document/document.ts";
import { type Mark, readBrackets, seesAfterSpaces, takeEquals } from "./read-axes.ts";
import { LITERAL_WORDS, OPERATOR_WORDS } from "./words.ts";

/** An expression that has been read and waits for its id, which its statement decides. */
export interface ExpressionDraft {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly operands: readonly ExpressionDraft[];
  build(id: NodeId, operands: readonly Expression[]): Expression;
}

/** How many operators one right side may have; it bounds how deep its tree gets. */
const OPERATOR_LIMIT = 200;

const NUMBER = /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const GLUED = /[A-Za-z0-9_.]+/y;

/** Operators from loose to tight; those of one row associate to the left. */
const ROWS: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["not"],
  ["<=", ">=", "==", "!=", "<", ">"],
  ["+", "-"],
  ["*", "/"],
];
const NO_MARKS: readonly Mark[] = [];
const NO_OPERANDS: readonly ExpressionDraft[] = [];
const NOT_ROW = 2;
const COMPARISON_ROW = 3;

/** Reads a whole value, such as a right side or an argument. */
export function readExpression(cursor: Cursor): ExpressionDraft {
  const limit = { operators: 0 };
  return readRow(cursor, 0, limit);
}

interface Limit {
  operators: number;
}

function readRow(cursor: Cursor, row: number, limit: Limit): ExpressionDraft {
  const operators = ROWS[row];
  if (operators === undefined) return readSigned(cursor, limit);
  if (row === NOT_ROW) return readNot(cursor, limit);
  let left = readRow(cursor, row + 1, limit);
  for (;;) {
    const operator = takeOperator(cursor, operators, limit);
    if (operator === undefined) return left;
    left = infix(operator, left, readRow(cursor, row + 1, limit));
    if (row === COMPARISON_ROW) return endComparison(cursor, operators, left, limit);
  }
}

function endComparison(
  cursor: Cursor,
  operators: readonly string[],
  comparison: ExpressionDraft,
  limit: Limit,
): ExpressionDraft {
  const start = cursor.position;
  const second = takeOperator(cursor, operators, limit);
  if (second === undefined) return comparison;
  cursor.position = start;
  cursor.skipSpaces();
  return cursor.complain(
    "Comparisons do not chain; join two of them with `and`.",
    cursor.position,
    cursor.position + second.length,
  );
}

function readNot(cursor: Cursor, limit: Limit): ExpressionDraft {
  cursor.skipSpaces();
  const start = cursor.position;
  if (!cursor.takeWord("not")) return readRow(cursor, NOT_ROW + 1, limit);
  countOperator(cursor, limit);
  return prefix(
    "not",
    start,
    cursor.nested(() => readRow(cursor, NOT_ROW, limit)),
  );
}

function readSigned(cursor: Cursor, limit: Limit): ExpressionDraft {
  cursor.skipSpaces();
  const start = cursor.position;
  if (cursor.take("-")) {
    countOperator(cursor, limit);
    return prefix(
      "-",
      start,
      cursor.nested(() => readSigned(cursor, limit)),
    );
  }
  const base = readAtom(cursor, limit);
  if (takeOperator(cursor, ["^"], limit) === undefined) return base;
  return infix(
    "^",
    base,
    cursor.nested(() => readSigned(cursor, limit)),
  );
}

function takeOperator(
  cursor: Cursor,
  operators: readonly string[],
  limit: Limit,
): string | undefined {
  const start = cursor.position;
  cursor.skipSpaces();
  if (cursor.sees("//") || cursor.sees("%")) {
    const sign = cursor.sees("%") ? "%" : "//";
    cursor.complain(
      `\`${sign}\` works on sizes only; write it inside \`size(…)\`.`,
      cursor.position,
      cursor.position + sign.length,
    );
  }
  if (cursor.sees("**")) {
    cursor.complain("A power is written with `^`.", cursor.position, cursor.position + 2);
  }
  const found = operators.find((operator) =>
    /^[a-z]/.test(operator) ? cursor.takeWord(operator) : takeSign(cursor, operator),
  );
  if (found === undefined) cursor.position = start;
  else countOperator(cursor, limit);
  return found;
}

function takeSign(cursor: Cursor, sign: string): boolean {
  return !(sign === "-" && cursor.sees("->")) && cursor.take(sign);
}

function countOperator(cursor: Cursor, limit: Limit): void {
  limit.operators += 1;
  if (limit.operators > OPERATOR_LIMIT) {
    cursor.complain(`This line has more than ${OPERATOR_LIMIT} operators; give parts of it names.`);
  }
}

function infix(operator: string, left: ExpressionDraft, right: ExpressionDraft): ExpressionDraft {
  return {
    start: left.start,
    end: right.end,
    marks: NO_MARKS,
    operands: [left, right],
    build: (id, [first, second]) => ({
      kind: "infix",
      id,
      operator,
      left: given(first),
      right: given(second),
    }),
  };
}

function prefix(operator: string, start: number, of: ExpressionDraft): ExpressionDraft {
  return {
    start,
    end: of.end,
    marks: NO_MARKS,
    operands: [of],
    build: (id, [operand]) => ({ kind: "prefix", id, operator, of: given(operand) }),
  };
}

function given(operand: Expression | undefined): Expression {
  if (operand === undefined) throw new RangeError("An operator was built without its operand.");
  return operand;
}

function leaf(cursor: Cursor, start: number, build: (id: NodeId) => Expression): ExpressionDraft {
  return { start, end: cursor.position, marks: NO_MARKS, operands: NO_OPERANDS, build };
}

function readAtom(cursor: Cursor, limit: Limit): ExpressionDraft {
  const start = cursor.position;
  const number = cursor.takePattern(NUMBER);
  if (number !== undefined) return readNumber(cursor, number, start);
  if (cursor.take("?")) return leaf(cursor, start, (id) => ({ kind: "unknown", id }));
  if (cursor.take("(")) return readParentheses(cursor, start, limit);
  const name = cursor.takeName();
  if (name === undefined || OPERATOR_WORDS.has(name)) {
    cursor.position = start;
    return cursor.complainExpected("a value");
  }
  if (LITERAL_WORDS.has(name)) {
    return leaf(cursor, start, (id) => ({ kind: "number", id, text: name }));
  }
  return readNamed(cursor, name, start, limit);
}

function readNumber(cursor: Cursor, text: string, start: number): ExpressionDraft {
  const glued = cursor.takePattern(GLUED);
  if (glued !== undefined) {
    cursor.complain(`\`${shorten(text + glued)}\` is no number and no name.`, start);
  }
  if (!Number.isFinite(Number(text))) {
    cursor.complain("This number is too large; numbers end near 1.8e308.", start);
  }
  return leaf(cursor, start, (id) => ({ kind: "number", id, text }));
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

function readParentheses(cursor: Cursor, start: number, limit: Limit): ExpressionDraft {
  const inner = cursor.nested(() => readRow(cursor, 0, limit));
  cursor.skipSpaces();
  cursor.expect(")", "after the value");
  return { ...inner, start, end: cursor.position };
}

function readNamed(cursor: Cursor, name: string, start: number, limit: Limit): ExpressionDraft {
  const nameEnd = cursor.position;
  if (name === "load" && seesLoad(cursor)) {
    cursor.complain("`load` stands alone on a right side; give what it loads a name.", start);
  }
  if (name === "size" && seesAfterSpaces(cursor, "(")) return readSizeCall(cursor, start);
  const mark = { part: "name", start, end: nameEnd };
  if (seesAfterSpaces(cursor, "[")) {
    const marks = [mark];
    const brackets = readBrackets(cursor, marks);
    if (!seesAfterSpaces(cursor, "(")) {
      cursor.skipSpaces();
      cursor.complainOneOf(["("], `after the brackets of \`${shorten(name)}\``);
    }
    return call(name, start, readArguments(cursor, marks, limit), cursor, { brackets });
  }
  if (seesAfterSpaces(cursor, "(")) {
    return call(name, start, readArguments(cursor, [mark], limit), cursor, {});
  }
  return leaf(cursor, start, (id) => ({ kind: "name", id, name }));
}

function seesLoad(cursor: Cursor): boolean {
  const start = cursor.position;
  const spaced = cursor.skipSpaces() && cursor.takeName() !== undefined;
  cursor.position = start;
  return spaced;
}

function readSizeCall(cursor: Cursor, start: number): ExpressionDraft {
  cursor.take("(");
  cursor.skipSpaces();
  const size = readSize(cursor);
  cursor.skipSpaces();
  cursor.expect(")", "after the size");
  return leaf(cursor, start, (id) => ({ kind: "size", id, size }));
}

interface ArgumentDrafts {
  readonly marks: readonly Mark[];
  readonly keywords: readonly (string | undefined)[];
  readonly values: readonly ExpressionDraft[];
}

function call(
  callee: string,
  start: number,
  drafts: ArgumentDrafts,
  cursor: Cursor,
  optional: Pick<Expression & { kind: "call" }, "brackets">,
): ExpressionDraft {
  return {
    start,
    end: cursor.position,
    marks: drafts.marks,
    operands: drafts.values,
    build: (id, operands) => ({
      kind: "call",
      id,
      callee,
      ...optional,
      args: operands.map((value, index): Argument => {
        const keyword = drafts.keywords[index];
        return keyword === undefined ? { value } : { keyword, value };
      }),
    }),
  };
}

function readArguments(cursor: Cursor, before: readonly Mark[], limit: Limit): ArgumentDrafts {
  const marks = [...before];
  const keywords: (string | undefined)[] = [];
  const values: ExpressionDraft[] = [];
  cursor.expect("(", "before the arrays");
  cursor.skipSpaces();
  if (cursor.take(")")) return { marks, keywords, values };
  do {
    cursor.skipSpaces();
    const start = cursor.position;
    const keyword = takeKeyword(cursor, marks);
    const last = keywords.at(-1);
    if (keyword === undefined && last !== undefined) {
      cursor.complain(`Arrays stand before keywords such as \`${shorten(last)}=\`.`, start);
    }
    keywords.push(keyword);
    values.push(cursor.nested(() => readRow(cursor, 0, limit)));
    cursor.skipSpaces();
  } while (cursor.take(","));
  if (!cursor.take(")")) cursor.complainOneOf([",", ")"], "after the argument");
  return { marks, keywords, values };
}

function takeKeyword(cursor: Cursor, marks: Mark[]): string | undefined {
  const start = cursor.position;
  const word = cursor.takeName();
  const end = cursor.position;
  if (word !== undefined && takeEquals(cursor)) {
    marks.push({ part: `option ${word}`, start, end });
    return word;
  }
  cursor.position = start;
  return undefined;
}

/** Reads the right side of a `layer`: an operation or block without its arrays. */
export function readLayerValue(cursor: Cursor): ExpressionDraft {
  const limit = { operators: 0 };
  const start = cursor.position;
  if (cursor.take("?")) return leaf(cursor, start, (id) => ({ kind: "unknown", id }));
  const name = cursor.expectName("the name of an operation or a block");
  const marks: Mark[] = [{ part: "name", start, end: cursor.position }];
  const brackets = seesAfterSpaces(cursor, "[") ? readBrackets(cursor, marks) : undefined;
  const drafts = seesAfterSpaces(cursor, "(")
    ? readArguments(cursor, marks, limit)
    : { marks, keywords: [], values: [] };
  const position = drafts.keywords.indexOf(undefined);
  const array = drafts.values[position];
  if (array !== undefined) {
    cursor.complain("A layer takes its arrays where it is called.", array.start, array.end);
  }
  return call(name, start, drafts, cursor, brackets === undefined ? {} : { brackets });
}
