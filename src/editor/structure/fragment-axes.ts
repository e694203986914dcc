import type { Document } from "../../document/document.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { findDefinition } from "../edits/document-tree.ts";
import { axesUsed } from "../edits/names.ts";
import { renameAxis } from "../edits/rename-axis.ts";

/**
 * A fragment whose blocks keep axes of their own in the file: one that is called like a size there,
 * but not where the block comes from, gets a prime, or it would have that size.
 */
export function withFreeAxes(
  from: Document,
  file: Document,
  isKnown: (block: Document["statements"][number]) => boolean,
): Document {
  const own = sizesOf(from);
  const captured = new Set([...sizesOf(file)].filter((name) => !own.has(name)));
  if (captured.size === 0) return from;
  let document = from;
  for (const block of from.statements) {
    if (block.kind !== "block" || isKnown(block)) continue;
    for (const axis of axesOf(document, block.name)) {
      if (!captured.has(axis)) continue;
      const taken = new Set([...captured, ...own, ...axesOf(document, block.name)]);
      const name = primed(axis, taken);
      const typed = inferDiagram(document);
      const edit = renameAxis({ document, typed }, { definition: block.name, axis, name });
      if (edit.ok) document = edit.document;
    }
  }
  return document;
}

function sizesOf({ statements }: Document): ReadonlySet<string> {
  return new Set(
    statements.flatMap((line) => (line.kind === "size" ? line.sizes.map(({ name }) => name) : [])),
  );
}

function axesOf(document: Document, block: string): ReadonlySet<string> {
  const place = findDefinition(document, block);
  return place === undefined ? new Set() : axesUsed(document, inferDiagram(document), place);
}

function primed(name: string, taken: ReadonlySet<string>): string {
  let free = `${name}'`;
  while (taken.has(free)) free = `${free}'`;
  return free;
}
