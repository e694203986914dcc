import type { Cursor } from "../../shapes/cursor.ts";
import { readTightSize } from "../../shapes/parse.ts";
import type {
  AxisTerm,
  BracketOption,
  Brackets,
  EntriesTerm,
  OptionValue,
  Port,
} from "../document/document.ts";

/** A part of a line that messages can point to; positions count from 0, `end` is exclusive. */
export interface Mark {
  readonly part: string;
  readonly start: number;
  readonly end: number;
}

/** Reads `[t m]`, from the bracket on. */
function readShape(cursor: Cursor, marks: Mark[]): readonly AxisTerm[] {
  cursor.expect("[", "before the axes");
  const axes: AxisTerm[] = [];
  for (;;) {
    cursor.skipSpaces();
    if (cursor.take("]")) return axes;
    axes.push(readAxis(cursor, marks, "an axis name", ["]"]));
  }
}

/** Reads one axis: `t`, `p=n`, `3` or `?`; `ends` are the tokens that could stand in its place. */
export function readAxis(
  cursor: Cursor,
  marks: Mark[],
  what: string,
  ends: readonly string[] = [],
): AxisTerm {
  if (cursor.take("?")) return { kind: "unknown" };
  const start = cursor.position;
  const digits = cursor.takeDigits();
  if (digits !== undefined) return numericAxis(cursor, digits, start, marks);
  if (cursor.sees(",")) cursor.complain("Axes stand side by side, with no `,` between them.");
  const name = cursor.expectName(what, ends);
  marks.push({ part: `axis ${name}`, start, end: cursor.position });
  if (!takeEquals(cursor)) return { kind: "axis", name };
  return { kind: "axis", name, size: readTightSize(cursor) };
}

function numericAxis(cursor: Cursor, digits: string, start: number, marks: Mark[]): AxisTerm {
  cursor.position = start;
  const size = readTightSize(cursor);
  if (size.kind !== "number") {
    const text = cursor.text.slice(start, cursor.position);
    const shown = text.length > 30 ? "…" : text;
    cursor.complain(`A size that is no plain number needs a name, as in \`d=${shown}\`.`, start);
  }
  const name = size.value.toString();
  marks.push({ part: `axis ${name}`, start, end: start + digits.length });
  return { kind: "axis", name };
}

/** Takes `=` with the spaces around it, but not `==`. */
export function takeEquals(cursor: Cursor): boolean {
  const start = cursor.position;
  cursor.skipSpaces();
  if (cursor.sees("==") || !cursor.take("=")) {
    cursor.position = start;
    return false;
  }
  cursor.skipSpaces();
  return true;
}

/** Reads `[c -> c'; over H W -> y x; kernel 3; bias]`, from the bracket on. */
export function readBrackets(cursor: Cursor, marks: Mark[]): Brackets {
  cursor.expect("[", "before the axes");
  const targets = readTerms(cursor, marks, ["->", ";", "]"]);
  const results = cursor.take("->") ? readTerms(cursor, marks, [";", "]"]) : undefined;
  const options: BracketOption[] = [];
  while (cursor.take(";")) options.push(readOption(cursor, marks));
  cursor.expect("]", "after the axes");
  return { targets, ...(results && { results }), options };
}

function readTerms(cursor: Cursor, marks: Mark[], ends: readonly string[]): readonly AxisTerm[] {
  const terms: AxisTerm[] = [];
  for (;;) {
    cursor.skipSpaces();
    if (cursor.atEnd || cursor.sees("->") || cursor.sees(";") || cursor.sees("]")) return terms;
    terms.push(
      cursor.take("(") ? readGroup(cursor, marks) : readAxis(cursor, marks, "an axis name", ends),
    );
  }
}

function readGroup(cursor: Cursor, marks: Mark[]): AxisTerm {
  const axes: AxisTerm[] = [];
  for (;;) {
    cursor.skipSpaces();
    if (axes.length > 0 && cursor.take(")")) return { kind: "group", axes };
    axes.push(readAxis(cursor, marks, "an axis name", axes.length > 0 ? [")"] : []));
  }
}

function readOption(cursor: Cursor, marks: Mark[]): BracketOption {
  cursor.skipSpaces();
  const start = cursor.position;
  const word = cursor.expectName("an option after `;`");
  marks.push({ part: `option ${word}`, start, end: cursor.position });
  const values: OptionValue[] = [];
  for (;;) {
    cursor.skipSpaces();
    if (cursor.atEnd || cursor.sees(";") || cursor.sees("]")) return { word, values };
    if (cursor.take("->")) {
      const results = readTerms(cursor, marks, [";", "]"]);
      return { word, values, results };
    }
    if (cursor.sees(",")) cursor.complain("Sizes stand side by side, with no `,` between them.");
    values.push(readOptionValue(cursor, marks));
  }
}

function readOptionValue(cursor: Cursor, marks: Mark[]): OptionValue {
  const start = cursor.position;
  const axis = cursor.takeName();
  if (axis !== undefined) {
    marks.push({ part: `axis ${axis}`, start, end: cursor.position });
    if (takeEquals(cursor)) return { axis, size: readTightSize(cursor) };
    cursor.position = start;
  }
  return { size: readTightSize(cursor) };
}

/** An array with its shape as it was read, and where. */
export interface PortDraft {
  readonly port: Port;
  readonly start: number;
  /** The end of the name. */
  readonly nameEnd: number;
  readonly marks: readonly Mark[];
}

/** Reads an array with its shape and entries, such as `ids[t] of v`. */
export function readPort(cursor: Cursor): PortDraft {
  const marks: Mark[] = [];
  const start = cursor.position;
  const name = cursor.expectName("the name of an array");
  const nameEnd = cursor.position;
  const shape = seesAfterSpaces(cursor, "[") ? readShape(cursor, marks) : undefined;
  const entries = readEntries(cursor);
  const port = { name, ...(shape && { shape }), ...(entries && { entries }) };
  return { port, start, nameEnd, marks };
}

function readEntries(cursor: Cursor): EntriesTerm | undefined {
  const start = cursor.position;
  cursor.skipSpaces();
  if (!cursor.takeWord("of")) {
    cursor.position = start;
    return undefined;
  }
  cursor.skipSpaces();
  const digits = cursor.takeDigits();
  const of = digits === undefined ? cursor.takeName() : BigInt(digits).toString();
  if (of !== undefined) return { of };
  return cursor.complainExpected("the name of an axis or `int`, `bool` or `real`, after `of`");
}

/** Whether these characters come next, apart from spaces, which are taken if they do. */
export function seesAfterSpaces(cursor: Cursor, characters: string): boolean {
  const start = cursor.position;
  cursor.skipSpaces();
  if (cursor.sees(characters)) return true;
  cursor.position = start;
  return false;
}

/** Reads arrays separated by commas. */
export function readPorts(cursor: Cursor): readonly PortDraft[] {
  const ports: PortDraft[] = [];
  do {
    cursor.skipSpaces();
    ports.push(readPort(cursor));
  } while (seesAfterSpaces(cursor, ",") && cursor.take(","));
  return ports;
}

/** The port of a draft. */
export function portOf(draft: PortDraft): Port {
  return draft.port;
}

/** The name of the first array, which its statement goes by. */
export function nameOf(ports: readonly PortDraft[]): string {
  const first = ports[0];
  if (first === undefined) throw new RangeError("A statement was made without an array.");
  return first.port.name;
}
