import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import type { Document } from "../../src/document/document.ts";
import { markBounds } from "../../src/draw/bounds.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Rect } from "../../src/draw/path.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { readPreset } from "../support/reading.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";
import { closedView, unwrapped } from "../support/views.ts";

function draw(document: Document): Scene {
  return drawDiagram(inferDiagram(document), document);
}

function wrapped(document: Document, width: number): Document {
  const { layout } = document;
  return { ...document, layout: [...layout, { kind: "wrap", lead: [], width }] };
}

/** Filled triangles of continuation arrows. */
function heads(scene: Scene): readonly Mark[] {
  return scene.bundles.flatMap(({ strands }) =>
    strands.flatMap(({ points }) =>
      points.filter((mark) => mark.kind === "path" && mark.fill === "ink"),
    ),
  );
}

describe.each(PRESETS)("the figure of preset $name", ({ load }) => {
  test.each([500, 800, 1200])("keeps every law in rows of %i units", async (width) => {
    const document = closedView(parse(await load()).document);
    const scene = draw(wrapped(document, width));
    expectSceneLaws(scene, `${width}`);
    expect(scene.nodes.map(({ id }) => id)).toEqual(draw(document).nodes.map(({ id }) => id));
    expect(scene.bounds.width).toBeLessThanOrEqual(draw(document).bounds.width + 100);
    // What leaves a row comes into the next one.
    expect(heads(scene).length % 2).toBe(0);
  });

  test("is as it was where it fits", async () => {
    const document = unwrapped(closedView(parse(await load()).document));
    expect(draw(wrapped(document, 100_000))).toEqual(draw(document));
  });
});

const CHAIN = `input X[t d]\n${Array.from(
  { length: 12 },
  (_, i) => `A${i}[t d] = softmax[t](${i === 0 ? "X" : `A${i - 1}`})\n`,
).join("")}`;

test("rows are at most so wide, and the last one is not short", () => {
  const { document } = parse(CHAIN);
  const whole = draw(document).bounds.width;
  const scene = draw(wrapped(document, whole / 2 + 80));
  expect(scene.bounds.width).toBeLessThanOrEqual(whole / 2 + 80 + 60);
  expect(heads(scene)).toHaveLength(4);
  const { y, height } = scene.bounds;
  const lower = scene.nodes.filter((node) => node.bounds.y > y + height / 2);
  expect(lower.length).toBeGreaterThan(3);
  expect(lower.length).toBeLessThan(scene.nodes.length - 3);
});

/** The parentheses of loops, left to right in the file. */
function brackets(scene: Scene): readonly Rect[] {
  return scene.nodes
    .flatMap(({ marks }) => marks)
    .flatMap((mark) => {
      const box = mark.kind === "path" && mark.stroke === "bracket" ? markBounds(mark) : undefined;
      return box === undefined ? [] : [box];
    });
}

test("a loop that is too wide for a row stands in rows between its walls", () => {
  const body = Array.from(
    { length: 12 },
    (_, i) => `  B${i}[t d] = softmax[t](${i === 0 ? "Z" : `B${i - 1}`})\n`,
  ).join("");
  const { document } = parse(
    `input X[t d]\nrepeat 3:\n  carry Z[t d] from X to Z'\n${body}  Z'[t d] = B11\nY[t d] = relu(Z)\n`,
  );
  const scene = draw(wrapped(document, 700));
  expectSceneLaws(scene);
  expect(scene.bounds.width).toBeLessThanOrEqual(700);
  expect(heads(scene).length).toBeGreaterThan(0);
  const [left, right, ...others] = brackets(scene);
  expect(others).toEqual([]);
  expect(right?.y).toBeGreaterThan((left?.y ?? 0) + (left?.height ?? 0));
  const output = scene.nodes.find(({ kind }) => kind === "output");
  expect(output?.bounds.x).toBeGreaterThan(right?.x ?? Number.POSITIVE_INFINITY);
});

test("an open block in a scan stands in rows on its plate", () => {
  const { document } = readPreset("lstm");
  const scene = draw(wrapped(document, 1000));
  expectSceneLaws(scene);
  expect(draw(document).bounds.width).toBeGreaterThan(1100);
  expect(scene.bounds.width).toBeLessThanOrEqual(1000);
  expect(scene.bounds.height).toBeGreaterThan(draw(document).bounds.height * 1.5);
});

test("the border of a loop stands in the row of its wall, whose wide text no strand runs through", () => {
  const wide = "W".repeat(60);
  const { document } = parse(
    `input X[t ${wide}]\nscan ${wide}:\n  each S[t] in X\n  carry A[t] from zeros() to B\n  C[t] = A + S\n  B[t] = tanh(C)\n`,
  );
  const scene = draw(wrapped(document, 600));
  expectSceneLaws(scene);
  expect(brackets(scene)).toHaveLength(2);
});

test("a dashed line above an array without strands stays in the row that it belongs to", () => {
  const long = `q${"_long".repeat(20)}`;
  const { document } = parse(
    [
      "input X0[d t_1]",
      `input X1[${"W".repeat(60)}]`,
      "input X2[t t1 t_1]",
      `input X3[t t1 ${long}]`,
      `A0[t ${long} t_1] = dot[t1](X3, X2)`,
      `A1[t n0 ${long}] = linear[t1 -> n0=8; bias](X3)`,
      `A2[] = sum[${"W".repeat(60)}](X1)`,
      "A3[t n1 t_1] = concat[t1 -> n1](X2, X2)",
      `A4[t n0 ${long}] = softmax[${long}](A1)\n`,
    ].join("\n"),
  );
  const scene = draw(wrapped(document, 900));
  expectSceneLaws(scene);
  expect(scene.dashes.length).toBeGreaterThan(0);
});

test("arrays leave a loop and a row at the heights that they have, and come level into the next row", async () => {
  const preset = PRESETS.find(({ name }) => name === "unet");
  const scene = draw(parse((await preset?.load()) ?? "").document);
  const cut = scene.bundles.filter(({ strands }) =>
    strands.some(({ points }) =>
      points.some((mark) => mark.kind === "path" && mark.fill === "ink"),
    ),
  );
  expect(cut.length).toBeGreaterThan(0);
  const heights = cut.flatMap(({ strands }) =>
    strands.flatMap(({ points }) =>
      points.flatMap((mark) =>
        mark.kind === "strand"
          ? [mark.path.flatMap((step) => (step.kind === "close" ? [] : [step.to.y]))]
          : [],
      ),
    ),
  );
  expect(heights.length).toBeGreaterThan(0);
  for (const [first, ...others] of heights)
    for (const y of others) expect(y).toBeCloseTo(first ?? 0);
  const walls = scene.nodes.filter(({ id }) => id.includes("right wall"));
  expect(walls).toHaveLength(2);
  for (const { ports } of walls) expect(new Set(ports.map((port) => port.heights[0])).size).toBe(1);
});
