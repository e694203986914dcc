import { printSize } from "../../shapes/print.ts";
import { type Checking, report } from "./checking.ts";
import type { TypedNode, Value } from "./diagram.ts";
import { sizeNotDetermined } from "./shape-messages.ts";

type Operation = Extract<TypedNode, { kind: "op" }>;

/** Remarks on axes of weights outside of blocks whose size nothing says (S17). */
export function remarkOpenSizes(
  checking: Checking,
  nodes: readonly TypedNode[],
  inputs: readonly Value[],
): void {
  const { scope, diagnostics } = checking;
  // A mistake may be what keeps the size from being known.
  if (diagnostics.some(({ severity }) => severity === "error")) return;
  const known = new Set(inputs.flatMap(({ type }) => type.shape.map(({ name }) => name)));
  for (const node of operationsIn(nodes)) {
    if (!node.op.learned) continue;
    for (const { name, size } of node.results.flatMap(({ type }) => type.shape)) {
      if (known.has(name)) continue;
      known.add(name);
      const isOpen = printSize(checking.sizes.resolve(size)) === name && !scope.table.size(name);
      if (!isOpen || !node.call.results.some((axis) => axis.name === name)) continue;
      const place = { node: node.id, part: `axis ${name}` };
      report(checking, sizeNotDetermined(name, node.op.name), place);
    }
  }
}

function operationsIn(nodes: readonly TypedNode[]): readonly Operation[] {
  return nodes.flatMap((node) =>
    node.kind === "op" ? [node] : node.kind === "loop" ? operationsIn(node.nodes) : [],
  );
}
