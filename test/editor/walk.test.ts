import { describe, expect, it } from "vitest";
import { derive } from "../../src/editor/pipeline.ts";
import { DIAGRAM, type Selection, selectionKey, widened } from "../../src/editor/selection.ts";
import { firstStrand, walk } from "../../src/editor/walk.ts";
import { TWO_BOXES } from "../support/scene-fixture.ts";

const LOOP = `block F(X[m]) -> Y[m]:
  repeat 3:
    carry Z[m] from X to Z'
    Z'[m] = relu(Z)
  Y[m] = tanh(Z)
`;

function keysAlong(directions: readonly ("left" | "right" | "up" | "down")[]): readonly string[] {
  let at: Selection = DIAGRAM;
  return directions.map((direction) => {
    at = walk(TWO_BOXES, at, direction);
    return selectionKey(at);
  });
}

describe("walking over the picture", () => {
  it("starts at the first thing of the text and follows the flow to the right", () => {
    expect(keysAlong(["right", "right", "right"])).toEqual([
      "operation A",
      "array  Y",
      "operation B",
    ]);
  });

  it("comes back by the way that it went", () => {
    expect(keysAlong(["right", "right", "right", "left", "left"]).slice(3)).toEqual([
      "array  Y",
      "operation A",
    ]);
  });

  it("goes from strand to strand inside an array and stops at its border", () => {
    const array: Selection = { kind: "array", path: "", definition: "", array: "Y" };
    const first = firstStrand(TWO_BOXES, array);
    const second = walk(TWO_BOXES, first, "down");
    expect([first, second].map(selectionKey)).toEqual(["strand  Y m", "strand  Y h"]);
    expect(walk(TWO_BOXES, second, "down")).toEqual(second);
    expect(walk(TWO_BOXES, second, "up")).toEqual(first);
  });

  it("widens from a strand to its array to nothing", () => {
    const array: Selection = { kind: "array", path: "", definition: "", array: "Y" };
    expect(widened(firstStrand(TWO_BOXES, array))).toEqual(array);
    expect(widened(array)).toEqual(DIAGRAM);
  });

  it("leaves a loop over the array that the loop gives, without a stop at its wall", () => {
    const { scene } = derive(LOOP);
    let at: Selection = DIAGRAM;
    const keys = Array.from({ length: 6 }, () => {
      at = walk(scene, at, "right");
      return selectionKey(at);
    });
    expect(keys.slice(1)).toEqual([
      "operation F/repeat:Z",
      "operation F/repeat:Z>F/Z'",
      "array F/repeat:Z Z'",
      "array  Z",
      "operation F/Y",
    ]);
  });
});
