import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { makeAll } from "./whole-pipeline.ts";

describe("a preset that ends in the middle", () => {
  test.each(PRESETS)("is read as far as it goes: $name", async ({ load }) => {
    const text = await load();
    const step = Math.ceil(text.length / 40);
    for (let end = 0; end <= text.length; end += step) makeAll(text.slice(0, end));
  });

  test("keeps the lines before the cut", () => {
    const { diagnostics, scene } = makeAll("input X[t d]\nA[t d] = relu(X)\nB[t d] = softm");
    expect(scene.nodes.map(({ title }) => title)).toContain("ReLU");
    expect(diagnostics.map(({ code }) => code)).toEqual(["N01"]);
  });
});
