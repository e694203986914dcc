import type { TypedDefinition, TypedNode } from "../../typing/diagram.ts";
import { hasAxis, namesInside } from "./bindings.ts";
import { nodesIn } from "./instances.ts";

const counts = new WeakMap<TypedDefinition, Map<string, number>>();

/** How many operations of a block touch one of the axes, those of the blocks that it calls included. */
export function usesOf(definition: TypedDefinition, axes: readonly string[]): number {
  const key = [...axes].sort().join(" ");
  const known = counts.get(definition) ?? new Map<string, number>();
  counts.set(definition, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const count = nodesIn(definition).reduce((sum, { node }) => sum + usesAt(node, axes), 0);
  known.set(key, count);
  return count;
}

function usesAt(node: TypedNode, axes: readonly string[]): number {
  switch (node.kind) {
    case "input":
    case "weight":
      return 0;
    case "call": {
      const inside = axes.flatMap((axis) => namesInside(node, axis));
      return inside.length === 0 ? 0 : usesOf(node.definition, inside);
    }
    case "loop": {
      const slices = node.crossings.some((each) => "axis" in each && axes.includes(each.axis));
      return slices ? 1 : 0;
    }
    default: {
      const isTouched = [...node.operands, ...node.results].some((value) =>
        axes.some((axis) => hasAxis(value, axis)),
      );
      return isTouched ? 1 : 0;
    }
  }
}
