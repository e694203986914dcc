import { nameTex } from "../../shapes/name-tex.ts";
import type { TypedDefinition, TypedNode, Value } from "../typing/diagram.ts";
import {
  type BlockSurroundings,
  type BodyItem,
  type BodyScope,
  borderItem,
  layFigure,
} from "./body-item.ts";
import { type BorderArray, entryBorder, exitBorder } from "./border.ts";
import { callItem } from "./call.ts";
import { doubleTex } from "./double-wires.ts";
import { inputEnd, outputEnd } from "./ends.ts";
import { countedAxis } from "./entries-wire.ts";
import { drawnAxes, type ExtraAxes, nameOutside, spreadExtraAxes } from "./extra-axes.ts";
import type { Figure, FigureContext, Laying } from "./figure.ts";
import type { Hole } from "./hole.ts";
import { type LastIndex, labelOutside, lastIndices } from "./index-outside.ts";
import { loopItem } from "./loop.ts";
import { bodyNodes, boxItem, opItem, weightItem } from "./node-items.ts";
import { blockTitle } from "./title.ts";
import { contextInside, wrapFigure } from "./wrap.ts";

/** Lays out what the picture shows: a definition with the names of its arrays at both ends. */
export function* layMainFigure(
  definition: TypedDefinition,
  context: FigureContext,
): Laying<Figure> {
  const extras = spreadExtraAxes(definition.inputs, [], definition.nodes);
  const scope = bodyScope(definition, extras, context, NOWHERE, "down");
  const inputs = definition.inputs.map((value) => inputEnd(value, scope));
  const outputs = definition.outputs.map((value, i) => outputEnd(value, i, scope));
  const items = [...inputs, ...(yield* layNodes(definition.nodes, scope)), ...outputs];
  const figure = yield* layFigure(
    items,
    {
      definition: definition.name,
      kind: "figure",
      title: blockTitle(definition.name),
      foldable: false,
    },
    scope,
  );
  return wrapFigure(figure, context, scope.label);
}

/** Lays out the inside of an open block, with axes that are broadcast past it. */
function* layBlock(
  definition: TypedDefinition,
  extrasOfInputs: readonly (readonly string[])[],
  around: BlockSurroundings,
  context: FigureContext,
): Laying<Figure> {
  const key = figureKey(definition, extrasOfInputs, around, context);
  const known = context.figures.get(key);
  if (known !== undefined) return known;
  const extras = spreadExtraAxes(definition.inputs, extrasOfInputs, definition.nodes);
  const within = { ...contextInside(context), levels: context.levels - 1 };
  const scope = bodyScope(definition, extras, within, around, holeOfBlock(definition));
  const axesOf = (value: Value) => drawnAxes(value, extras);
  const entering = definition.inputs.map((value, i): BorderArray => {
    const axes = axesOf(value);
    const labels = axes.map((axis) => scope.label(axis));
    const outside = around.labels[i] ?? [];
    return labels.every((label, k) => label === outside[k]) ? { axes } : { axes, labels };
  });
  const entry = borderItem(
    "entry",
    entryBorder(entering),
    definition.inputs.map((value) => value.id),
  );
  const exit = borderItem(
    "exit",
    exitBorder(definition.outputs.map((value) => ({ axes: axesOf(value) }))),
    definition.outputs.map((value) => value.id),
  );
  const items = [entry, ...(yield* layNodes(definition.nodes, scope)), exit];
  const laid = yield* layFigure(
    items,
    {
      definition: definition.name,
      kind: "block",
      title: oneLine(context.titleOf(definition.name)) ?? blockTitle(definition.name),
      foldable: true,
    },
    scope,
  );
  const figure = wrapFigure(laid, within, scope.label);
  context.figures.set(key, figure);
  return figure;
}

/** A block whose result has the axes of its first input may be a residual branch: results come up. */
function holeOfBlock({ inputs, outputs }: TypedDefinition): Hole {
  const axes = (value: Value | undefined) =>
    (value?.type.shape ?? []).map((axis) => axis.name).sort();
  return axes(inputs[0]).join(" ") === axes(outputs[0]).join(" ") ? "up" : "down";
}

/** The items of nodes in text order; numbers made of sizes are no items. */
function* layNodes(nodes: readonly TypedNode[], scope: BodyScope): Laying<readonly BodyItem[]> {
  const items: BodyItem[] = [];
  const body = bodyNodes(nodes);
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
        items.push(opItem(node, body, scope));
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
  outside: Pick<BlockSurroundings, "label" | "isDouble">,
  hole: Hole,
): BodyScope {
  const doubles = new Map(
    [...(definition.multis ?? [])].map(([name, axes]) => [axes[0] ?? "", { name, axes }]),
  );
  const written = (name: string) => context.label(definition.name, "axis", name);
  const indices = lastIndices(definition.nodes, (index) => written(index) ?? nameTex(index));
  return scopeAmong(indices);

  /** The scope where these indices count nothing: outside of their loops. */
  function scopeAmong(outer: readonly LastIndex[]): BodyScope {
    const own = (name: string): string | undefined => {
      const tex = written(name);
      return tex === undefined ? undefined : labelOutside(tex, outer);
    };
    return {
      hole,
      context,
      definition,
      extras,
      label(strand) {
        const axis = countedAxis(strand) ?? strand;
        const outer = nameOutside(axis);
        if (outer !== undefined) return outside.label(outer);
        const double = doubles.get(axis);
        if (double !== undefined) return own(double.name) ?? doubleTex(double.name, double.axes);
        return own(axis) ?? nameTex(axis);
      },
      isDouble(axis) {
        const outer = nameOutside(axis);
        return outer === undefined ? doubles.has(axis) : outside.isDouble(outer);
      },
      arrayLabel: (name) => context.label(definition.name, "array", name) ?? nameTex(name),
      inside(index) {
        const tex = written(index) ?? nameTex(index);
        return scopeAmong(outer.filter((each) => each.index !== tex));
      },
      layNodes,
      layBlock,
    };
  }
}

/** The title of a plate stands in one line. */
function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, " ");
}

/** The main figure has no axes from outside. */
const NOWHERE: Pick<BlockSurroundings, "label" | "isDouble"> = {
  label: nameTex,
  isDouble: () => false,
};

/** Two uses of a block look alike when content, extra axes, labels and the levels open inside are alike. */
function figureKey(
  definition: TypedDefinition,
  extras: readonly (readonly string[])[],
  around: BlockSurroundings,
  context: FigureContext,
): string {
  const names = extras.flat().map((axis) => around.label(nameOutside(axis) ?? axis));
  const { name, hash } = definition;
  const room = [`${context.levels}`, context.width];
  return JSON.stringify([name, hash, extras, names, around.labels, ...room]);
}
