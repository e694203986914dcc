import type { NodeId } from "../../document/document.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import type { Reading } from "../../editor/reading.ts";
import { selectedNodes } from "../adding/more-selected.ts";

/**
 * The selected lines that can go into a block or a loop. The inputs of a block stand in its own line,
 * which is left out as long as something else is selected.
 */
export function selectedLines(reading: Reading): readonly NodeId[] {
  const nodes = selectedNodes(reading);
  const inside = nodes.filter(
    (node) => findNode(reading.document, node)?.statement.kind !== "block",
  );
  return inside.length > 0 ? inside : nodes;
}
