import type { Diagnostic } from "../document/diagnostic.ts";
import type { NodeId, Statement } from "../document/document.ts";
import type { Checking } from "./checking.ts";
import type { TypedNode } from "./diagram.ts";
import { axisGone } from "./shape-messages.ts";

/**
 * Where several operations need an axis that an array from outside lacks, the array is what is wrong:
 * the mistake moves to the line that gives it, and the operations wait. Gives those that had it.
 */
export function blameInputs(checking: Checking): ReadonlySet<NodeId> {
  const moved = new Set<NodeId>();
  for (const [at, said] of checking.diagnostics.entries()) {
    const lacking = lackingOf(checking, said);
    if (lacking === undefined) continue;
    const { message, statement, array } = lacking;
    moved.add(said.place.node ?? "");
    checking.diagnostics[at] = {
      ...said,
      title: message.title,
      place: { node: statement.id, part: `result ${array}` },
      why: [said.title],
      ...(message.facts && { facts: message.facts }),
    };
  }
  return moved;
}

function lackingOf(checking: Checking, said: Diagnostic) {
  const { array, for: wanted, in: shape } = checking.misplaced.get(said) ?? {};
  const more = checking.followers.get(said) ?? [];
  const [axis] = wanted ?? [];
  if (said.code !== "S01" || array === undefined || axis === undefined || shape === undefined)
    return undefined;
  const statement = checking.scope.arrays.get(array)?.statement;
  const all = [{ node: said.place.node ?? "", title: said.title }, ...more];
  const users = [...new Map(all.map((user) => [user.node, user])).values()];
  if (statement === undefined || !isFromOutside(statement) || users.length < 2) return undefined;
  return { message: axisGone({ array, axis, shape, users }), statement, array };
}

function isFromOutside({ kind }: Statement): boolean {
  return kind === "input" || kind === "block" || kind === "weight";
}

/** The nodes with those that had the mistake as ones that wait for it. */
export function waitingFor(
  nodes: readonly TypedNode[],
  moved: ReadonlySet<NodeId>,
): readonly TypedNode[] {
  if (moved.size === 0) return nodes;
  const lines = new Set([...moved].map(lineOf));
  return nodes.map((node): TypedNode => {
    if (node.kind === "loop") return { ...node, nodes: waitingFor(node.nodes, moved) };
    const isMoved = moved.has(node.id) || (lines.has(node.id) && node.wrong === true);
    if (!isMoved) return node;
    const { wrong: _, ...rest } = node;
    return { ...rest, told: true };
  });
}

/** The line that a node stands on. */
function lineOf(node: NodeId): NodeId {
  return node.replace(/(\.\d+)+$/, "");
}
