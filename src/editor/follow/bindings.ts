import { extraName } from "../../scene/extra-axes.ts";
import type { TypedDefinition, TypedNode, Value } from "../../typing/diagram.ts";
import type { CallNode } from "./instances.ts";
import { nodesIn } from "./instances.ts";

/** What an axis is called inside of a call; several names where it stands for several axes there. */
export function namesInside(call: CallNode, axis: string): readonly string[] {
  const ports = [...call.definition.inputs, ...call.definition.outputs];
  const own = new Set(ports.flatMap((port) => port.type.shape.map(({ name }) => name)));
  return [...own].filter((name) => (call.bindings.get(name) ?? name) === axis);
}

/** True for an axis of an operand that no axis of its port stands for: the block is broadcast over it. */
export function goesPast(call: CallNode, axis: string): boolean {
  return call.operands.some((operand, i) => {
    const port = call.definition.inputs[i]?.type.shape ?? [];
    const isBound = port.some(({ name }) => (call.bindings.get(name) ?? name) === axis);
    return hasAxis(operand, axis) && !isBound;
  });
}

/** The name inside of a call of an axis that goes past it. */
export const nameOfPassing = extraName;

/** True when an axis of that name is one of the array; axes that only go past a block are not. */
export function hasAxis(value: Value, axis: string): boolean {
  return value.type.shape.some((each) => each.name === axis);
}

const renamings = new WeakMap<TypedDefinition, readonly (readonly [string, string])[]>();

/**
 * Pairs of names in one definition that are one axis: an axis before and after a `rename`, and an
 * axis outside and inside of a repeat whose carries change shape. Two axes that stand in one array are two.
 */
export function renamedAxes(definition: TypedDefinition): readonly (readonly [string, string])[] {
  const known = renamings.get(definition);
  if (known !== undefined) return known;
  const pairs = nodesIn(definition)
    .flatMap(({ node }) => [...renamedBy(node), ...enteredAs(node)])
    .filter(([one, other]) => one !== other);
  const arrays = pairs.length === 0 ? [] : shapesIn(definition);
  const single = pairs.filter(
    ([one, other]) => !arrays.some((array) => hasAxis(array, one) && hasAxis(array, other)),
  );
  renamings.set(definition, single);
  return single;
}

/** Axes with the names that the operation gives them. */
export function renamedBy(node: TypedNode): readonly (readonly [string, string])[] {
  if (node.kind !== "op" || node.op.renames !== true) return [];
  const { targets, results } = node.call;
  return targets.flatMap(({ name }, i) => {
    const result = results[i];
    return result === undefined ? [] : [[name, result.name] as const];
  });
}

/** Axes of what a loop carries, outside and inside: by name, and for the rest in written order. */
export function enteredAs(node: TypedNode): readonly (readonly [string, string])[] {
  if (node.kind !== "loop") return [];
  return node.crossings.flatMap((crossing) =>
    crossing.kind === "carry" && crossing.start.scalar === undefined
      ? entryOf(crossing.start, crossing.inner)
      : [],
  );
}

/** The axes of a start with their names at the entry. */
export function entryOf(start: Value, inner: Value): readonly (readonly [string, string])[] {
  const open = inner.type.shape.filter(({ name }) => !hasAxis(start, name));
  const rest = start.type.shape.filter(({ name }) => !hasAxis(inner, name));
  const changed = rest.flatMap(({ name }, i) => {
    const to = open[i];
    return to === undefined ? [] : [[name, to.name] as const];
  });
  const kept = start.type.shape.filter(({ name }) => hasAxis(inner, name));
  return [...kept.map(({ name }) => [name, name] as const), ...changed];
}

function shapesIn(definition: TypedDefinition): readonly Value[] {
  const inside = nodesIn(definition).flatMap(({ node }) => [...node.operands, ...node.results]);
  return [...definition.inputs, ...definition.outputs, ...inside];
}
