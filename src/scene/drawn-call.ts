import type { DrawnCall, DrawnOperand } from "../ops/op.ts";
import type { TypedDefinition, TypedNode, Value } from "../typing/diagram.ts";
import { doubleAxes } from "./double-wires.ts";
import { entriesWire } from "./entries-wire.ts";
import { axisStrands, type ExtraAxes } from "./extra-axes.ts";

type OpNode = Extract<TypedNode, { kind: "op" }>;

interface DrawnWithin {
  readonly extras: ExtraAxes;
  readonly definition?: TypedDefinition;
  label(axis: string): string;
}

/** What a glyph may know of an operation: names of axes, no sizes; `order` places its operands. */
export function drawnCall(
  node: OpNode,
  { extras, label, definition }: DrawnWithin,
  order: readonly number[] = [...node.operands.keys()],
): DrawnCall {
  const drawn = order.flatMap((place): readonly DrawnOperand[] => {
    const value = node.operands[place];
    return value === undefined ? [] : [drawnOperand(value, node.consumed[place] ?? [], extras)];
  });
  const plain = drawn.length - node.keywords.length;
  const first = node.results[0];
  const { over, groups, words } = node.call;
  const doubles = definition === undefined ? NONE : doubleAxes(definition);
  return {
    operands: drawn.slice(0, plain),
    keywords: Object.fromEntries(
      node.keywords.flatMap((word, i) => {
        const operand = drawn[plain + i];
        return operand === undefined ? [] : [[word, operand]];
      }),
    ),
    results: node.results.map((value) => axisStrands(value, extras)),
    targets: names(node.call.targets),
    resultAxes: names(node.call.results),
    options: node.optionTexts,
    ...(words && { words }),
    ...(over && { over: { axes: names(over.axes), results: names(over.results ?? over.axes) } }),
    ...(groups && {
      groups: { targets: groups.targets.map(names), results: groups.results.map(names) },
    }),
    numbers: node.call.numbers,
    ...(doubles.size > 0 && {
      arity: new Map([...doubles].map(([axis, all]) => [axis, all.length])),
    }),
    ...(first?.name !== undefined ? { instance: node.layer ?? first.name } : {}),
    label,
  };
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

/** The call in words, where a double wire is all the axes that it stands for. */
export function spokenCall(node: OpNode, call: DrawnCall, definition: TypedDefinition): string {
  const doubles = doubleAxes(definition);
  if (doubles.size === 0) return node.op.spoken(call);
  const all = (axes: readonly string[]) => axes.flatMap((axis) => doubles.get(axis) ?? [axis]);
  const { targets, resultAxes, over } = call;
  return node.op.spoken({
    ...call,
    targets: all(targets),
    resultAxes: all(resultAxes),
    ...(over && { over: { axes: all(over.axes), results: all(over.results) } }),
  });
}

function names(axes: readonly { readonly name: string }[]): readonly string[] {
  return axes.map((axis) => axis.name);
}

function drawnOperand(value: Value, consumed: readonly string[], extras: ExtraAxes): DrawnOperand {
  const axes = axisStrands(value, extras);
  if (value.scalar !== undefined) return { axes, consumed, scalar: value.scalar };
  const entries = entriesWire(value.type);
  return entries === undefined ? { axes, consumed } : { axes, consumed, entries };
}
