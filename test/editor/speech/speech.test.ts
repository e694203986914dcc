import { describe, expect, it } from "vitest";
import type { Selection } from "../../../src/editor/selection.ts";
import { spokenDiagram, spokenSelection } from "../../../src/editor/speech.ts";
import { spokenName } from "../../../src/editor/spoken-words.ts";
import { readPreset } from "../../support/reading.ts";

const ATTENTION = readPreset("multi-head-attention");
const DEFINITION = "MultiHeadAttention";

function said(selection: Selection): string {
  const scene =
    selection.kind === "operation"
      ? ATTENTION.scene.nodes.find((node) => node.id === selection.id)
      : undefined;
  return spokenSelection(selection, ATTENTION, scene);
}

describe("what a screen reader says", () => {
  it("names an operation, what it takes and gives, and its place", () => {
    const node = `${DEFINITION}/A`;
    expect(said({ kind: "operation", id: node, definition: DEFINITION, node })).toBe(
      "Softmax over x. Takes S: y, x, h. Gives A: y, x, h. Operation 6 of 8.",
    );
  });

  it("names an array with its sizes, where it comes from and where it goes", () => {
    expect(said({ kind: "array", path: "", definition: DEFINITION, array: "V" })).toBe(
      "Array V: x free, k 64, h 8. From linear to dot product over x, second operand.",
    );
  });

  it("names an axis with its size and its place in the array", () => {
    const strand = { kind: "strand", path: "", definition: DEFINITION, array: "A" } as const;
    expect(said({ ...strand, axis: "h" })).toBe("Axis h, size 8, third of 3 in A. Passes through.");
    expect(said({ ...strand, axis: "x" })).toBe("Axis x, second of 3 in A. Worked along.");
  });

  it("names a closed block and how to open it", () => {
    const transformer = readPreset("transformer");
    const call = transformer.scene.nodes.find((node) => node.kind === "call");
    if (call === undefined) throw new RangeError("The transformer has no closed block.");
    const { id, definition, node } = call;
    const spoken = spokenSelection({ kind: "operation", id, definition, node }, transformer, call);
    expect(spoken).toBe("Block Encoder layer, closed, 6 operations. Space opens it.");
  });

  it("says what the canvas shows and how to move in it", () => {
    expect(spokenDiagram("Multi-head attention", ATTENTION, 0)).toBe(
      "Multi-head attention, 8 operations, no problems. Arrow keys move, Enter edits, type to add.",
    );
  });

  it("says names as they are written", () => {
    expect(["k'", "d_model", "A_bar''", "h"].map(spokenName)).toEqual([
      "k prime",
      "d model",
      "A bar prime prime",
      "h",
    ]);
  });
});
