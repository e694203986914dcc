import { describe, expect, it } from "vitest";
import { nodesReached, nodesWithAxis, type Placed, type Reach } from "../../src/editor/reach.ts";
import type { Reading } from "../../src/editor/reading.ts";
import { selectNode } from "../../src/editor/walk.ts";
import { readLines, readPreset } from "../support/reading.ts";

const ATTENTION = readPreset("multi-head-attention");

function thing(reading: Reading, id: string): Placed {
  const node = reading.scene.nodes.find((each) => each.id === id);
  const selection = node && selectNode(node);
  if (selection === undefined || selection.kind === "diagram") {
    throw new RangeError(`There is no ${id}.`);
  }
  return selection;
}

function operation(name: string): Placed {
  return thing(ATTENTION, `MultiHeadAttention/${name}`);
}

function array(name: string): Placed {
  return { kind: "array", path: "", definition: "MultiHeadAttention", array: name };
}

function reached(reach: Reach, ...from: readonly Placed[]): readonly string[] {
  return nodesReached(ATTENTION, from, reach).map(({ id }) =>
    id.replace("MultiHeadAttention/", ""),
  );
}

describe("what a selection reaches", () => {
  it("upstream is what it is made of, the inputs too", () => {
    const found = reached("upstream", operation("S"));
    expect(found).toEqual(expect.arrayContaining(["Q", "K", "S.1", "S"]));
    expect(found).not.toContain("V");
    expect(found).not.toContain("A");
    const ends = nodesReached(ATTENTION, [operation("S")], "upstream").filter(
      ({ kind }) => kind === "input",
    );
    expect(ends.map(({ title }) => title)).toEqual(["input E", "input X"]);
  });

  it("downstream is what is made of it", () => {
    expect(reached("downstream", operation("S"))).toEqual(["S", "A", "Z", "O"]);
  });

  it("an array stands for what makes it, and downstream for what reads it", () => {
    expect(reached("downstream", array("A"))).toEqual(["Z", "O"]);
    expect(reached("downstream", array("E"))).toEqual(
      expect.arrayContaining(["Q", "S.1", "S", "A", "Z", "O"]),
    );
    expect(reached("downstream", array("E"))).not.toContain("K");
    expect(reached("upstream", array("A"))).toEqual(reached("upstream", operation("A")));
  });

  it("between is on a way from one to another", () => {
    expect(reached("between", operation("K"), operation("Z"))).toEqual(["K", "S.1", "S", "A", "Z"]);
  });

  it("stays in the copy that it starts in, and goes through the walls of its loops", () => {
    const text = [
      "block F(X[m]) -> Y[m]:",
      "  W[m] = relu(X)",
      "  repeat 3:",
      "    carry Z[m] from W to Z'",
      "    Z'[m] = relu(Z)",
      "  Y[m] = tanh(Z)",
      "",
      "input A[m], B[m]",
      "C[m] = F(A)",
      "D[m] = F(B)",
      "",
      "layout:",
      "  open C",
      "  open D",
    ];
    const reading = readLines(...text);
    const start = reading.scene.nodes.find(({ id }) => id.startsWith("C>") && id.endsWith("F/W"));
    const found = nodesReached(reading, [thing(reading, start?.id ?? "")], "downstream");
    expect(found.map(({ id }) => id)).toEqual([
      "C>F/W",
      "C>F/repeat:Z",
      "C>F/repeat:Z>F/Z'",
      "C>F/Y",
    ]);
  });
});

it("an axis is had by all that takes or gives an array with it", () => {
  const strand = {
    kind: "strand",
    path: "",
    definition: "MultiHeadAttention",
    array: "Q",
    axis: "k",
  };
  const ids = nodesWithAxis(ATTENTION, { ...strand, kind: "strand" }).map(({ node }) => node);
  expect(ids.map((id) => id.replace("MultiHeadAttention/", ""))).toEqual([
    "Q",
    "K",
    "V",
    "S.1",
    "Z",
    "O",
  ]);
});
