import { printSize } from "../../shapes/print.ts";
import type { TypedDiagram, TypedNode } from "../typing/diagram.ts";

type CallNode = Extract<TypedNode, { kind: "call" }>;

/** The sizes that a call gives its block where they differ from those of the same name around it. */
export function givenSizes({
  sizes = new Map(),
}: CallNode): readonly (readonly [name: string, size: string])[] {
  return [...sizes]
    .map(([name, size]) => [name, printSize(size)] as const)
    .filter(([name, size]) => size !== name && !name.includes("#"));
}

/** The parameters of each block: the sizes that any call gives it, in the order in which they are met. */
export function blockParameters({
  definitions,
}: TypedDiagram): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const visit = (nodes: readonly TypedNode[]): void => {
    for (const node of nodes) {
      if (node.kind === "loop") visit(node.nodes);
      if (node.kind !== "call") continue;
      const names = found.get(node.definition.name) ?? new Set();
      for (const [name] of givenSizes(node)) names.add(name);
      found.set(node.definition.name, names);
    }
  };
  for (const { nodes } of definitions.values()) visit(nodes);
  return new Map([...found].map(([name, names]) => [name, [...names]]));
}
