import type { TypedDiagram, TypedNode } from "../typing/diagram.ts";

/** The names of the blocks that others of the file call. */
export function calledDefinitions({ definitions }: TypedDiagram): ReadonlySet<string> {
  const called = new Set<string>();
  const visit = (nodes: readonly TypedNode[]): void => {
    for (const node of nodes) {
      if (node.kind === "call") called.add(node.definition.name);
      if (node.kind === "loop") visit(node.nodes);
    }
  };
  for (const { nodes } of definitions.values()) visit(nodes);
  return called;
}
