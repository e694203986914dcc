import type { Document } from "../document/document.ts";
import { findNode } from "./edits/document-tree.ts";
import { setOpen } from "./layout-lines.ts";

/** The text with every call of a block closed in place. */
export function closeAll(text: string, document: Document, block: string): string {
  const open = document.layout.flatMap((line) => {
    if (line.kind !== "open") return [];
    const call = findNode(document, line.node)?.expression;
    return call?.kind === "call" && call.callee === block ? [line.node] : [];
  });
  return open.reduce((rest, node) => setOpen(rest, node, false), text);
}
