import { expect, test } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { brokenLaws } from "../support/scene-laws.ts";

function drawn(text: string): Scene {
  const { document, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return drawDiagram(inferDiagram(document), document);
}

/** How far the letter of a function stands below the last of its wires; less than 0 above it. */
function dropOf(scene: Scene, id: string): number {
  const node = scene.nodes.find(({ node: each }) => each === id);
  const letter = node?.marks.find((mark) => mark.kind === "text" && mark.role === "function");
  const wires = node?.marks.flatMap((mark) => (mark.kind === "strand" ? mark.path : [])) ?? [];
  const heights = wires.flatMap((segment) => (segment.kind === "close" ? [] : [segment.to.y]));
  return letter?.kind === "text" ? letter.y - Math.max(...heights) : Number.NaN;
}

const BLOCK = "block F(X[t m]) -> Y[t m]:\n  H[t m] = relu(X)\n  Y[t m] = tanh(H)\n";

test("an elementwise function stands above its wires, or below where the file says so", () => {
  const one = drawn(`${BLOCK}layout:\n  below F/H\n`);
  expect(dropOf(one, "F/H")).toBeGreaterThan(10);
  expect(dropOf(one, "F/Y")).toBeLessThan(-20);
  expect(brokenLaws(one)).toEqual([]);
  const all = drawn(`${BLOCK}layout:\n  below block:F\n`);
  expect(dropOf(all, "F/Y")).toBeGreaterThan(10);
  expect(brokenLaws(all)).toEqual([]);
});

test("it stays clear of the array below", () => {
  const scene = drawn(
    "input X[t m], Z[m]\nY[t m] = relu(X)\nW[m] = tanh(Z)\nO[t m] = Y + W\nlayout:\n  below Y\n  below W\n",
  );
  expect(dropOf(scene, "Y")).toBeGreaterThan(10);
  expect(brokenLaws(scene)).toEqual([]);
});

test("what is no elementwise function stays as it is", () => {
  const text = (layout: string) => `input X[t m]\nY[t m] = softmax[m](X)\nlayout:\n${layout}`;
  expect(drawn(text("  below Y\n")).nodes).toEqual(drawn(text("  theme light\n")).nodes);
});
