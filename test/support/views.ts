import { blockNames, showBlock } from "../../src/cli/view.ts";
import type { DetailLevel, Document } from "../../src/document/document.ts";
import type { TypedNode } from "../../src/typing/diagram.ts";
import { inferDiagram } from "../../src/typing/infer.ts";

/** The same document with every call closed. */
export function closedView(document: Document): Document {
  return { ...document, layout: document.layout.filter(({ kind }) => kind !== "open") };
}

/** The same document in one row. */
export function unwrapped(document: Document): Document {
  return { ...document, layout: document.layout.filter(({ kind }) => kind !== "wrap") };
}

/** The same document with another level of detail, for one block or for all that have none. */
export function atLevel(document: Document, level: DetailLevel, block = ""): Document {
  const line = { kind: "detail" as const, lead: [], block, level };
  return { ...document, layout: [...document.layout, line] };
}

/** The same document with just these calls open. */
export function openView(document: Document, calls: readonly string[]): Document {
  const closed = closedView(document);
  const lines = calls.map((node) => ({ kind: "open", node, lead: [] }) as const);
  return { ...closed, layout: [...closed.layout, ...lines] };
}

/** The ids of all calls of blocks that typing found, those in loops included. */
export function callsIn(document: Document): readonly string[] {
  const { definitions } = inferDiagram(document);
  return [...definitions.values()].flatMap(({ nodes }) => callIds(nodes));
}

/** The document with each of its blocks as the picture, by name. */
export function blockViews(document: Document): readonly (readonly [string, Document])[] {
  return blockNames(document).map((name) => [name, showBlock(document, name)] as const);
}

function callIds(nodes: readonly TypedNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "loop") return callIds(node.nodes);
    return node.kind === "call" ? [node.id] : [];
  });
}
