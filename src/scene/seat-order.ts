import type { TypedNode } from "../typing/diagram.ts";

type OpNode = Extract<TypedNode, { kind: "op" }>;

/**
 * The places of the operands of an operation in the order that its slab takes them: those first
 * that stand above the others by their keyword.
 */
export function seatOrder(
  { op, keywords, operands }: OpNode,
  order: readonly number[],
): readonly number[] {
  const plain = operands.length - keywords.length;
  const above = (op.above ?? []).flatMap((word) => {
    const at = keywords.indexOf(word);
    return at < 0 ? [] : [plain + at];
  });
  return [...above, ...order.filter((place) => !above.includes(place))];
}
