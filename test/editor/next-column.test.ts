import { describe, expect, it } from "vitest";
import { inNextColumn } from "../../src/editor/next-column.ts";
import { DIAGRAM, type Selection, selectionKey } from "../../src/editor/selection.ts";
import { readPreset } from "../support/reading.ts";

const { scene } = readPreset("multi-head-attention");

function along(from: Selection, side: "left" | "right", steps: number): readonly string[] {
  let at = from;
  return Array.from({ length: steps }, () => {
    at = inNextColumn(scene, at, side);
    return selectionKey(at).replaceAll("MultiHeadAttention/", "");
  });
}

describe("going from column to column", () => {
  it("begins at the end that it comes from", () => {
    expect(along(DIAGRAM, "right", 1)[0]).toMatch(/^array /);
    expect(along(DIAGRAM, "left", 1)).toEqual(["array  O"]);
  });

  it("takes each column once, and stays at the end", () => {
    const keys = along(DIAGRAM, "right", 12);
    const ops = ["K", "S.1", "S", "A", "Z", "O"].map((id) => `operation ${id}`);
    expect(keys.slice(1)).toEqual([...ops, ...Array(5).fill("array  O")]);
  });

  it("comes back through the same columns", () => {
    const back = along(
      {
        kind: "operation",
        id: "MultiHeadAttention/A",
        definition: "MultiHeadAttention",
        node: "MultiHeadAttention/A",
      },
      "left",
      3,
    );
    expect(back).toEqual(["operation S", "operation S.1", "operation Q"]);
  });
});
