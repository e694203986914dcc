import type { Document } from "../document/document.ts";

/** The title in the header, else "Untitled diagram". */
export function titleOf(document: Document): string {
  for (const line of document.header) if (line.kind === "diagram") return line.text;
  return "Untitled diagram";
}

/** The source in the header. */
export function sourceOf(document: Document): string | undefined {
  for (const line of document.header) if (line.kind === "source") return line.text;
  return undefined;
}

/** The notes in the header, in order. */
export function notesOf(document: Document): readonly string[] {
  return document.header.flatMap((line) => (line.kind === "note" ? [line.text] : []));
}

/** The document with a block as its picture: looking inside one changes no text. */
export function showing(document: Document, block: string | undefined): Document {
  if (block === undefined) return document;
  const others = document.header.filter((line) => line.kind !== "main");
  return { ...document, header: [...others, { kind: "main", lead: [], block }] };
}

/** A file name made of a title: "Multi-head attention" is `multi-head-attention`. */
export function fileStem(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words === null ? "diagram" : words.join("-").slice(0, 60);
}

/** The block that the file itself makes its picture, `""` for its top: what typing takes as `main`. */
export function mainBlock({ header, statements }: Document): string {
  const blocks = statements.flatMap((line) => (line.kind === "block" ? line.name : []));
  for (const line of header) {
    if (line.kind === "main" && blocks.includes(line.block)) return line.block;
  }
  return statements.some(({ kind }) => DRAWN.has(kind)) ? "" : (blocks.at(-1) ?? "");
}

const DRAWN: ReadonlySet<string> = new Set([
  "input",
  "output",
  "weight",
  "array",
  "repeat",
  "scan",
  "save",
]);
