import { describe, expect, it } from "vitest";
import { markBounds, unionBounds } from "../../src/draw/bounds.ts";
import { nodesWithin, rectBetween } from "../../src/editor/nodes-within.ts";
import { boundsOfNode } from "../../src/editor/walk.ts";
import { readLines, readPreset } from "../support/reading.ts";

const { scene } = readPreset("multi-head-attention");

function boundsOf(id: string) {
  const node = scene.nodes.find((each) => each.id === `MultiHeadAttention/${id}`);
  if (node === undefined) throw new RangeError(`There is no ${id}.`);
  return node.bounds;
}

function idsIn(rect: Parameters<typeof nodesWithin>[1], from = scene): readonly string[] {
  return nodesWithin(from, rect).map(({ id }) => id);
}

describe("nodes within a rectangle", () => {
  it("are all of the picture but its copies, its outputs and its walls", () => {
    const all = scene.nodes.filter(({ kind }) => kind !== "copy" && kind !== "output");
    expect(idsIn(scene.bounds)).toEqual(all.map(({ id }) => id));
  });

  it("are taken when the glyph is inside, though strands run out of it", () => {
    const { x, y, width, height } = boundsOf("A");
    const inner = { x: x + 3, y: y + 3, width: width - 6, height: height - 6 };
    expect(idsIn(inner)).toEqual(["MultiHeadAttention/A"]);
    expect(idsIn({ x, y, width: width / 3, height })).toEqual([]);
  });

  it("are taken with a factor that is written on the arrow of the cup before it", () => {
    const { x, y, width, height } = boundsOf("S");
    const factor = scene.nodes.find(({ id }) => id === "MultiHeadAttention/S");
    const shaft = unionBounds((factor?.marks ?? []).map(markBounds));
    expect(shaft?.x).toBeLessThan(x);
    expect(idsIn({ x: x - 3, y, width: width + 6, height })).toEqual(["MultiHeadAttention/S"]);
  });

  it("are the same whichever corners the rectangle is drawn between", () => {
    const corners = [
      { x: 10, y: 90 },
      { x: 70, y: 20 },
    ] as const;
    const rect = { x: 10, y: 20, width: 60, height: 70 };
    expect(rectBetween(...corners)).toEqual(rect);
    expect(rectBetween(corners[1], corners[0])).toEqual(rect);
  });

  it("are a loop alone when the loop is inside as a whole, else what stands in it", () => {
    const loop = readLines(
      "block F(X[m]) -> Y[m]:",
      "  repeat 3:",
      "    carry Z[m] from X to Z'",
      "    Z'[m] = relu(Z)",
      "  Y[m] = tanh(Z)",
    ).scene;
    const around = loop.nodes.find(({ kind }) => kind === "loop");
    if (around === undefined) throw new RangeError("There is no loop.");
    const whole = boundsOfNode(loop, around);
    expect(idsIn(whole, loop)).toEqual([around.id]);
    const inside = { ...whole, x: whole.x + 2, width: whole.width - 4 };
    expect(idsIn(inside, loop)).toEqual([`${around.id}>F/Z'`]);
  });
});
