import type { Axis } from "../../shapes/axis.ts";
import { printSize } from "../../shapes/print.ts";
import type { TypedDefinition, TypedDiagram, TypedNode, Value } from "../typing/diagram.ts";
import { indexDefinition } from "./definition-index.ts";
import { eventAt } from "./follow/axis-events.ts";
import { hasAxis } from "./follow/bindings.ts";

/** A row of an axes table. */
export interface AxisFact {
  readonly axis: string;
  /** The number at the configured values, else the expression. */
  readonly size: string;
  /** The expression, when it says more than the name and the number do. */
  readonly formula?: string;
  /** "passes through", "summed away", "from X". */
  readonly says: string;
}

/** The size of an axis for people: digits in groups, or the expression where there is no number. */
export function sizeFact(axis: Axis, typed: TypedDiagram): Pick<AxisFact, "size" | "formula"> {
  const formula = printSize(axis.size);
  const value = typed.evaluate(axis.size);
  if (value === undefined) return { size: formula === axis.name ? "free" : formula };
  const size = groupDigits(value.toString());
  return formula === axis.name || formula === value.toString() ? { size } : { size, formula };
}

/** `1 048 576`: thin spaces at thousands from 10 000 on. */
export function groupDigits(digits: string): string {
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** What a node does to each axis that it meets: those of its results first, then those it uses up. */
export function axesAtNode(node: TypedNode, typed: TypedDiagram): readonly AxisFact[] {
  const before = distinctAxes(node.operands);
  const after = distinctAxes(node.results);
  const gone = before.filter((axis) => !after.some((each) => each.name === axis.name));
  return [...after, ...gone].map((axis) => ({
    axis: axis.name,
    ...sizeFact(axis, typed),
    says: eventAt(node, axis.name)?.says ?? "passes through",
  }));
}

/** Where each axis of an array was made. */
export function axesOfValue(
  value: Value,
  definition: TypedDefinition,
  typed: TypedDiagram,
): readonly AxisFact[] {
  return value.type.shape.map((axis) => ({
    axis: axis.name,
    ...sizeFact(axis, typed),
    says: origin(axis.name, value, definition),
  }));
}

function distinctAxes(values: readonly Value[]): readonly Axis[] {
  const axes = new Map<string, Axis>();
  for (const value of values) {
    for (const axis of value.type.shape) if (!axes.has(axis.name)) axes.set(axis.name, axis);
  }
  return [...axes.values()];
}

function origin(axis: string, value: Value, definition: TypedDefinition): string {
  const first = firstWith(axis, value, definition);
  if (first === value) return "made here";
  return first.name === undefined ? "from a step before" : `from ${first.name}`;
}

/** The array upstream in which an axis begins; another one may have an axis of that name, too. */
function firstWith(axis: string, value: Value, definition: TypedDefinition): Value {
  const { nodes } = indexDefinition(definition);
  const seen = new Set<Value>();
  let first = value;
  while (!seen.has(first)) {
    seen.add(first);
    const before = nodes.get(first.maker)?.operands.find((each) => hasAxis(each, axis));
    if (before === undefined) break;
    first = before;
  }
  return first;
}
