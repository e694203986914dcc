import { box } from "../draw/forms/box.ts";
import { source } from "../draw/forms/source.ts";
import type { TypedNode, Value } from "../typing/diagram.ts";
import type { BodyItem, BodyScope } from "./body-item.ts";
import { drawnCall } from "./drawn-call.ts";
import { drawnAxes } from "./extra-axes.ts";

type NodeOf<Kind extends TypedNode["kind"]> = Extract<TypedNode, { kind: Kind }>;

/** Ids of the arrays that an item takes; numbers made of sizes are no arrays. */
export function drawnIds(values: readonly Value[]): readonly string[] {
  return values.filter((value) => value.scalar === undefined).map((value) => value.id);
}

/** An operation with its glyph. */
export function opItem(node: NodeOf<"op">, scope: BodyScope): BodyItem {
  const call = drawnCall(node, scope.extras, scope.label);
  const inputs = drawnIds(node.operands);
  return {
    item: {
      id: node.id,
      inputs,
      outputs: drawnIds(node.results),
      slab: node.op.glyph(call),
      role: inputs.length === 0 ? "source" : "inner",
    },
    member: { kind: "node", node, title: node.op.spoken(call), op: node.op },
  };
}

/** A learned array, drawn where it is first used. */
export function weightItem(node: NodeOf<"weight">, value: Value, scope: BodyScope): BodyItem {
  const name = value.name ?? value.id;
  return {
    item: {
      id: node.results.length === 1 ? node.id : `${node.id} ${name}`,
      inputs: [],
      outputs: [value.id],
      slab: source({
        axes: drawnAxes(value, scope.extras),
        text: node.frozen ? scope.arrayLabel(name) : `\\boldsymbol{${scope.arrayLabel(name)}}`,
        fill: node.frozen ? "paper" : "linear",
        label: scope.label,
      }),
      role: "source",
    },
    member: { kind: "node", node, title: `${node.frozen ? "fixed" : "learned"} array ${name}` },
  };
}

/** A box with a name: a custom function, memory, or what could not be typed. */
export function boxItem(node: NodeOf<"box">, scope: BodyScope): BodyItem {
  const inputs = node.operands.filter((value) => value.scalar === undefined);
  return {
    item: {
      id: node.id,
      inputs: inputs.map((value) => value.id),
      outputs: drawnIds(node.results),
      slab: box({
        inputs: inputs.map((value) => {
          const axes = drawnAxes(value, scope.extras);
          return { axes, targets: axes };
        }),
        outputs: node.results.map((value) => drawnAxes(value, scope.extras)),
        text: node.title,
        role: "title",
        fill: node.reason === "memory" ? "memory" : "paper",
        stroke: node.reason === "unknown" || node.reason === "error" ? "dash" : "outline",
        label: scope.label,
      }),
      role: inputs.length === 0 ? "source" : "inner",
    },
    member: { kind: "node", node, title: node.title },
  };
}
