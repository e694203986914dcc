import { describe, expect, it } from "vitest";
import { followTrail } from "../../src/editor/trail.ts";
import { parse } from "../../src/language/parse.ts";

function file(...blocks: readonly string[]) {
  return parse(blocks.map((name) => `block ${name}(X[t]) -> Y[t]:\n  Y[t] = relu(X)\n`).join("\n"))
    .document;
}

describe("the way into blocks", () => {
  it("stays when its blocks are still there, whatever else comes or goes", () => {
    const trail = ["A", "B"];
    expect(followTrail(trail, file("A", "B"), file("C", "B", "A"))).toBe(trail);
  });

  it("follows a block that only changed its name", () => {
    expect(followTrail(["A", "B"], file("A", "B"), file("A", "Head"))).toEqual(["A", "Head"]);
  });

  it("ends before a block that has gone", () => {
    expect(followTrail(["A", "B"], file("A", "B"), file("A"))).toEqual(["A"]);
    expect(followTrail(["B", "A"], file("A", "B"), file("A"))).toEqual([]);
  });

  it("does not take a block that moved for one that was renamed", () => {
    expect(followTrail(["B"], file("A", "B"), file("C", "A"))).toEqual([]);
  });

  it("waits for a block whose line cannot be read for a moment", () => {
    const broken = parse("block A(\n  Y[t] = relu(X)\n").document;
    expect(followTrail(["A"], file("A"), broken)).toEqual(["A"]);
  });
});
