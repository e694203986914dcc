import type { Diagnostic } from "../document/diagnostic.ts";
import type { NodeId } from "../document/document.ts";
import { axisNames, type Body, type Checking } from "./checking.ts";
import { isChanging } from "./copies.ts";
import type { Carried } from "./loop.ts";

/**
 * Takes back what the body of a loop says since `before` about axes of a carry that its next value has
 * by other names, and tells whether it said such: the entry is wrong then, not the body.
 */
export function blameEntry(
  checking: Checking,
  inside: Body,
  { statement, inner }: Carried,
  before: number,
): boolean {
  const next = inside.values.get(statement.to.name);
  if (!next || inner.poisoned || isChanging(statement)) return false;
  const [enters, leaves] = [axisNames(inner.type.shape), axisNames(next.type.shape)];
  const lacking = leaves.filter((axis) => !enters.includes(axis));
  const extra = enters.filter((axis) => !leaves.includes(axis));
  if (lacking.length === 0 || extra.length === 0) return false;
  const follow = checking.diagnostics
    .slice(before)
    .filter((said) => follows(checking, said, lacking, extra));
  if (follow.length === 0) return false;
  const kept = checking.diagnostics.filter((said) => !follow.includes(said));
  checking.diagnostics.splice(0, checking.diagnostics.length, ...kept);
  const lines = new Set(follow.map(({ place }) => lineOf(place.node ?? "")));
  for (const [i, node] of inside.nodes.entries()) {
    if (node.wrong !== true || !lines.has(lineOf(node.id))) continue;
    const { wrong: _, ...rest } = node;
    inside.nodes[i] = { ...rest, told: true };
  }
  return true;
}

/** Whether the mistake would be none if the axes that the entry has were those that it lacks. */
function follows(
  checking: Checking,
  said: Diagnostic,
  lacking: readonly string[],
  extra: readonly string[],
): boolean {
  const misplaced = checking.misplaced.get(said);
  if (said.code === "S01" && misplaced) {
    const { for: wanted = [], in: found } = misplaced;
    return (
      wanted.some((axis) => lacking.includes(axis)) && found.some((axis) => extra.includes(axis))
    );
  }
  if (said.code !== "N04" || said.clash?.kind !== "shape") return false;
  return said.clash.lacking.length === 0 && said.clash.extra.every((axis) => extra.includes(axis));
}

/** The line that a node stands on. */
function lineOf(node: NodeId): NodeId {
  return node.replace(/(\.\d+)+$/, "");
}
