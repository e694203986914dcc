import type { Document, Statement } from "../../document/document.ts";
import { printStatementText } from "../../language/print.ts";
import type { Edit, EditContext } from "../edit.ts";
import { anew } from "../edits/document-tree.ts";
import { finish } from "../edits/finish.ts";
import { callablesOf, freeName } from "./callables.ts";
import type { Fragment } from "./fragment.ts";
import { KEEP, substitute } from "./substitute.ts";

/** What a fragment adds to the file as a whole. */
export interface Files {
  /** `size` and `require` lines for what the file does not have. */
  readonly sizes: readonly Statement[];
  readonly blocks: readonly Statement[];
  /** What blocks, custom functions and layers of the fragment are called here. */
  readonly callees: ReadonlyMap<string, string>;
}

/** A fragment in an empty document is the document. */
export function adoptFile(context: EditContext, fragment: Document): Edit {
  const count = fragment.statements.length;
  const label = `Pasted ${count} ${count === 1 ? "line" : "lines"}`;
  const select = fragment.statements.map(({ id }) => id);
  return finish(context, { document: fragment, label, select });
}

/**
 * Blocks that the file lacks come along; one that it has under the name with another meaning gets a
 * number. Sizes that the file has stay its own.
 */
export function mergeFile(
  { document }: EditContext,
  { document: from, connects }: Fragment,
): Files {
  const taken = new Set([...callablesOf(document), ...callablesOf(from)]);
  const here = callablesOf(document);
  const callees = new Map<string, string>();
  const coming: Statement[] = [];
  for (const line of from.statements) {
    if (line.kind !== "block" && line.kind !== "custom") continue;
    const isKnown = connects && hasBlock(document, line);
    const name = isKnown || !here.has(line.name) ? line.name : freeName(line.name, taken);
    callees.set(line.name, name);
    taken.add(name);
    if (!isKnown) coming.push(line);
  }
  for (const name of callablesOf(from)) {
    if (callees.has(name)) continue;
    const free = here.has(name) ? freeName(name, taken) : name;
    callees.set(name, free);
    taken.add(free);
  }
  const blocks = substitute(coming, { ...KEEP, callee: (name) => callees.get(name) ?? name });
  return { sizes: newSizes(document, from), blocks, callees };
}

/** Whether a file has a block or custom function that reads the same. */
export function hasBlock({ statements }: Document, line: Statement): boolean {
  return statements.some((other) => isSame(line, other));
}

function isSame(one: Statement, other: Statement): boolean {
  return one.kind === other.kind && codeOf(one) === codeOf(other);
}

/** The text of a statement and its body without comments and blank lines. */
function codeOf(statement: Statement): string {
  const lines = printStatementText(statement).split("\n");
  return lines
    .map((line) => line.replace(/ *#.*$/, ""))
    .filter((line) => line !== "")
    .join("\n");
}

function newSizes(document: Document, from: Document): readonly Statement[] {
  const known = new Set<string>();
  const texts = new Set<string>();
  for (const line of document.statements) {
    if (line.kind === "size") for (const { name } of line.sizes) known.add(name);
    if (line.kind === "require") texts.add(codeOf(line));
  }
  return from.statements.flatMap((line): readonly Statement[] => {
    if (line.kind === "require") return texts.has(codeOf(line)) ? [] : [line];
    if (line.kind !== "size") return [];
    const sizes = line.sizes.filter(({ name }) => !known.has(name));
    if (sizes.length === line.sizes.length) return [line];
    return sizes.length === 0 ? [] : [anew({ ...line, sizes })];
  });
}
