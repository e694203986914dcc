import type { Label } from "../document/diagnostic.ts";
import { quoted } from "../ops/shared/phrase.ts";
import { axisNames, type Body } from "./checking.ts";
import type { TypedNode, Value } from "./diagram.ts";

/**
 * Where on the way from one array to another axes come and go, at one operation each: "`f` appears and
 * `m` goes away here." Nodes are in their order, producers first.
 */
export function comingsAndGoings(
  nodes: readonly TypedNode[],
  from: Value,
  to: Value,
): readonly Label[] {
  const way = wayFrom(nodes, from);
  const isWay = way.has(to.id);
  const [before, after] = [axisNames(from.type.shape), axisNames(to.type.shape)];
  const turns = [...before, ...after].flatMap((axis) => {
    const isThere = after.includes(axis);
    if (before.includes(axis) === isThere || !(isThere || isWay)) return [];
    const node = lastTurn(nodes, to, axis, (operand) => !isWay || way.has(operand.id));
    return node ? [{ axis, isThere, node }] : [];
  });
  return nodes.flatMap((node): readonly Label[] => {
    const here = turns.filter((turn) => turn.node === node);
    const come = here.flatMap(({ axis, isThere }) => (isThere ? axis : []));
    const go = here.flatMap(({ axis, isThere }) => (isThere ? [] : axis));
    const says = [
      ...(come.length > 0 ? [`${quoted(come)} ${come.length > 1 ? "appear" : "appears"}`] : []),
      ...(go.length > 0 ? [`${quoted(go)} ${go.length > 1 ? "go" : "goes"} away`] : []),
    ];
    if (says.length === 0) return [];
    return [{ at: { node: node.id, part: "name" }, text: `${says.join(" and ")} here.` }];
  });
}

/** Where the axis that arrays lack was last in what they are made of; nothing if it never was. */
export function goneFrom(body: Body, arrays: readonly Value[], axis: string): readonly Label[] {
  const made = new Set(arrays.map(({ id }) => id));
  for (let around: Body | undefined = body; around; around = around.parent) {
    for (const { id, operands, results } of around.nodes.toReversed()) {
      if (!results.some((result) => made.has(result.id))) continue;
      if (operands.some((operand) => has(operand, axis))) {
        return [{ at: { node: id, part: "name" }, text: `\`${axis}\` goes away here.` }];
      }
      for (const operand of operands) made.add(operand.id);
    }
  }
  return [];
}

function has({ type }: Value, axis: string): boolean {
  return type.shape.some(({ name }) => name === axis);
}

/** The arrays that are made of an array, with itself. */
function wayFrom(nodes: readonly TypedNode[], { id }: Value): ReadonlySet<string> {
  const way = new Set([id]);
  for (const { operands, results } of nodes) {
    if (operands.some((operand) => way.has(operand.id)))
      for (const each of results) way.add(each.id);
  }
  return way;
}

/** Goes back from an array as long as an operand on the way has, or lacks, the axis as the array does. */
function lastTurn(
  nodes: readonly TypedNode[],
  to: Value,
  axis: string,
  isOnWay: (operand: Value) => boolean,
): TypedNode | undefined {
  let id = to.id;
  for (const node of nodes.toReversed()) {
    if (!node.results.some((result) => result.id === id)) continue;
    const same = node.operands.find(
      (operand) => isOnWay(operand) && has(operand, axis) === has(to, axis),
    );
    if (same === undefined) return node;
    id = same.id;
  }
  return undefined;
}
