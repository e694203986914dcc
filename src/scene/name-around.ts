import type { TypedNode } from "../typing/diagram.ts";
import { nameOutside } from "./extra-axes.ts";

/** What an axis of a block, or one that goes past it, is called where the block is called. */
export function nameAround(
  call: Extract<TypedNode, { kind: "call" }>,
  axis: string,
): string | undefined {
  const past = nameOutside(axis);
  if (past !== undefined) return past;
  const ports = [...call.definition.inputs, ...call.definition.outputs];
  const isPort = ports.some(({ type }) => type.shape.some(({ name }) => name === axis));
  return isPort ? (call.bindings.get(axis) ?? axis) : undefined;
}
