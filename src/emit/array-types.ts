import type { ArrayType } from "../../shapes/array-type.ts";
import type { TypedDefinition, TypedNode, Value } from "../typing/diagram.ts";

/**
 * The type of every named array of a definition, bodies of loops included. A carry counts as it is
 * inside. What a mistake has made uncertain is left out.
 */
export function arrayTypes(definition: TypedDefinition): ReadonlyMap<string, ArrayType> {
  const types = new Map<string, ArrayType>();
  for (const value of definition.inputs) note(value);
  for (const node of definition.nodes) noteNode(node);
  return types;

  function noteNode(node: TypedNode): void {
    if (node.kind !== "loop") {
      for (const value of node.results) note(value);
      return;
    }
    for (const inside of node.nodes) noteNode(inside);
    for (const crossing of node.crossings) {
      if (crossing.kind === "collect") note(crossing.outer);
      if (crossing.kind === "each" || crossing.kind === "carry") note(crossing.inner);
    }
  }

  function note({ name, type, poisoned }: Value): void {
    if (name !== undefined && poisoned !== true) types.set(name, type);
  }
}
