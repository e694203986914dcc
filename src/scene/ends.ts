import { inputPort, outputPort } from "../draw/forms/port.ts";
import type { Value } from "../typing/diagram.ts";
import type { BodyItem, BodyScope } from "./body-item.ts";
import { drawnAxes } from "./extra-axes.ts";

/** LaTeX of the name of an array at an end: of one diagram among several only where the author set it. */
function endName(name: string, { context, definition, arrayLabel }: BodyScope): string {
  if (!context.isJoined) return arrayLabel(name);
  return context.label(definition.name, "array", name) ?? "";
}

/** An array that comes into the figure from the left, with its name. */
export function inputEnd(value: Value, scope: BodyScope): BodyItem {
  const name = value.name ?? value.id;
  return {
    item: {
      id: `input ${name}`,
      inputs: [],
      outputs: [value.id],
      slab: inputPort({
        axes: drawnAxes(value, scope.extras),
        name: endName(name, scope),
        label: scope.label,
      }),
      role: "entry",
    },
    member: { kind: "input", array: value.id, title: `input ${name}` },
  };
}

/** An array that leaves the figure at the right, with its name. */
export function outputEnd(value: Value, index: number, scope: BodyScope): BodyItem {
  const name = value.name ?? value.id;
  return {
    item: {
      id: `output ${index} ${name}`,
      inputs: [value.id],
      outputs: [],
      slab: outputPort({
        axes: drawnAxes(value, scope.extras),
        name: endName(name, scope),
      }),
      role: "exit",
    },
    member: { kind: "output", array: value.id, title: `output ${name}` },
  };
}
