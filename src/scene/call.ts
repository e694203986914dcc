import { box3d } from "../draw/forms/box3d.ts";
import type { TypedNode, Value } from "../typing/diagram.ts";
import type { BodyItem, BodyScope } from "./body-item.ts";
import { axisStrands, drawnAxes, extraName } from "./extra-axes.ts";
import type { Figure, Laying } from "./figure.ts";
import { givenSizes } from "./given-sizes.ts";
import { type BorderCrossing, insideSlab } from "./inside.ts";
import { blockFill, blockTitle, inParentheses } from "./title.ts";

type CallNode = Extract<TypedNode, { kind: "call" }>;

/** A call as a 3-D box, or with its inside when it is open. */
export function* callItem(node: CallNode, scope: BodyScope): Laying<BodyItem> {
  const { name } = node.definition;
  const sizes = inParentheses(givenSizes(node).map(([size, value]) => `${size} = ${value}`));
  const title = blockTitle(name) + sizes;
  const caption = (scope.context.titleOf(name) ?? blockTitle(name)) + sizes;
  const item = {
    id: node.id,
    inputs: node.operands.map((value) => value.id),
    outputs: node.results.map((value) => value.id),
    role: node.operands.length === 0 ? ("source" as const) : ("inner" as const),
  };
  if (isClosed(node, scope)) {
    const fill = blockFill(name, scope.context.isPart(name));
    const slab = box3d({
      inputs: node.operands.map((value) => drawnAxes(value, scope.extras)),
      targets: node.operands.map((value, i) => {
        const extras = extrasOfOperand(node, value, i, scope);
        return drawnAxes(value, scope.extras).filter((axis) => !extras.includes(axis));
      }),
      outputs: node.results.map((value) => drawnAxes(value, scope.extras)),
      title: caption,
      fill,
      label: scope.label,
    });
    return { item: { ...item, slab }, member: { kind: "node", node, title, caption, fill } };
  }
  const extras = node.operands.map((value, i) => extrasOfOperand(node, value, i, scope));
  const inside = yield* scope.layBlock(
    node.definition,
    extras.map((axes) => axes.map(extraName)),
    {
      label: scope.label,
      isDouble: scope.isDouble,
      labels: node.operands.map((value) => drawnAxes(value, scope.extras).map(scope.label)),
    },
    scope.context,
  );
  const { slab, insideX, insideTop } = insideSlab(
    inside,
    node.operands.map((value, i) =>
      crossing(drawnAxes(value, scope.extras), rowAxes(inside, "entry", i), node, extras[i] ?? []),
    ),
    node.results.map((value, i) =>
      crossing(drawnAxes(value, scope.extras), rowAxes(inside, "exit", i), node, extras.flat()),
    ),
    scope.context.detail(scope.definition.name),
  );
  return {
    item: { ...item, slab },
    member: { kind: "node", node, title, inside, insideX, insideTop },
  };
}

/** Where boxes alone are shown no call is drawn open. */
function isClosed(node: CallNode, { context, definition }: BodyScope): boolean {
  if (context.levels === 0 || !context.open.has(node.id)) return true;
  return context.detail(definition.name) === "blocks";
}

/** The axes of an operand that no port of the block binds: they are broadcast past it. */
function extrasOfOperand(
  node: CallNode,
  value: Value,
  index: number,
  scope: BodyScope,
): readonly string[] {
  const port = node.definition.inputs[index];
  const bound = new Set(
    (port?.type.shape ?? []).map((axis) => node.bindings.get(axis.name) ?? axis.name),
  );
  return axisStrands(value, scope.extras).filter((axis) => !bound.has(axis));
}

/** The axes of one array at the border of a figure, by their names inside. */
function rowAxes(figure: Figure, side: "entry" | "exit", index: number): readonly string[] {
  const item = figure.placement.items.find((placed) => placed.id === side);
  const array = side === "entry" ? item?.outputs[index] : item?.inputs[index];
  return figure.borders.get(`${side} ${array ?? ""}`) ?? [];
}

function crossing(
  outside: readonly string[],
  inside: readonly string[],
  node: CallNode,
  extras: readonly string[],
): BorderCrossing {
  const names = outside.map((axis, i) => {
    if (extras.includes(axis)) return extraName(axis);
    const inner = inside.find((name) => (node.bindings.get(name) ?? name) === axis);
    return inner ?? inside[i] ?? axis;
  });
  return { outside, inside, names };
}
