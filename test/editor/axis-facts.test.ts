import { describe, expect, it } from "vitest";
import { axesAtNode, axesOfValue, groupDigits } from "../../src/editor/axis-facts.ts";
import { indexDefinition } from "../../src/editor/definition-index.ts";
import { readPreset } from "../support/reading.ts";

const ATTENTION = readPreset("multi-head-attention");
const { main } = ATTENTION.typed;
const INDEX = indexDefinition(main);

function fates(node: string): readonly string[] {
  const found = INDEX.nodes.get(`MultiHeadAttention/${node}`);
  if (found === undefined) throw new RangeError(`There is no ${node}.`);
  return axesAtNode(found, ATTENTION.typed).map((fact) => `${fact.axis} ${fact.says}`);
}

describe("what happens to axes", () => {
  it("tells those that a contraction sums from those that it joins and lets pass", () => {
    expect(fates("Z")).toEqual([
      "y passes through",
      "k passes through",
      "h joined",
      "x summed away",
    ]);
  });

  it("tells those that a linear map makes from those that it uses up", () => {
    expect(fates("Q")).toEqual(["y passes through", "k made here", "h made here", "m summed away"]);
  });

  it("says where each axis of an array comes from", () => {
    const value = INDEX.values.get("S");
    if (value === undefined) throw new RangeError("There is no S.");
    const facts = axesOfValue(value, main, ATTENTION.typed);
    expect(facts.map((fact) => `${fact.axis} ${fact.says}`)).toEqual([
      "y from E",
      "x from X",
      "h from Q",
    ]);
  });

  it("tells an axis that a linear map makes from one of the same name made before it", () => {
    const value = INDEX.values.get("V");
    if (value === undefined) throw new RangeError("There is no V.");
    const facts = axesOfValue(value, main, ATTENTION.typed);
    expect(facts.map((fact) => `${fact.axis} ${fact.says}`)).toEqual([
      "x from X",
      "k made here",
      "h made here",
    ]);
  });

  it("groups digits from 10 000 on", () => {
    expect(["512", "2048", "37000", "1048576"].map(groupDigits)).toEqual([
      "512",
      "2048",
      "37\u202f000",
      "1\u202f048\u202f576",
    ]);
  });
});
