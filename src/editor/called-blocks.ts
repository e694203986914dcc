import type { Document, Statement } from "../document/document.ts";
import { expressionsOf, walkExpression, walkStatements } from "../document/parts.ts";
import { bodyAt, findDefinition } from "./edits/document-tree.ts";

/** The blocks that a definition calls, loops and shared layers included, in text order. */
export function calledBlocks(document: Document, definition: string): readonly string[] {
  const blocks = blocksOf(document);
  const place = findDefinition(document, definition);
  const found = new Set<string>();
  const note = (name: string): void => {
    if (blocks.has(name)) found.add(name);
  };
  walkStatements(place === undefined ? [] : bodyAt(document, place.body), (line) => {
    if (line.kind === "layer" && line.value.kind === "name") note(line.value.name);
    for (const expression of expressionsOf(line)) {
      walkExpression(expression, (part) => {
        if (part.kind === "call") note(part.callee);
      });
    }
  });
  return [...found];
}

/** The blocks that no other calls, and the one that is the picture. */
export function outermostBlocks(document: Document, main: string): readonly string[] {
  const all = [...blocksOf(document)];
  const called = new Set(["", ...all].flatMap((block) => calledBlocks(document, block)));
  return all.filter((block) => block === main || !called.has(block));
}

function blocksOf({ statements }: Document): ReadonlySet<string> {
  return new Set(statements.flatMap((line: Statement) => (line.kind === "block" ? line.name : [])));
}
