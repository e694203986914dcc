import type { Axis, Shape } from "../../shapes/axis.ts";
import type { NodeId } from "../document/document.ts";
import type { OpCall } from "../ops/op.ts";
import type { AxisRecord, TypedNode, Value } from "./diagram.ts";
import { mapBrackets, mapCrossing } from "./mapped.ts";
import type { Sizes } from "./sizes.ts";

/** Puts what the solver found into values and nodes; equal parts stay the same objects. */
export class Finisher {
  private readonly sizes: Sizes;
  private readonly axes = new Map<Axis, Axis>();
  private readonly values = new Map<Value, Value>();

  constructor(sizes: Sizes) {
    this.sizes = sizes;
  }

  /** The value with its sizes as far as they are known. */
  value(value: Value): Value {
    const known = this.values.get(value);
    if (known) return known;
    const shape = this.shape(value.type.shape);
    const isSame = shape.every((axis, i) => axis === value.type.shape[i]);
    const finished = isSame ? value : { ...value, type: { ...value.type, shape } };
    this.values.set(value, finished);
    return finished;
  }

  /** The node with all values in it finished. */
  node(node: TypedNode): TypedNode {
    const all = (values: readonly Value[]) => values.map((value) => this.value(value));
    const common = { ...node, operands: all(node.operands), results: all(node.results) };
    switch (common.kind) {
      case "op":
        return { ...common, call: this.call(common.call) };
      case "loop":
        return {
          ...common,
          count: this.sizes.resolve(common.count),
          crossings: common.crossings.map((crossing) =>
            mapCrossing(crossing, (value) => this.value(value)),
          ),
          nodes: common.nodes.map((inner) => this.node(inner)),
        };
      case "call":
        return {
          ...common,
          ...(common.sizes && {
            sizes: new Map(
              [...common.sizes].map(([name, size]) => [name, this.sizes.resolve(size)]),
            ),
          }),
        };
      default:
        return common;
    }
  }

  private axis(axis: Axis): Axis {
    let finished = this.axes.get(axis);
    if (!finished) {
      const size = this.sizes.resolve(axis.size);
      finished = size === axis.size ? axis : { name: axis.name, size };
      this.axes.set(axis, finished);
    }
    return finished;
  }

  private shape(shape: Shape): Shape {
    return shape.map((axis) => this.axis(axis));
  }

  private call(call: OpCall): OpCall {
    const finished = (type: OpCall["operands"][number]) => ({
      ...type,
      shape: this.shape(type.shape),
    });
    return {
      ...call,
      operands: call.operands.map(finished),
      keywords: Object.fromEntries(
        Object.entries(call.keywords).map(([word, type]) => [word, finished(type)]),
      ),
      ...mapBrackets(call, (axes) => this.shape(axes)),
      options: Object.fromEntries(
        Object.entries(call.options).map(([word, sizes]) => [
          word,
          sizes.map((size) => this.sizes.resolve(size)),
        ]),
      ),
      declared: call.declared.map((shape) => shape && this.shape(shape)),
    };
  }
}

/** Every axis of a definition with the first node that has it in a result. */
export function recordAxes(
  inputs: readonly Value[],
  nodes: readonly TypedNode[],
  labels: ReadonlyMap<string, string>,
): ReadonlyMap<string, AxisRecord> {
  const records = new Map<string, AxisRecord>();
  const add = (value: Value, madeBy: NodeId) => {
    for (const axis of value.type.shape) {
      if (records.has(axis.name)) continue;
      const label = labels.get(axis.name);
      records.set(axis.name, { axis, madeBy, ...(label !== undefined && { label }) });
    }
  };
  const addNode = (node: TypedNode) => {
    if (node.kind === "loop") {
      for (const crossing of node.crossings) {
        if (crossing.kind === "carry") add(crossing.inner, node.id);
      }
      for (const inner of node.nodes) addNode(inner);
    }
    for (const value of node.results) add(value, node.id);
  };
  for (const value of inputs) add(value, value.maker);
  for (const node of nodes) addNode(node);
  return records;
}
