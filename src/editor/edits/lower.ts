import type { NodeId } from "../../document/document.ts";
import { blockTitle } from "../../scene/title.ts";
import type { Edit, EditContext } from "../edit.ts";
import { findNode } from "./document-tree.ts";
import { finish, refuse } from "./finish.ts";
import { addedLine } from "./layout-line.ts";
import { withLayout } from "./layout-section.ts";

const BLOCK = "block:";

/** What a line lowers, in words: one function, or all of a block. */
export function loweredThing(node: NodeId): string {
  if (node.startsWith(BLOCK)) return `functions of ${blockTitle(node.slice(BLOCK.length))}`;
  return `function at ${node.slice(node.lastIndexOf("/") + 1)}`;
}

/**
 * Draws the elementwise function of a node below its wires, or above again; of the call of a block all
 * functions in it, and without a node all of the main block.
 */
export function toggleBelow(context: EditContext, { node }: { readonly node?: NodeId }): Edit {
  const { document, typed } = context;
  const target = node === undefined ? BLOCK + typed.main.name : lowered(context, node);
  if (target === undefined || target === BLOCK) {
    return refuse("Select an elementwise function, or the call of a block for all of its own.");
  }
  const rest = document.layout.filter((line) => line.kind !== "below" || line.node !== target);
  const thing = loweredThing(target);
  if (rest.length < document.layout.length) {
    return finish(context, { document: withLayout(document, rest), label: `Raised the ${thing}` });
  }
  return addedLine(context, { kind: "below", lead: [], node: target }, `Lowered the ${thing}`);
}

function lowered({ document, typed }: EditContext, node: NodeId): NodeId | undefined {
  const expression = findNode(document, node)?.expression;
  if (expression?.kind !== "call") return undefined;
  return typed.definitions.has(expression.callee) ? BLOCK + expression.callee : node;
}
