import { describe, expect, it } from "vitest";
import { find, foundParts } from "../../src/editor/find.ts";
import type { Reading } from "../../src/editor/reading.ts";
import { selectionKey } from "../../src/editor/selection.ts";
import { readLines, readPreset } from "../support/reading.ts";

const ATTENTION = readPreset("multi-head-attention");

function keys(reading: Reading, query: string): readonly string[] {
  return find(reading, query).map(({ selection }) => selectionKey(selection));
}

describe("finding in the picture", () => {
  it("means arrays and axes of a name, whatever the case", () => {
    expect(keys(ATTENTION, "x")).toEqual(["array  X", "strand  X x"]);
    expect(keys(ATTENTION, "q")).toEqual(["array  Q"]);
  });

  it("goes from left to right", () => {
    expect(keys(ATTENTION, "dot")).toEqual([
      "operation MultiHeadAttention/S.1",
      "operation MultiHeadAttention/Z",
    ]);
  });

  it("takes the beginning of any part of a name", () => {
    const reading = readLines("input first_key[y d]", "B[y d] = layer_norm[d](first_key)");
    expect(keys(reading, "key")).toEqual(["array  first_key"]);
    expect(keys(reading, "norm")).toHaveLength(1);
    expect(keys(reading, "orm")).toEqual([]);
  });

  it("means the axes of a size, and the operations with a parameter of a value", () => {
    expect(keys(ATTENTION, "64")).toEqual(["strand  Q k"]);
    const reading = readLines("input A[y]", "B[y] = leaky_relu(A, slope=0.3)");
    expect(keys(reading, "0.3")).toEqual(["operation B"]);
    expect(keys(reading, "0.4")).toEqual([]);
  });

  it("counts what is inside closed blocks, blocks in blocks included", () => {
    const found = find(readPreset("transformer"), "softmax");
    expect(found.map(({ inside }) => inside)).toEqual([1, 2, 0]);
  });

  it("means nothing by nothing", () => {
    expect(find(ATTENTION, "  ")).toEqual([]);
  });

  it("keeps the whole of an array with its ends, and an axis in every array", () => {
    const parts = foundParts(ATTENTION.scene, find(ATTENTION, "x"));
    expect(parts.nodes.map(({ kind }) => kind)).toEqual(["input"]);
    expect(parts.hasStrand("", "X", "m")).toBe(true);
    expect(parts.hasStrand("", "K", "x")).toBe(true);
    expect(parts.hasStrand("", "K", "h")).toBe(false);
    expect(parts.hasAxis("", "m")).toBe(false);
  });
});
