import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { setOpen } from "../../src/editor/layout-lines.ts";
import { nodeAt } from "../../src/editor/node-at.ts";
import { derive, finalScene } from "../../src/editor/pipeline.ts";
import { countProblems, listProblems } from "../../src/editor/problems.ts";
import { readLines, readPreset } from "../support/reading.ts";

describe("deriving everything from a text", () => {
  it.each(PRESETS.map((preset) => preset.name))("draws %s without a problem", (name) => {
    const reading = readPreset(name);
    expect(reading.diagnostics.filter((each) => each.severity === "error")).toEqual([]);
    expect(reading.scene.nodes.length).toBeGreaterThanOrEqual(3);
  });

  it("takes any text and gives a picture with finite bounds", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { bounds } = derive(text).scene;
        expect(Object.values(bounds).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("shows a block that was entered, and leaves the text alone", () => {
    const reading = readPreset("transformer", "FeedForward");
    expect(reading.typed.main.name).toBe("FeedForward");
    expect(reading.document).toEqual(readPreset("transformer").document);
  });

  it("is cut into rows that fit a screen, and exports know nothing of it", async () => {
    const { text } = readPreset("multi-head-attention");
    const reading = derive(text, undefined, undefined, 350);
    expect(reading.scene.bounds.width).toBeLessThanOrEqual(390);
    expect(reading.document).toEqual(readPreset("multi-head-attention").document);
    expect((await finalScene(reading)).bounds).toEqual(
      (await finalScene(readPreset("multi-head-attention"))).bounds,
    );
  });

  it("leaves rows that the author has made narrower than the screen", () => {
    const { text } = readPreset("multi-head-attention");
    const narrow = `${text}\nlayout:\n  wrap 300\n`;
    expect(derive(narrow, undefined, undefined, 350).scene.bounds).toEqual(
      derive(narrow).scene.bounds,
    );
  });

  it("draws the inside of a call that is opened in the text", () => {
    const closed = readPreset("transformer");
    const call = closed.scene.nodes.find((node) => node.kind === "call");
    if (call === undefined) throw new RangeError("The transformer has no closed block.");
    const opened = derive(setOpen(closed.text, call.node, true));
    const inside = opened.scene.nodes.filter((node) => node.id.startsWith(`${call.id}>`));
    expect(inside.length).toBeGreaterThan(3);
    expect(opened.scene.nodes.find((node) => node.id === call.id)?.kind).toBe("plate");
  });

  it("does not read an equal text again", () => {
    const first = readPreset("lstm");
    expect(derive(first.text, "LSTMCell", first).document).toBe(first.document);
  });

  it("comes to the same final picture each time it is asked", async () => {
    const reading = readPreset("multi-head-attention");
    expect(await finalScene(reading)).toBe(await finalScene(reading));
  });
});

describe("problems", () => {
  const reading = readLines(
    'diagram "Wrong"',
    "input X[a b]",
    "Y[a b] = softmax[q](X)",
    "Z[a b] = relu(",
  );
  const problems = listProblems(reading.diagnostics, reading.sources);

  it("stand in the order of their lines, errors first", () => {
    const lines = problems
      .filter((each) => each.diagnostic.severity === "error")
      .map((each) => each.span.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(lines).toContain(3);
    expect(lines).toContain(4);
  });

  it("count without the infos", () => {
    expect(countProblems(problems)).toBe(
      problems.filter((each) => each.diagnostic.severity !== "info").length,
    );
  });
});

it("finds the statement that a place of the text belongs to, and the call inside it", () => {
  const { sources } = readPreset("multi-head-attention");
  expect(nodeAt(sources, { line: 12, column: 4 })).toBe("MultiHeadAttention/A");
  expect(nodeAt(sources, { line: 11, column: 18 })).toBe("MultiHeadAttention/S.1");
  expect(nodeAt(sources, { line: 6, column: 1 })).toBeUndefined();
});
