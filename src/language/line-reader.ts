import type { Complaint } from "../../shapes/cursor.ts";
import type { Diagnostic, Span } from "../document/diagnostic.ts";
import type { LineText, NodeId, Statement } from "../document/document.ts";
import { IdClaims, nameOfFaulty, provisionalId, renameFaulty, renamePlace } from "./identity.ts";
import { type Making, markPort } from "./making.ts";
import { type PortDraft, portOf } from "./read-axes.ts";
import {
  commentStart,
  dropEndSpaces,
  dropSpaces,
  isBlank,
  isComment,
  type SourceLine,
} from "./source-lines.ts";
import { SpanIndex } from "./span-index.ts";

/** A line of code with the comments and blank lines above it. */
export interface LedLine {
  readonly line: SourceLine;
  readonly lead: readonly SourceLine[];
}

interface Remark {
  readonly line: number;
  readonly diagnostic: Diagnostic;
}

interface Faulty {
  readonly id: NodeId;
  readonly path: string;
  readonly line: SourceLine;
  readonly left: readonly PortDraft[];
}

/** Where a line stands that did not parse, and the left side of it that did. */
interface FaultyPlace {
  readonly indent: number;
  readonly path: string;
  readonly left?: readonly PortDraft[];
}

/** Walks through the lines of a file and collects what is noticed on the way. */
export class LineReader {
  readonly spans = new SpanIndex();
  private readonly remarks: Remark[] = [];
  private readonly erring = new Set<number>();
  private readonly claims = new IdClaims();
  private readonly faulty: Faulty[] = [];
  /** Final ids by provisional ids. */
  private readonly settled = new Map<NodeId, NodeId>();
  private readonly lines: SourceLine[];
  private at = 0;

  constructor(lines: readonly SourceLine[]) {
    this.lines = [...lines];
  }

  /** The next line of code; moves nowhere. */
  peek(): SourceLine | undefined {
    return this.lines[this.nextCode()];
  }

  /** Takes the next line of code with its lead; there has to be one. */
  take(): LedLine {
    const next = this.nextCode();
    const line = this.lines[next];
    if (line === undefined) throw new RangeError("There is no line of code to take.");
    const lead = this.lines.slice(this.at, next);
    this.at = next + 1;
    return { line, lead };
  }

  /** Takes the comments and blank lines up to the last comment that is indented this far. */
  takeTrailing(indent: number): readonly string[] {
    const between = this.lines.slice(this.at, this.nextCode());
    const last = between.findLastIndex((line) => isComment(line) && line.indent >= indent);
    this.at += last + 1;
    return between.slice(0, last + 1).map(leadText);
  }

  /** Takes all comments and blank lines up to the next line of code. */
  takeLead(): readonly string[] {
    const next = this.nextCode();
    const lead = this.lines.slice(this.at, next).map(leadText);
    this.at = next;
    return lead;
  }

  /** The comments above the next line of code lose the indentation that meant another section. */
  unindentLead(): void {
    const lead = this.lines.slice(this.at, this.nextCode());
    this.lines.splice(this.at, lead.length, ...lead.map((line) => ({ ...line, indent: 0 })));
  }

  /** Takes the lines below that are indented further; comments between them come along. */
  takeDeeper(indent: number): readonly SourceLine[] {
    const start = this.at;
    for (let index = start; index < this.lines.length; index += 1) {
      const line = this.lines[index];
      if (line === undefined || isBlank(line)) continue;
      if (line.indent > indent) this.at = index + 1;
      else if (!isComment(line)) break;
    }
    return this.lines.slice(start, this.at);
  }

  private nextCode(): number {
    let index = this.at;
    for (;;) {
      const line = this.lines[index];
      if (line === undefined || !(isBlank(line) || isComment(line))) return index;
      index += 1;
    }
  }

  /** A block of this name as the beginning of the ids in it. */
  claimPath(block: string): string {
    return `${this.claims.claim(`${block}/`)}`.replace(/\/(~.*)?$/, "$1/");
  }

