import type { TypedNode, Value, ValueId } from "../typing/diagram.ts";

/**
 * Values of a body in the order in which a walk from its results back through the operands first
 * meets them: rows in this order need not cross on their way to where they are used.
 */
export function orderOfUse(
  results: readonly Value[],
  nodes: readonly TypedNode[],
): ReadonlyMap<ValueId, number> {
  const makers = new Map<ValueId, TypedNode>();
  for (const node of nodes) {
    for (const value of node.results) makers.set(value.id, node);
  }
  const order = new Map<ValueId, number>();
  const met = new Set<ValueId>();
  const waiting = [...results].reverse();
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (value === undefined || met.has(value.id)) continue;
    met.add(value.id);
    const maker = makers.get(value.id);
    if (maker === undefined) order.set(value.id, order.size);
    else waiting.push(...[...maker.operands].reverse());
  }
  return order;
}

/** The items sorted by the place of their value in an order; those without a place go last. */
export function sortedByUse<Item>(
  items: readonly Item[],
  valueIn: (item: Item) => Value,
  order: ReadonlyMap<ValueId, number>,
): readonly Item[] {
  const place = (item: Item): number => order.get(valueIn(item).id) ?? order.size;
  return [...items].sort((left, right) => place(left) - place(right));
}
