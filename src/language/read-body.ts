import { type Complaint, Cursor, NESTING_LIMIT, reading } from "../../shapes/cursor.ts";
import type { Statement } from "../document/document.ts";
import { type LedLine, type LineReader, splitComment } from "./line-reader.ts";
import type { Body } from "./making.ts";
import { headerWordOf } from "./read-header.ts";
import { readLeftSide, readStatement, type Standing } from "./read-statement.ts";
import type { SourceLine } from "./source-lines.ts";

/** Where a body stands in the file. */
export interface Place {
  readonly standing: Standing;
  /** What the ids of its statements begin with: `Encoder/`, or `""` at the top. */
  readonly path: string;
  readonly depth: number;
}

/** Reads the statements that are indented further than the line that opens the body. */
function readBody(reader: LineReader, outer: SourceLine, place: Place): Body {
  const statements: Statement[] = [];
  let indent: number | undefined;
  for (;;) {
    const line = reader.peek();
    if (line === undefined || line.indent <= outer.indent || line.indent < (indent ?? 0)) {
      return { statements, trailing: reader.takeTrailing(indent ?? outer.indent + 1) };
    }
    indent ??= line.indent;
    statements.push(readStatementAt(reader, reader.take(), indent, place));
  }
}

/** Reads a line, and its body if it opens one, as a statement at this indentation. */
export function readStatementAt(
  reader: LineReader,
  led: LedLine,
  indent: number,
  place: Place,
): Statement {
  const { line } = led;
  const faulty = (complaint: Complaint) =>
    reader.makeFaulty(led, complaint, { indent, path: place.path });
  if (line.fault !== undefined) return faulty(line.fault);
  if (line.indent > indent) return faulty(indentationComplaint(line, indent));
  const { code, text } = splitComment(led);
  const draft = reading(() => {
    const cursor = new Cursor(code);
    refuseHeader(cursor);
    return readStatement(cursor, place.standing);
  });
  if (!draft.ok) {
    const left = reading(() => readLeftSide(new Cursor(code)));
    return reader.makeFaulty(led, draft.complaint, {
      indent,
      path: place.path,
      left: left.ok ? left.value : [],
    });
  }
  const making = reader.making(line, place.path);
  const placed = (statement: Statement): Statement => {
    making.mark(statement.id, "", 0, code.length);
    return statement;
  };
  if (draft.value.kind === "line") return placed(draft.value.make(making, text));
  if (place.depth >= NESTING_LIMIT) {
    const says = `This nests more than ${NESTING_LIMIT} levels deep.`;
    return faulty({ says, column: 1, endColumn: code.length + 1 });
  }
  const { block } = draft.value;
  const body = readBody(reader, line, {
    standing: block === undefined ? "loop" : "block",
    path: block === undefined ? place.path : reader.claimPath(block),
    depth: place.depth + 1,
  });
  return placed(draft.value.make(making, text, body));
}

function refuseHeader(cursor: Cursor): void {
  const word = headerWordOf(cursor);
  if (word === undefined) return;
  cursor.complain(
    `\`${word}\` stands at the top of the file, before everything else.`,
    0,
    word.length,
  );
}

function indentationComplaint(line: SourceLine, indent: number): Complaint {
  const expected = indent === 0 ? "no indentation" : `${spaces(indent)} of indentation`;
  const says = `Expected ${expected}, but found ${spaces(line.indent)}.`;
  return { says, column: 1 - line.shift, endColumn: 1 };
}

function spaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}
