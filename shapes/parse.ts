import { Cursor, type Reading, reading } from "./cursor.ts";
import type { SizeExpression, SizeFunction, SizeOperator } from "./expression.ts";

/** The longest number that can be written, in digits. */
const DIGIT_LIMIT = 1000;

const FUNCTIONS: readonly SizeFunction[] = ["ceil", "floor", "min", "max"];

/** Whether spaces may stand around operators; a tight size ends at the first space. */
type Spacing = "loose" | "tight";

/** Reads a size with or without spaces around its operators, as after `size m =`. */
export function readSize(cursor: Cursor): SizeExpression {
  return readSum(cursor, "loose");
}

/** Reads a size that ends at the first space outside parentheses, as inside brackets: `kernel 3 5`. */
export function readTightSize(cursor: Cursor): SizeExpression {
  return readSum(cursor, "tight");
}

/** Reads a whole text as one size. */
export function parseSize(text: string): Reading<SizeExpression> {
  return reading(() => {
    const cursor = new Cursor(text);
    cursor.skipSpaces();
    const size = readSize(cursor);
    cursor.expectEnd("of the size");
    return size;
  });
}

function readSum(cursor: Cursor, spacing: Spacing): SizeExpression {
  let left = readProduct(cursor, spacing);
  for (;;) {
    const operator = takeOperator(cursor, spacing, takeSumSign);
    if (operator === undefined) return left;
    left = { kind: "binary", operator, left, right: readProduct(cursor, spacing) };
  }
}

function readProduct(cursor: Cursor, spacing: Spacing): SizeExpression {
  let left = readSigned(cursor, spacing);
  for (;;) {
    const operator = takeOperator(cursor, spacing, takeProductSign);
    if (operator === undefined) return left;
    left = { kind: "binary", operator, left, right: readSigned(cursor, spacing) };
  }
}

function takeOperator(
  cursor: Cursor,
  spacing: Spacing,
  takeSign: (cursor: Cursor) => SizeOperator | undefined,
): SizeOperator | undefined {
  const before = cursor.position;
  if (spacing === "loose") cursor.skipSpaces();
  const operator = takeSign(cursor);
  if (operator === undefined) {
    cursor.position = before;
    return undefined;
  }
  cursor.countOperator();
  if (spacing === "loose") cursor.skipSpaces();
  return operator;
}

function takeSumSign(cursor: Cursor): SizeOperator | undefined {
  if (cursor.sees("->")) return undefined;
  if (cursor.take("+")) return "+";
  return cursor.take("-") ? "-" : undefined;
}

function takeProductSign(cursor: Cursor): SizeOperator | undefined {
  if (cursor.take("//")) return "//";
  if (cursor.take("*")) return "*";
  if (cursor.take("/")) return "/";
  return cursor.take("%") ? "%" : undefined;
}

function readSigned(cursor: Cursor, spacing: Spacing): SizeExpression {
  if (cursor.take("-")) {
    if (spacing === "loose") cursor.skipSpaces();
    return { kind: "negate", of: cursor.nested(() => readSigned(cursor, spacing)) };
  }
  const base = readAtom(cursor);
  if (takeOperator(cursor, spacing, takePowerSign) === undefined) return base;
  const exponent = cursor.nested(() => readSigned(cursor, spacing));
  return { kind: "binary", operator: "^", left: base, right: exponent };
}

function takePowerSign(cursor: Cursor): SizeOperator | undefined {
  return cursor.take("^") ? "^" : undefined;
}

function readAtom(cursor: Cursor): SizeExpression {
  const start = cursor.position;
  const digits = cursor.takeDigits();
  if (digits !== undefined) return readNumber(cursor, digits, start);
  if (cursor.take("?")) return { kind: "unknown" };
  if (cursor.take("(")) return readInside(cursor, ")");
  const name = cursor.expectName("a size");
  if (cursor.take("[")) return { kind: "entry", table: name, index: readInside(cursor, "]") };
  if (!cursor.sees("(")) return { kind: "name", name };
  const callee = FUNCTIONS.find((known) => known === name);
  if (callee === undefined) {
    cursor.complain(
      `There is no size function \`${name}\`; there are ceil, floor, min and max.`,
      start,
    );
  }
  cursor.take("(");
  return readCall(cursor, callee, start);
}

function readNumber(cursor: Cursor, digits: string, start: number): SizeExpression {
  if (digits.length > DIGIT_LIMIT) {
    cursor.complain(
      `This number has ${digits.length} digits; a size can have at most ${DIGIT_LIMIT}.`,
      start,
    );
  }
  if (/[A-Za-z_.]/.test(cursor.next)) {
    const end = cursor.position + 1;
    cursor.complain(
      cursor.next === "."
        ? "Sizes are whole numbers, so a point cannot follow here."
        : `A name starts with a letter and a product has a \`*\`, so \`${cursor.next}\` cannot follow \`${shorten(digits)}\`.`,
      start,
      end,
    );
  }
  return { kind: "number", value: BigInt(digits) };
}

function shorten(digits: string): string {
  return digits.length > 12 ? `…${digits.slice(-8)}` : digits;
}

function readInside(cursor: Cursor, close: ")" | "]"): SizeExpression {
  return cursor.nested(() => {
    cursor.skipSpaces();
    const size = readSum(cursor, "loose");
    cursor.skipSpaces();
    cursor.expect(close, "after the size");
    return size;
  });
}

function readCall(cursor: Cursor, callee: SizeFunction, start: number): SizeExpression {
  const args = cursor.nested(() => {
    const list: SizeExpression[] = [];
    do {
      cursor.skipSpaces();
      list.push(readSum(cursor, "loose"));
      cursor.skipSpaces();
    } while (cursor.take(","));
    cursor.expect(")", `after the sizes of \`${callee}\``);
    return list;
  });
  if ((callee === "ceil" || callee === "floor") && args.length !== 1) {
    cursor.complain(`\`${callee}\` takes one size, but it is given ${args.length}.`, start);
  }
  return { kind: "call", callee, args };
}