  /** How the statement on this line takes its ids and notes its parts. */
  making(line: SourceLine, path: string): Making {
    return {
      claim: (name) => this.claims.claim(path + name),
      mark: (id, part, start, end) =>
        this.spans.note(id, part, line.number, start + 1 + line.shift, end + 1 + line.shift),
      remark: (remark, id, part) => {
        const place = { node: id, part };
        this.note(line, { ...remark, severity: "error", place });
      },
    };
  }

  /** Reports what is wrong in a line of text. */
  report(
    line: SourceLine,
    complaint: Complaint,
    severity: Diagnostic["severity"] = "error",
    node?: NodeId,
  ): void {
    const span = spanOf(line, complaint.column, complaint.endColumn);
    const place = node === undefined ? { span } : { node, span };
    const { says, expected: tokens } = complaint;
    const facts = tokens && { facts: { kind: "expected", tokens } as const };
    this.note(line, { code: "T01", severity, title: says, place, why: [], ...facts });
  }

  /** The statement for a line that did not parse: it keeps the line and what is indented below. */
  makeFaulty(
    { line, lead }: LedLine,
    complaint: Complaint,
    { indent, path, left = [] }: FaultyPlace,
  ): Statement & { kind: "error" } {
    const id = provisionalId(line.number);
    this.faulty.push({ id, path, line, left });
    this.report(line, complaint, "error", id);
    // One space too many is enough to be as wrong as before when the line is printed.
    const extra = line.indent > indent ? 1 : 0;
    const below = this.takeDeeper(line.indent);
    const body = below.map((deeper) =>
      isBlank(deeper) ? "" : pad(deeper.indent - line.indent + extra) + deeper.text,
    );
    const verbatim = verbatimOf([...lead, line, ...below]);
    const text = pad(extra) + line.text;
    const results = left.length > 0 && { results: left.map(portOf) };
    return { lead: lead.map(leadText), verbatim, id, kind: "error", text, body, ...results };
  }

  /** Gives the lines that did not parse the ids that are free for them. */
  settle(statements: readonly Statement[]): readonly Statement[] {
    for (const { id, path, line, left } of this.faulty) {
      const settled = this.claims.claim(nameOfFaulty(path, line.text));
      const making = this.making(line, path);
      making.mark(settled, "", 0, line.text.length);
      for (const port of left) markPort(making, port, settled);
      this.settled.set(id, settled);
    }
    return this.settled.size === 0 ? statements : renameFaulty(statements, this.settled);
  }

  /** Everything that was noticed, in the order of the lines; ids have to be settled before. */
  diagnostics(): readonly Diagnostic[] {
    return this.remarks
      .toSorted((a, b) => a.line - b.line)
      .map(({ diagnostic }) => renamePlace(diagnostic, this.settled));
  }

  /** A line gives one error, its first. */
  private note(line: SourceLine, diagnostic: Diagnostic): void {
    if (diagnostic.severity === "error") {
      if (this.erring.has(line.number)) return;
      this.erring.add(line.number);
    }
    this.remarks.push({ line: line.number, diagnostic });
  }
}

/** The code of a line and the text around it. */
export interface SplitLine {
  readonly code: string;
  readonly text: LineText;
}

/** Separates a line's code from its comment. */
export function splitComment({ line, lead }: LedLine): SplitLine {
  const start = commentStart(line.text);
  const around = { lead: lead.map(leadText), verbatim: verbatimOf([...lead, line]) };
  if (start === undefined) return { code: dropEndSpaces(line.text), text: around };
  const comment = dropSpaces(line.text.slice(start + 1));
  return { code: dropEndSpaces(line.text.slice(0, start)), text: { ...around, comment } };
}

function verbatimOf(lines: readonly SourceLine[]): string {
  return lines.map((line) => (isBlank(line) ? "" : pad(line.indent) + line.text)).join("\n");
}

function leadText(line: SourceLine): string {
  return dropEndSpaces(line.text);
}

function pad(spaces: number): string {
  return " ".repeat(Math.max(0, spaces));
}

function spanOf(line: SourceLine, column: number, endColumn: number): Span {
  return {
    line: line.number,
    column: column + line.shift,
    endColumn: endColumn + line.shift,
  };
}
