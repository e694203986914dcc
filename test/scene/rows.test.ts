import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import type { Document } from "../../src/document/document.ts";
import type { Mark } from "../../src/draw/mark.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";
import { closedView } from "../support/views.ts";

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
    const document = closedView(parse(await load()).document);
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
