import type {
  Document,
  HeaderLine,
  LayoutLine,
  LineText,
  Statement,
} from "../document/document.ts";
import { printStatementLine } from "./print-statement.ts";
import { quote } from "./quoted.ts";
import { printLayoutContent } from "./read-layout.ts";
import { dropEndSpaces, dropSpaces } from "./source-lines.ts";

/** The canonical text of a document: its own order of statements, one form for every line. */
export function print(document: Document): string {
  return printAll(document, CANONICAL);
}

/** The text of a document with the author's own lines for everything that was not edited. */
export function printVerbatim(document: Document): string {
  return printAll(document, VERBATIM);
}

/** The canonical text of one statement with its body, indented as it would stand at the top. */
export function printStatementText(statement: Statement): string {
  return printStatement(statement, 0, CANONICAL).join("\n");
}

const STEP = 2;

/** A line of a body; one whose text starts with a space is indented too far on purpose. */
type BodyLine = LineText & { readonly text?: string };

/** How a printer chooses lines and indentation. */
interface Manner {
  /** Lines of a statement's own that are printed as they stand; `undefined` prints them anew. */
  kept(text: LineText, indent: number, own: string): readonly string[] | undefined;
  /** Indentation of a body below a line with the indentation `outer`. */
  bodyIndent(body: readonly BodyLine[], outer: number): number;
}

const CANONICAL: Manner = {
  kept: () => undefined,
  bodyIndent: (_, outer) => outer + STEP,
};

const VERBATIM: Manner = {
  kept(text, indent, own) {
    if (text.verbatim === undefined) return undefined;
    const lines = text.verbatim.split("\n");
    const found = indentOf(lines[text.lead.length] ?? "");
    const extra = indentOf(own);
    const wanted = extra > 0 && found > indent ? found : indent + extra;
    return lines.map((line) => shift(line, wanted - found));
  },
  bodyIndent(body, outer) {
    for (const { verbatim, lead, text } of body) {
      if (verbatim === undefined || text?.startsWith(" ")) continue;
      const found = indentOf(verbatim.split("\n", lead.length + 1)[lead.length] ?? "");
      if (found > outer) return found;
    }
    return outer + STEP;
  },
};

function indentOf(line: string): number {
  return line.search(/[^ ]|$/);
}

function shift(line: string, by: number): string {
  if (by === 0 || line === "") return line;
  return by > 0 ? pad(by) + line : line.slice(Math.min(-by, indentOf(line)));
}

function printAll(document: Document, manner: Manner): string {
  const lines = [
    ...document.header.flatMap((line) => printHeaderLine(line, manner)),
    ...document.statements.flatMap((statement) => printStatement(statement, 0, manner)),
    ...document.trailing.map((line) => leadLine(line, 0)),
    ...printLayout(document, manner),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function printHeaderLine(line: HeaderLine, manner: Manner): readonly string[] {
  if (line.kind === "error") return printLine(line, line.text, line.body, 0, manner);
  const own = printHeaderContent(line);
  const lines = printLine(line, own, [], 0, manner);
  // The first version is not written, but what belongs to its line stays.
  const isKept = manner.kept(line, 0, own) !== undefined;
  if (line.kind !== "version" || line.version > 1 || isKept) return lines;
  return [...lines.slice(0, -1), ...(line.comment ? [leadLine(line.comment, 0)] : [])];
}

function printHeaderContent(line: Exclude<HeaderLine, { kind: "error" }>): string {
  switch (line.kind) {
    case "version":
      return `ncd ${line.version}`;
    case "main":
      return `main ${line.block}`;
    case "diagram":
    case "source":
    case "note":
      return `${line.kind} ${quote(line.text)}`;
  }
}

function printStatement(statement: Statement, indent: number, manner: Manner): readonly string[] {
  const own = printStatementLine(statement);
  if (statement.kind === "error") {
    return printLine(statement, own, statement.body, indent, manner);
  }
  const lines = printLine(statement, own, [], indent, manner);
  if (!("body" in statement)) return lines;
  const inner = manner.bodyIndent(statement.body, indent);
  return [
    ...lines,
    ...statement.body.flatMap((line) => printStatement(line, inner, manner)),
    ...statement.trailing.map((line) => leadLine(line, inner)),
  ];
}

function printLayout(document: Document, manner: Manner): readonly string[] {
  const { layout, layoutTrailing } = document;
  if (layout.length === 0 && layoutTrailing === undefined) return [];
  const trailing = (layoutTrailing ?? []).map((line) => leadLine(line, 0));
  const untouched = manner === VERBATIM && document.layout.every(({ verbatim }) => verbatim);
  if (untouched) {
    const own = document.layout.flatMap(({ verbatim = "" }) => verbatim.split("\n"));
    return ["layout:", ...own, ...trailing];
  }
  const inner = manner.bodyIndent(document.layout, 0);
  const lines = document.layout.flatMap((line: LayoutLine) =>
    printLine(line, printLayoutContent(line), [], inner, manner),
  );
  return ["layout:", ...lines, ...trailing];
}

function printLine(
  text: LineText,
  own: string,
  below: readonly string[],
  indent: number,
  manner: Manner,
): readonly string[] {
  const kept = manner.kept(text, indent, own);
  if (kept !== undefined) return kept;
  return [
    ...text.lead.map((line) => leadLine(line, indent)),
    pad(indent) + withComment(own, text),
    ...below.map((line) => (line === "" ? "" : pad(indent) + line)),
  ];
}

function withComment(own: string, text: LineText): string {
  if (text.comment === undefined) return own;
  return dropEndSpaces(`${own}  # ${oneLine(text.comment)}`);
}

function leadLine(line: string, indent: number): string {
  const text = oneLine(line);
  if (text === "") return "";
  return pad(indent) + (text.startsWith("#") ? text : `# ${text}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no control character may reach a file
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;

function oneLine(text: string): string {
  return dropSpaces(text.replace(CONTROLS, " "));
}

function pad(spaces: number): string {
  return " ".repeat(spaces);
}
