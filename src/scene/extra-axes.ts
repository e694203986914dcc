import type { TypedNode, Value, ValueId } from "../typing/diagram.ts";
import { entriesWire } from "./entries-wire.ts";

/**
 * Axes that an array carries past a block that knows nothing of them. Inside the block an extra axis
 * is named `^` plus its name outside, which no axis of the language can be called.
 */
export type ExtraAxes = ReadonlyMap<ValueId, readonly string[]>;

/** The name inside a block of an axis that is broadcast past it. */
export function extraName(outside: string): string {
  return `^${outside}`;
}

/** The name outside a block of an extra axis, or `undefined` for an axis of the block's own. */
export function nameOutside(axis: string): string | undefined {
  return axis.startsWith("^") ? axis.slice(1) : undefined;
}

/** The name of an axis where it has one of its own, however many blocks it goes past. */
export function plainName(axis: string): string {
  return axis.replace(/^\^+/, "");
}

/** The strands of a value in drawing order, the wire of its entries last where it has one. */
export function drawnAxes(value: Value, extras: ExtraAxes): readonly string[] {
  const wire = entriesWire(value.type);
  const axes = axisStrands(value, extras);
  return wire === undefined ? axes : [...axes, wire];
}

/** The strands of the axes of a value: extra axes lead, as in the code that is generated. */
export function axisStrands(value: Value, extras: ExtraAxes): readonly string[] {
  const own = value.type.shape.map((axis) => axis.name);
  const extra = extras.get(value.id);
  return extra === undefined || extra.length === 0 ? own : [...extra, ...own];
}

/** Follows extra axes from the inputs of a body through all its nodes, loop bodies included. */
export function spreadExtraAxes(
  inputs: readonly Value[],
  extrasOfInputs: readonly (readonly string[])[],
  nodes: readonly TypedNode[],
): ExtraAxes {
  const extras = new Map<ValueId, readonly string[]>();
  inputs.forEach((value, i) => {
    extras.set(value.id, extrasOfInputs[i] ?? []);
  });
  if (extrasOfInputs.some((axes) => axes.length > 0)) spread(nodes, extras);
  return extras;
}

function spread(nodes: readonly TypedNode[], extras: Map<ValueId, readonly string[]>): void {
  const of = (value: Value): readonly string[] => extras.get(value.id) ?? [];
  for (const node of nodes) {
    if (node.kind === "loop") {
      spreadLoop(node, extras);
    } else {
      const arriving = union(node.operands.map(of));
      for (const value of node.results) {
        if (value.scalar === undefined) extras.set(value.id, arriving);
      }
    }
  }
}

/** A state carries whatever comes in with any array, since a step may mix them all. */
function spreadLoop(
  node: Extract<TypedNode, { kind: "loop" }>,
  extras: Map<ValueId, readonly string[]>,
): void {
  const of = (value: Value): readonly string[] => extras.get(value.id) ?? [];
  const entering = union(
    node.crossings.map((crossing) => {
      if (crossing.kind === "collect") return [];
      return of(crossing.kind === "carry" ? crossing.start : crossing.outer);
    }),
  );
  for (const crossing of node.crossings) {
    if (crossing.kind === "carry") extras.set(crossing.inner.id, entering);
    if (crossing.kind === "each") extras.set(crossing.inner.id, of(crossing.outer));
  }
  spread(node.nodes, extras);
  for (const crossing of node.crossings) {
    if (crossing.kind === "carry") extras.set(crossing.final.id, entering);
    if (crossing.kind === "collect") extras.set(crossing.outer.id, of(crossing.inner));
  }
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
