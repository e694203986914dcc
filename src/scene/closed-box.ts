import type { TypedDefinition } from "../typing/diagram.ts";
import { bundleMarks } from "./bundle-marks.ts";
import type { FigureContext } from "./figure.ts";
import type { FlatFigure } from "./flatten.ts";
import { blockTitle, inParentheses } from "./title.ts";
import { together } from "./together.ts";

/** A definition whose picture is one call of itself: the closed box, left of `=` as published. */
export function asOneBox(definition: TypedDefinition): TypedDefinition {
  const { inputs, name } = definition;
  const outputs = definition.outputs.map((value, i) => ({
    ...value,
    id: `${name} ${i}`,
    maker: name,
  }));
  const call = {
    kind: "call" as const,
    id: name,
    operands: inputs,
    results: outputs,
    definition,
    bindings: new Map<string, string>(),
  };
  return { ...definition, outputs, nodes: [call] };
}

/** What such a picture is laid out in: nothing is open, and the title says the parameters. */
export function aroundBox(block: string, context: FigureContext): FigureContext {
  const title = context.titleOf(block) ?? blockTitle(block);
  const titled = title + inParentheses(context.parametersOf(block));
  return { ...context, levels: 0, titleOf: () => titled };
}

/** A figure as marks alone, which nothing of the document stands behind. */
export function asMarks(flat: FlatFigure): FlatFigure {
  const { nodes, bundles, borders, plates, dashes, labels } = flat;
  const strands = [...bundles, ...borders].flatMap(bundleMarks);
  const drawn = nodes.flatMap(({ marks }) => marks);
  return { ...together([]), labels: [...plates, ...dashes, ...strands, ...drawn, ...labels] };
}
