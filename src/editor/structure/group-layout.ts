import type { LayoutLine, NodeId } from "../../document/document.ts";
import { nodesOf, underNames } from "../../document/layout-nodes.ts";
import { anew } from "../edits/document-tree.ts";
import { arrayIn, arrayOf } from "./carried-layout.ts";

/** Lines that move into a block of their own. */
export interface Grouping {
  /** Where they come from. */
  readonly definition: string;
  readonly block: string;
  readonly call: NodeId;
  readonly moved: ReadonlySet<NodeId>;
  /** Arrays that the lines make, and those that they read from outside. */
  readonly made: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
}

/**
 * What was arranged by hand goes into the block with what it is about. Against what stays outside,
 * what moves is ordered as the call that stands for it, or, where the block reads it, as its port.
 */
export function groupedLayout(
  layout: readonly LayoutLine[],
  grouping: Grouping,
): readonly LayoutLine[] {
  const { definition, block, call, moved, made, read } = grouping;
  const arrayNamed = (name: NodeId, among: ReadonlySet<string>): NodeId | undefined => {
    const array = arrayOf(definition, name);
    return array !== undefined && among.has(array) ? arrayIn(block, array) : undefined;
  };
  const inside = (name: NodeId) => (moved.has(name) ? name : arrayNamed(name, made));
  const lines = layout.flatMap((line): readonly LayoutLine[] => {
    const nodes = nodesOf(line);
    const count = nodes.filter((name) => inside(name) !== undefined).length;
    if (count === 0) return [line];
    if (count === nodes.length) return [underNames(line, (name) => inside(name) ?? name)];
    if (line.kind === "plate") {
      const around = nodes.map((name) => (inside(name) === undefined ? name : call));
      return [anew({ ...line, nodes: [...new Set(around)] })];
    }
    const isPort = nodes.every((name) => (inside(name) ?? arrayNamed(name, read)) !== undefined);
    const asPort = (name: NodeId) => inside(name) ?? arrayNamed(name, read) ?? name;
    const asCall = (name: NodeId) => (inside(name) === undefined ? name : call);
    return [underNames(line, isPort ? asPort : asCall)];
  });
  return withoutContradiction(lines, call);
}

/** Each order that the call is in once, and none where two parts of it stood on both sides. */
function withoutContradiction(layout: readonly LayoutLine[], call: NodeId): readonly LayoutLine[] {
  const orders = new Set(layout.map((line) => orderOf(line, call)));
  const seen = new Set<string>();
  return layout.filter((line) => {
    const order = orderOf(line, call);
    if (order === undefined) return true;
    if (orders.has(order.split("\n").reverse().join("\n")) || seen.has(order)) return false;
    seen.add(order);
    return true;
  });
}

function orderOf(line: LayoutLine, call: NodeId): string | undefined {
  if (line.kind !== "place" || line.wish.kind !== "before") return undefined;
  const both = [line.node, line.wish.other];
  return both.includes(call) ? both.join("\n") : undefined;
}
