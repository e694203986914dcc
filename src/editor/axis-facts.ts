import type { Axis } from "../../shapes/axis.ts";
import { printSize } from "../../shapes/print.ts";
import type { SourceMap } from "../document/diagnostic.ts";
import type {
  AxisRecord,
  TypedDefinition,
  TypedDiagram,
  TypedNode,
  Value,
} from "../typing/diagram.ts";
import { indexDefinition } from "./definition-index.ts";

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
  const left = after.map((axis) => ({
    axis: axis.name,
    ...sizeFact(axis, typed),
    says: before.some((each) => each.name === axis.name) ? kept(node, axis) : made(node),
  }));
  const gone = before
    .filter((axis) => !after.some((each) => each.name === axis.name))
    .map((axis) => ({ axis: axis.name, ...sizeFact(axis, typed), says: ended(node) }));
  return [...left, ...gone];
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

/** "Made by the linear map in line 6, used in 5 lines, summed away in line 11." */
export function followFact(axis: string, definition: TypedDefinition, sources: SourceMap): string {
  const index = indexDefinition(definition);
  const record = definition.axes.get(axis);
  const nodes = [...index.nodes.values()].filter((node) =>
    [...node.operands, ...node.results].some((value) => hasAxis(value, axis)),
  );
  const lines = new Set(nodes.map((node) => sources.get(node.id)?.line));
  lines.delete(undefined);
  const enders = nodes.filter((node) => endsAxis(node, axis));
  const parts = [
    record === undefined ? undefined : `made by ${makerTitle(record, definition, sources)}`,
    `used in ${lines.size} ${lines.size === 1 ? "line" : "lines"}`,
    ...enders.slice(0, 3).map((node) => `${ended(node)} in ${lineOf(node, sources)}`),
  ];
  return `Following ${axis}: ${parts.filter((part) => part !== undefined).join(", ")}.`;
}

function distinctAxes(values: readonly Value[]): readonly Axis[] {
  const axes = new Map<string, Axis>();
  for (const value of values) {
    for (const axis of value.type.shape) if (!axes.has(axis.name)) axes.set(axis.name, axis);
  }
  return [...axes.values()];
}

function kept(node: TypedNode, axis: Axis): string {
  if (node.kind !== "op") return "passes through";
  const targeted = node.call.targets.some((each) => each.name === axis.name);
  if (targeted) return "worked along";
  const takers = node.operands.filter((value) => hasAxis(value, axis.name));
  return takers.length > 1 ? "joined" : "passes through";
}

function made(node: TypedNode): string {
  return node.kind === "input" || node.kind === "weight" ? "comes in here" : "made here";
}

function ended(node: TypedNode): string {
  if (node.kind !== "op") return "ends here";
  const { family } = node.op;
  return family === "products" || family === "learned" ? "summed away" : "used up";
}

function endsAxis(node: TypedNode, axis: string): boolean {
  const before = node.operands.some((value) => hasAxis(value, axis));
  return before && !node.results.some((value) => hasAxis(value, axis));
}

function hasAxis(value: Value, axis: string): boolean {
  return value.type.shape.some((each) => each.name === axis);
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

function makerTitle(
  { axis, madeBy }: AxisRecord,
  definition: TypedDefinition,
  sources: SourceMap,
): string {
  const input = definition.inputs.find((value) => hasAxis(value, axis.name));
  if (input?.maker === madeBy && input.name !== undefined) return `input ${input.name}`;
  const found = indexDefinition(definition).nodes.get(madeBy);
  if (found === undefined) return "a step of its own";
  const name = found.results.find((value) => value.name !== undefined)?.name;
  const line = lineOf(found, sources);
  return name === undefined ? line : `${name} in ${line}`;
}

function lineOf(node: TypedNode, sources: SourceMap): string {
  const span = sources.get(node.id);
  return span === undefined ? "this block" : `line ${span.line}`;
}
