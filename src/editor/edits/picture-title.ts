import type { LayoutLine, NodeId } from "../../document/document.ts";
import { blockTitle } from "../../scene/title.ts";
import type { Edit, EditContext } from "../edit.ts";
import { findNode } from "./document-tree.ts";
import { refuse } from "./finish.ts";
import { addedLine } from "./layout-line.ts";

const BLOCK = "block:";

/** What a title in the picture is of, in words. */
export function titledThing(node: NodeId): string {
  return node.startsWith(BLOCK) ? blockTitle(node.slice(BLOCK.length)) : "the loop";
}

/** What a node of the picture may be called there: a loop, or the block that it calls. */
function titleOwner({ document, typed }: EditContext, node: NodeId): NodeId | undefined {
  const found = findNode(document, node);
  if (found === undefined) return undefined;
  const { statement } = found;
  if (statement.id === node && (statement.kind === "repeat" || statement.kind === "scan")) {
    return node;
  }
  const { expression } = found;
  if (expression?.kind !== "call" || !typed.definitions.has(expression.callee)) return undefined;
  return BLOCK + expression.callee;
}

/** Gives the main block a title in the picture, or another block or a loop; the words come next. */
export function addTitle(context: EditContext, { node }: { readonly node?: NodeId }): Edit {
  const { document, typed } = context;
  const { name } = typed.main;
  const main = name === "" ? undefined : BLOCK + name;
  const owner = node === undefined ? main : titleOwner(context, node);
  if (owner === undefined) {
    return refuse(
      node === undefined
        ? "Only a block has a title; group the figure into a block first."
        : "Select a loop or the call of a block, or nothing for the figure's own title.",
    );
  }
  if (document.layout.some((line) => line.kind === "title" && line.node === owner)) {
    return refuse(`There is a title of ${titledThing(owner)} already, in the inspector.`);
  }
  const text = owner.startsWith(BLOCK) ? titledThing(owner) : "Loop";
  const line: LayoutLine = { kind: "title", lead: [], node: owner, text };
  return addedLine(context, line, "Added a title");
}
