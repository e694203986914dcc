import { expect, test } from "vitest";
import type { Mark } from "../../src/draw/mark.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { overlapsOf } from "./overlaps.ts";

const { document } = parse("input X[t d]\nA[t d] = softmax[d](relu(X))\n");
const SCENE = drawDiagram(inferDiagram(document), document);

function label(x: number, y: number): Mark {
  return { kind: "text", text: "d", role: "axis", x, y, anchor: "middle" };
}

test("a good scene has no overlaps", () => {
  expect(overlapsOf(SCENE)).toEqual([]);
});

test("a label that lies on another, or on a glyph, is found", () => {
  const labels = [label(0, -100), label(1, -100)];
  expect(overlapsOf({ ...SCENE, labels })).toHaveLength(1);
  const triangle = SCENE.nodes.find(({ title }) => title.startsWith("softmax"))?.bounds;
  const { x = 0, y = 0, width = 0, height = 0 } = triangle ?? {};
  const onGlyph = [label(x + width / 2, y + height / 2)];
  expect(overlapsOf({ ...SCENE, labels: onGlyph }).length).toBeGreaterThan(0);
});

test("slabs that cover each other are found", () => {
  const nodes = SCENE.nodes.map((node, i) => ({
    ...node,
    bounds: { ...node.bounds, x: i, width: 30 },
  }));
  expect(
    overlapsOf({ ...SCENE, nodes }).filter((line) => line.startsWith("slab")).length,
  ).toBeGreaterThan(0);
});
