import type { Axis, Shape } from "../../shapes/axis.ts";
import type { Size } from "../../shapes/size.ts";
import type { NodeId } from "../document/document.ts";
import type { OpCall } from "../ops/op.ts";
import type { AxisRecord, TypedNode, Value } from "./diagram.ts";
import { mapBrackets, mapCrossing } from "./mapped.ts";
import type { Sizes } from "./sizes.ts";

/** Puts what the solver found into values and nodes; what it says nothing about stays the same object. */
export class Finisher {
  private readonly sizes: Sizes;
  private readonly resolved = new Map<Size, Size>();
  private readonly axes = new Map<Axis, Axis>();
  private readonly values = new Map<Value, Value>();

  constructor(sizes: Sizes) {
    this.sizes = sizes;
  }

  /** The value with its sizes as far as they are known. */
  value(value: Value): Value {
    if (this.isFinal(value.type.shape)) return value;
    const known = this.values.get(value);
    if (known) return known;
    const finished = { ...value, type: { ...value.type, shape: this.shape(value.type.shape) } };
    this.values.set(value, finished);
    return finished;
  }

  /** The node with all values in it finished. */
  node(node: TypedNode): TypedNode {
    if (node.kind !== "loop" && this.isFinalNode(node)) return node;
    const all = (values: readonly Value[]) => values.map((value) => this.value(value));
    const common = { ...node, operands: all(node.operands), results: all(node.results) };
    switch (common.kind) {
      case "op":
        return { ...common, call: this.call(common.call) };
      case "loop":
        return {
          ...common,
          count: this.size(common.count),
          crossings: common.crossings.map((crossing) =>
            mapCrossing(crossing, (value) => this.value(value)),
          ),
          nodes: common.nodes.map((inner) => this.node(inner)),
        };
      case "call":
        return {
          ...common,
          ...(common.sizes && {
            sizes: new Map([...common.sizes].map(([name, size]) => [name, this.size(size)])),
          }),
        };
      default:
        return common;
    }
  }

  private isFinalNode(node: TypedNode): boolean {
    const isFinalValue = ({ type }: Value) => this.isFinal(type.shape);
    if (!node.operands.every(isFinalValue) || !node.results.every(isFinalValue)) return false;
    if (node.kind === "op") return this.isFinalCall(node.call);
    return node.kind !== "call" || node.sizes === undefined || this.areFinal(node.sizes.values());
  }

  private isFinalCall(call: OpCall): boolean {
    const { targets, results, over, groups } = call;
    return (
      call.operands.every(({ shape }) => this.isFinal(shape)) &&
      Object.values(call.keywords).every(({ shape }) => this.isFinal(shape)) &&
      this.isFinal(targets) &&
      this.isFinal(results) &&
      (!over || (this.isFinal(over.axes) && (!over.results || this.isFinal(over.results)))) &&
      (!groups || [...groups.targets, ...groups.results].every((axes) => this.isFinal(axes))) &&
      Object.values(call.options).every((sizes) => this.areFinal(sizes)) &&
      call.declared.every((shape) => !shape || this.isFinal(shape))
    );
  }

  private isFinal(shape: Shape): boolean {
    for (const { size } of shape) if (this.size(size) !== size) return false;
    return true;
  }

  private areFinal(sizes: Iterable<Size>): boolean {
    for (const size of sizes) if (this.size(size) !== size) return false;
    return true;
  }

  private size(size: Size): Size {
    let resolved = this.resolved.get(size);
    if (!resolved) {
      resolved = this.sizes.resolve(size);
      this.resolved.set(size, resolved);
    }
    return resolved;
  }

  private axis(axis: Axis): Axis {
    let finished = this.axes.get(axis);
    if (!finished) {
      const size = this.size(axis.size);
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
          sizes.map((size) => this.size(size)),
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
