import type { NodeId } from "../document/document.ts";
import type { Value } from "../typing/diagram.ts";
import type { DefinitionIndex } from "./definition-index.ts";

/**
 * A node, and then what makes its operands, what makes theirs, and so on, each once and the nearest
 * first; `through` says which operands lead on.
 */
export function* makersAbove(
  { nodes }: Pick<DefinitionIndex, "nodes">,
  start: NodeId,
  through: (operand: Value) => boolean = () => true,
): Iterable<NodeId> {
  const found = new Set([start]);
  for (const at of found) {
    yield at;
    for (const operand of nodes.get(at)?.operands ?? []) {
      if (through(operand)) found.add(operand.maker);
    }
  }
}
