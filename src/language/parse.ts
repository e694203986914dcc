import { type Complaint, Cursor, reading } from "../../shapes/cursor.ts";
import type { Diagnostic, SourceMap } from "../document/diagnostic.ts";
import type { Document, HeaderLine, Statement } from "../document/document.ts";
import { checkFigureRows } from "./check-figure-rows.ts";
import { checkLayoutKeys } from "./layout-keys.ts";
import { noteLayoutLines } from "./layout-spans.ts";
import { type LedLine, LineReader, splitComment } from "./line-reader.ts";
import { type Place, readStatementAt } from "./read-body.ts";
import {
  type HeaderContent,
  headerWordOf,
  LANGUAGE_VERSION,
  readHeaderLine,
} from "./read-header.ts";
import { isLayoutHead, type PlacedLine, readLayoutSection } from "./read-layout.ts";
import { type IdDeltas, reconcile } from "./reconcile.ts";
import { splitLines } from "./source-lines.ts";

/** What a text says, as far as it can be read, and what is wrong with it. */
export interface Parsed {
  readonly document: Document;
  /** In the order of the lines, at most one error a line. */
  readonly diagnostics: readonly Diagnostic[];
  /** Lines and columns count in the text as it was given, tabs and all. */
  readonly source: SourceMap;
  /** What has become of the nodes of the document before the edit, when there is one. */
  readonly ids?: IdDeltas;
}

const TOP: Place = { standing: "top", path: "", depth: 0 };

/** Reads a file; `previous` is the document before an edit, whose nodes are found again in `ids`. */
export function parse(text: string, previous?: Document): Parsed {
  const reader = new LineReader(splitLines(text));
  const top = new TopReader(reader);
  top.readStatements();
  let trailing = reader.takeLead();
  let layout: readonly PlacedLine[] = [];
  let layoutTrailing: readonly string[] | undefined;
  while (reader.peek() !== undefined) {
    const section = readLayoutSection(reader);
    layout = layout.length === 0 ? section : [...layout, ...section.map(forgetVerbatim)];
    if (reader.peek() !== undefined) trailing = [...trailing, ...top.readMisplaced()];
    else layoutTrailing = reader.takeLead();
  }
  const statements = reader.settle(top.statements);
  checkLayoutKeys(reader, layout);
  checkFigureRows(reader, layout, top.header);
  noteLayoutLines(reader, layout);
  const document: Document = {
    header: top.header,
    statements,
    layout: layout.map(({ content }) => content),
    trailing,
    ...(layoutTrailing && (layoutTrailing.length > 0 || layout.length === 0) && { layoutTrailing }),
  };
  return {
    document,
    diagnostics: reader.diagnostics(),
    source: reader.spans,
    ...(previous && { ids: reconcile(document, previous) }),
  };
}

/** A second layout section joins the first, whose indentation need not be its own. */
function forgetVerbatim({ line, content }: PlacedLine): PlacedLine {
  const { verbatim: _, ...anew } = content;
  return { line, content: anew };
}

/** Reads what stands at the top of a file: first header lines, then statements. */
class TopReader {
  readonly header: HeaderLine[] = [];
  statements: Statement[] = [];
  private readonly reader: LineReader;
  /** Whether a good statement has been read, after which no header line may come. */
  private isPastHeader = false;
  private readonly given = new Map<HeaderLine["kind"], number>();

  constructor(reader: LineReader) {
    this.reader = reader;
  }

  /** Reads up to the layout section. */
  readStatements(): void {
    for (;;) {
      const line = this.reader.peek();
      if (line === undefined || isLayoutHead(line)) return;
      const led = this.reader.take();
      if (this.readHeader(led)) continue;
      const statement = readStatementAt(this.reader, led, 0, TOP);
      this.isPastHeader ||= statement.kind !== "error";
      this.statements.push(statement);
    }
  }

  /** Reads what stands below the layout section by mistake, and gives back what follows it. */
  readMisplaced(): readonly string[] {
    const line = this.reader.peek();
    if (line !== undefined) {
      const says = "`layout:` is the last section of a file; this line belongs above it.";
      this.reader.report(line, { says, column: 1, endColumn: line.text.length + 1 });
    }
    this.reader.unindentLead();
    this.readStatements();
    return this.reader.takeLead();
  }

  private readHeader(led: LedLine): boolean {
    const { line } = led;
    if (line.indent > 0 || line.fault !== undefined || this.isPastHeader) return false;
    const { code, text } = splitComment(led);
    const word = headerWordOf(new Cursor(code));
    if (word === undefined) return false;
    const content = reading(() => readHeaderLine(new Cursor(code), word));
    if (!content.ok) return this.refuse(led, content.complaint);
    const before = this.given.get(content.value.kind);
    if (before !== undefined && word !== "note") {
      const says = `\`${word}\` is given twice; line ${before} has it already.`;
      return this.refuse(led, { says, column: 1, endColumn: code.length + 1 });
    }
    this.given.set(content.value.kind, line.number);
    if (content.value.kind === "main") {
      this.reader.making(line, "").mark("", "main", 0, code.length);
    }
    this.checkVersion(led, content.value, code);
    this.moveFaulty();
    this.header.push({ ...content.value, ...text });
    return true;
  }

  private refuse(led: LedLine, complaint: Complaint): true {
    this.statements.push(this.reader.makeFaulty(led, complaint, { indent: 0, path: "" }));
    return true;
  }

  /** Lines that did not parse and stand above a header line belong to the header. */
  private moveFaulty(): void {
    for (const statement of this.statements) {
      if (statement.kind !== "error") continue;
      const { id: _, ...line } = statement;
      this.header.push(line);
    }
    this.statements = [];
  }

  private checkVersion({ line }: LedLine, content: HeaderContent, code: string): void {
    if (content.kind !== "version" || content.version <= LANGUAGE_VERSION) return;
    const says = `This file needs version ${content.version} of the language; version ${LANGUAGE_VERSION} is known here.`;
    this.reader.report(line, { says, column: 1, endColumn: code.length + 1 });
  }
}
