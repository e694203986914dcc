import { inputPort, outputPort } from "../draw/forms/port.ts";
import type { Value } from "../typing/diagram.ts";
import type { BodyItem, BodyScope } from "./body-item.ts";
import { drawnAxes } from "./extra-axes.ts";

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
        name: scope.arrayLabel(name),
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
        name: scope.arrayLabel(name),
      }),
      role: "exit",
    },
    member: { kind: "output", array: value.id, title: `output ${name}` },
  };
}
