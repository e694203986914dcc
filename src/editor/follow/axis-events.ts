import { worksOn } from "../../ops/shared/axes.ts";
import type { TypedNode, Value } from "../../typing/diagram.ts";
import { enteredAs, goesPast, hasAxis, namesInside, renamedBy } from "./bindings.ts";

/** What an operation does to an axis; `passes` is nothing. */
export type EventKind = "begins" | "joined" | "along" | "ends" | "renamed" | "inside" | "passes";

/** What happens to an axis at a node, as people say it: "summed away". */
export interface AxisEvent {
  readonly kind: EventKind;
  readonly says: string;
}

/** What happens to an axis at a node that it comes to or leaves; `undefined` where it does neither. */
export function eventAt(node: TypedNode, axis: string): AxisEvent | undefined {
  const before = node.operands.filter((value) => hasAxis(value, axis));
  const after = node.results.filter((value) => hasAxis(value, axis));
  if (node.kind === "loop") return eventAtLoop(node, axis);
  if (before.length === 0 && after.length === 0) return undefined;
  if (node.kind === "call") return eventAtCall(node, axis, { before, after });
  if (before.length === 0) return begun(node, axis);
  if (after.length === 0) return ended(node, axis);
  if (node.kind !== "op") return { kind: "passes", says: "passes through" };
  if (worksOn(node.call, axis)) {
    return { kind: "along", says: "worked along" };
  }
  if (before.length > 1) return { kind: "joined", says: "joined" };
  return { kind: "passes", says: "passes through" };
}

function begun(node: TypedNode, axis: string): AxisEvent {
  if (node.kind === "input" || node.kind === "weight") {
    return { kind: "begins", says: "comes in here" };
  }
  const from = renamedBy(node).find(([, to]) => to === axis)?.[0];
  return from === undefined
    ? { kind: "begins", says: "made here" }
    : { kind: "renamed", says: `renamed from ${from}` };
}

function ended(node: TypedNode, axis: string): AxisEvent {
  if (node.kind !== "op") return { kind: "ends", says: "ends here" };
  const to = renamedBy(node).find(([from]) => from === axis)?.[1];
  if (to !== undefined) return { kind: "renamed", says: `renamed ${to}` };
  const { family } = node.op;
  const isSum = family === "products" || family === "learned";
  return { kind: "ends", says: isSum ? "summed away" : "used up" };
}

function eventAtCall(
  call: Extract<TypedNode, { kind: "call" }>,
  axis: string,
  { before, after }: { readonly before: readonly Value[]; readonly after: readonly Value[] },
): AxisEvent {
  const names = namesInside(call, axis);
  if (names.length === 0) {
    const past = goesPast(call, axis) || before.length > 0;
    return past
      ? { kind: "passes", says: "passes through" }
      : { kind: "begins", says: "made here" };
  }
  const as = names.length === 1 && names[0] === axis ? "" : ` as ${names.join(" and ")}`;
  if (before.length === 0) return { kind: "begins", says: `made inside${as}` };
  if (after.length === 0) return { kind: "ends", says: `ends inside${as}` };
  return { kind: "inside", says: `goes inside${as}` };
}

function eventAtLoop(
  loop: Extract<TypedNode, { kind: "loop" }>,
  axis: string,
): AxisEvent | undefined {
  const slices = loop.crossings.some((each) => each.kind === "each" && each.axis === axis);
  const stacks = loop.crossings.some((each) => each.kind === "collect" && each.axis === axis);
  if (slices && stacks) return { kind: "along", says: "taken apart and stacked again" };
  if (slices) return { kind: "ends", says: "taken apart, one position in each step" };
  if (stacks) return { kind: "begins", says: "stacked, one position in each step" };
  const entry = enteredAs(loop).find(([from, to]) => from !== to && (from === axis || to === axis));
  if (entry !== undefined) {
    const [from, to] = entry;
    return {
      kind: "renamed",
      says: from === axis ? `goes inside as ${to}` : `comes in as ${from}`,
    };
  }
  const touches = [...loop.operands, ...loop.results].some((value) => hasAxis(value, axis));
  return touches ? { kind: "passes", says: "passes through" } : undefined;
}
