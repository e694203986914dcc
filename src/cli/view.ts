import type { DetailLevel, Document, HeaderLine, LayoutLine } from "../document/document.ts";
import type { TypedDiagram, TypedNode } from "../typing/diagram.ts";
import { unknownName } from "./refusal.ts";

/** A document that shows another block, as `main BLOCK` in its header would. */
export function showBlock(document: Document, block: string | undefined): Document {
  if (block === undefined) return document;
  const blocks = blockNames(document);
  if (!blocks.includes(block)) throw unknownName("block", block, blocks);
  const line: HeaderLine = { kind: "main", block, lead: [] };
  const rest = document.header.filter((known) => known.kind !== "main");
  return { ...document, header: [...rest, line] };
}

/** A document with the calls of these blocks open, `all` for every call, beside those that are. */
export function openBlocks(
  document: Document,
  typed: TypedDiagram,
  words: readonly string[],
): Document {
  const blocks = blockNames(document);
  for (const word of words) {
    if (word !== "all" && !blocks.includes(word)) {
      throw unknownName("block", word, [...blocks, "all"]);
    }
  }
  const lines = [...typed.definitions.values()]
    .flatMap(({ nodes }) => callsOf(nodes))
    .filter(({ block }) => words.includes("all") || words.includes(block))
    .filter(
      ({ node }) => !document.layout.some((line) => line.kind === "open" && line.node === node),
    )
    .map(({ node }): LayoutLine => ({ kind: "open", node, lead: [] }));
  return { ...document, layout: [...document.layout, ...lines] };
}

/** A document that is shown at a level of detail, as `detail LEVEL` in its layout would. */
export function showLevel(document: Document, level: DetailLevel | undefined): Document {
  if (level === undefined) return document;
  const line: LayoutLine = { kind: "detail", block: "", level, lead: [] };
  const rest = document.layout.filter((each) => each.kind !== "detail");
  return { ...document, layout: [...rest, line] };
}

/** The blocks of a document, in the order of the text. */
export function blockNames(document: Document): readonly string[] {
  return document.statements.flatMap((statement) =>
    statement.kind === "block" ? [statement.name] : [],
  );
}

function callsOf(
  nodes: readonly TypedNode[],
): readonly { readonly node: string; readonly block: string }[] {
  return nodes.flatMap((node) => {
    if (node.kind === "loop") return callsOf(node.nodes);
    return node.kind === "call" ? [{ node: node.id, block: node.definition.name }] : [];
  });
}
