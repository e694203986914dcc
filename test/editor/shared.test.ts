import { expect, it } from "vitest";
import type { Selection } from "../../src/editor/selection.ts";
import { sharedBy } from "../../src/editor/shared.ts";
import { readLines, readPreset } from "../support/reading.ts";

const ATTENTION = readPreset("multi-head-attention");
const definition = "MultiHeadAttention";

function operation(name: string): Selection {
  const node = `${definition}/${name}`;
  return { kind: "operation", id: node, definition, node };
}

it("counts what is selected by its kinds, and names the axes that all of it has", () => {
  const shared = sharedBy(ATTENTION, [
    operation("Q"),
    operation("K"),
    operation("A"),
    { kind: "array", path: "", definition, array: "Z" },
  ]);
  expect(shared.title).toBe("3 operations and 1 array");
  expect(shared.kinds).toEqual([
    { title: "Linear", count: 2 },
    { title: "Softmax", count: 1 },
    { title: "Array", count: 1 },
  ]);
  expect(shared.definition?.name).toBe(definition);
  expect(shared.axes).toEqual([{ axis: "h", size: "8" }]);
});

it("names no axes of what stands in different blocks", () => {
  const reading = readLines(
    "block F(X[m]) -> Y[m]:",
    "  Y[m] = relu(X)",
    "",
    "input A[m]",
    "B[m] = F(A)",
    "C[m] = tanh(B)",
    "",
    "layout:",
    "  open B",
  );
  const selected = ["F/Y", "C"].map((node): Selection => {
    const found = reading.scene.nodes.find((each) => each.node === node);
    if (found === undefined) throw new RangeError(`There is no ${node}.`);
    return { kind: "operation", id: found.id, definition: found.definition, node };
  });
  const shared = sharedBy(reading, selected);
  expect(shared.definition).toBeUndefined();
  expect(shared.axes).toEqual([]);
  expect(shared.title).toBe("2 operations");
});
