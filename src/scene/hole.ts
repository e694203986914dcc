import type { TypedNode, ValueId } from "../typing/diagram.ts";

/** What a contraction does with the hole that it leaves. */
export type Hole = "keep" | "down" | "up";

type OpNode = Extract<TypedNode, { kind: "op" }>;

/** Two operands lose the same axis: their strands meet in a cup. */
export function isContraction(node: TypedNode): boolean {
  if (node.kind !== "op") return false;
  const seen = new Set<string>();
  for (const [i, axes] of node.consumed.entries()) {
    if (node.operands[i]?.scalar !== undefined) continue;
    for (const axis of axes) {
      if (seen.has(axis)) return true;
      seen.add(axis);
    }
  }
  return false;
}

/** Who reads each value of one body. */
export type Readers = ReadonlyMap<ValueId, readonly TypedNode[]>;

/** The readers of every value that the nodes of one body take. */
export function readersOf(nodes: readonly TypedNode[]): Readers {
  const readers = new Map<ValueId, TypedNode[]>();
  for (const node of nodes) {
    for (const value of node.operands) {
      const known = readers.get(value.id);
      if (known === undefined) readers.set(value.id, [node]);
      else known.push(node);
    }
  }
  return readers;
}

/** True when the result goes, through glyphs that keep its shape, into another contraction. */
export function feedsContraction(
  node: OpNode,
  readers: Readers,
  keepsShape: (node: OpNode) => boolean,
): boolean {
  let at: OpNode = node;
  for (;;) {
    const result = at.results[0];
    const users = result === undefined ? [] : (readers.get(result.id) ?? []);
    const [next] = users;
    if (next === undefined || users.length !== 1) return false;
    if (isContraction(next)) return true;
    if (next.kind !== "op" || !keepsShape(next)) return false;
    at = next;
  }
}
