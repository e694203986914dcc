import { nameTex } from "../draw/label.ts";
import type { TypedDefinition, TypedNode, Value } from "../typing/diagram.ts";
import { type BodyItem, type BodyScope, borderItem, layFigure } from "./body-item.ts";
import { type BorderArray, entryBorder, exitBorder } from "./border.ts";
import { callItem } from "./call.ts";
import { inputEnd, outputEnd } from "./ends.ts";
import { drawnAxes, type ExtraAxes, nameOutside, spreadExtraAxes } from "./extra-axes.ts";
import type { Figure, FigureContext, Laying } from "./figure.ts";
import { loopItem } from "./loop.ts";
import { boxItem, opItem, weightItem } from "./node-items.ts";
import { blockTitle } from "./title.ts";

/** Lays out what the picture shows: a definition with the names of its arrays at both ends. */
export function* layMainFigure(
  definition: TypedDefinition,
  context: FigureContext,
): Laying<Figure> {
  const extras = spreadExtraAxes(definition.inputs, [], definition.nodes);
  const scope = bodyScope(definition, extras, context, () => undefined);
  const inputs = definition.inputs.map((value) => inputEnd(value, scope));
  const outputs = definition.outputs.map((value, i) => outputEnd(value, i, scope));
  const items = [...inputs, ...(yield* layNodes(definition.nodes, scope)), ...outputs];
  return yield* layFigure(
    items,
    {
      definition: definition.name,
      kind: "figure",
      title: blockTitle(definition.name),
      foldable: false,
    },
    scope.label,
  );
}

/** Lays out the inside of an open block, with axes that are broadcast past it. */
function* layBlock(
  definition: TypedDefinition,
  extrasOfInputs: readonly (readonly string[])[],
  labelOutside: (axis: string) => string,
  context: FigureContext,
): Laying<Figure> {
  const key = figureKey(definition, extrasOfInputs, labelOutside, context);
  const known = context.figures.get(key);
  if (known !== undefined) return known;
  const extras = spreadExtraAxes(definition.inputs, extrasOfInputs, definition.nodes);
  const scope = bodyScope(definition, extras, context, labelOutside);
  const border = (value: Value): BorderArray => {
    const axes = drawnAxes(value, extras);
    return { axes, labels: axes.map((axis) => scope.label(axis)) };
  };
  const entry = borderItem(
    "entry",
    entryBorder(definition.inputs.map(border)),
    definition.inputs.map((value) => value.id),
  );
  const exit = borderItem(
    "exit",
    exitBorder(definition.outputs.map(border)),
    definition.outputs.map((value) => value.id),
  );
  const items = [entry, ...(yield* layNodes(definition.nodes, scope)), exit];
  const figure = yield* layFigure(
    items,
    {
      definition: definition.name,
      kind: "block",
      title: blockTitle(definition.name),
      foldable: true,
    },
    scope.label,
  );
  context.figures.set(key, figure);
  return figure;
}

/** The items of nodes in text order; numbers made of sizes are no items. */
function* layNodes(nodes: readonly TypedNode[], scope: BodyScope): Laying<readonly BodyItem[]> {
  const items: BodyItem[] = [];
  for (const node of nodes) {
    if (node.results.length > 0 && node.results.every((value) => value.scalar !== undefined))
      continue;
    switch (node.kind) {
      case "input":
        break;
      case "weight":
        items.push(...node.results.map((value) => weightItem(node, value, scope)));
        break;
      case "op":
        items.push(opItem(node, scope));
        break;
      case "box":
        items.push(boxItem(node, scope));
        break;
      case "call":
        items.push(yield* callItem(node, scope));
        break;
      case "loop":
        items.push(...(yield* loopItem(node, scope)));
        break;
    }
  }
  return items;
}

function bodyScope(
  definition: TypedDefinition,
  extras: ExtraAxes,
  context: FigureContext,
  labelOutside: (axis: string) => string | undefined,
): BodyScope {
  return {
    context,
    definition,
    extras,
    label(axis) {
      const outside = nameOutside(axis);
      if (outside !== undefined) return labelOutside(outside) ?? nameTex(outside);
      return context.label(definition.name, "axis", axis) ?? nameTex(axis);
    },
    arrayLabel: (name) => context.label(definition.name, "array", name) ?? nameTex(name),
    layNodes,
    layBlock: (inner, extrasOfInputs, { label }) => layBlock(inner, extrasOfInputs, label, context),
  };
}

/** Two uses of a block look alike when content, extra axes and what is open inside are alike. */
function figureKey(
  definition: TypedDefinition,
  extras: readonly (readonly string[])[],
  labelOutside: (axis: string) => string,
  context: FigureContext,
): string {
  const labels = extras.flat().map((axis) => labelOutside(nameOutside(axis) ?? axis));
  return JSON.stringify([
    definition.name,
    definition.hash,
    extras,
    labels,
    [...context.open].sort(),
  ]);
}
