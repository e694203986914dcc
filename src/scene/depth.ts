import type { TypedNode, Value, ValueId } from "../typing/diagram.ts";

/** How many glyphs a value is away from the borders of its body; loops and calls count as several. */
export type Depths = ReadonlyMap<ValueId, number>;

const LONG = 4;

/** The depth of every value that the nodes of one body make; values from outside have none. */
export function depthsOf(nodes: readonly TypedNode[]): Depths {
  const depths = new Map<ValueId, number>();
  for (const node of nodes) {
    const before = Math.max(0, ...node.operands.map((value) => depths.get(value.id) ?? 0));
    const own = node.operands.length === 0 ? 0 : node.kind === "op" ? 1 : LONG;
    for (const value of node.results) depths.set(value.id, before + own);
  }
  return depths;
}

/**
 * The order in which the operands of an operation stand, as places in its list. Where the order
 * means nothing, what has the longer way comes first, so that a skip runs below what it skips.
 */
export function operandOrder(node: TypedNode, depths: Depths): readonly number[] {
  const order = node.operands.map((_, i) => i);
  if (node.kind !== "op" || node.op.commutes !== true) return order;
  const depth = (value: Value | undefined): number =>
    value === undefined ? 0 : (depths.get(value.id) ?? 0);
  return order.sort(
    (left, right) => depth(node.operands[right]) - depth(node.operands[left]) || left - right,
  );
}
