import { describe, expect, test } from "vitest";
import type { Mark } from "../../src/draw/mark.ts";
import type { Point } from "../../src/draw/path.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { SceneNode } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";

/** The glyph of an array in a figure that keeps the laws. */
function glyphOf(text: string, name: string): SceneNode {
  const { document } = parse(text);
  const scene = drawDiagram(inferDiagram(document), document);
  expectSceneLaws(scene, name);
  const node = scene.nodes.find((each) => each.node === name);
  if (node === undefined) throw new RangeError(`Nothing draws ${name}.`);
  return node;
}

function textsOf({ marks }: SceneNode): readonly string[] {
  return marks.flatMap((mark) => (mark.kind === "text" && mark.role !== "axis" ? [mark.text] : []));
}

/** The axes that end on the top edge of a plate, from left to right. */
function onTopEdge({ marks }: SceneNode): readonly string[] {
  const tips = marks.filter(isHead).flatMap((mark) => mark.path.slice(0, 1).flatMap(pointOf));
  const ends = marks.flatMap((mark) => {
    const [end] = mark.kind === "strand" ? mark.path.slice(-1).flatMap(pointOf) : [];
    return mark.kind === "strand" && end ? [{ axis: mark.axis, end }] : [];
  });
  return tips
    .toSorted((a, b) => a.x - b.x)
    .flatMap((tip) => ends.filter(({ end }) => isAt(end, tip)).map(({ axis }) => axis));
}

function isHead(mark: Mark): mark is Extract<Mark, { kind: "path" }> {
  return mark.kind === "path" && mark.fill === "ink";
}

function pointOf(step: Extract<Mark, { kind: "path" }>["path"][number]): readonly Point[] {
  return step.kind === "close" ? [] : [step.to];
}

function isAt(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < 0.01 && Math.abs(one.y - other.y) < 0.01;
}

describe("weights that are data", () => {
  test("come down on the plate of a linear map, the bias behind them", () => {
    const node = glyphOf(
      "input X[t m], W[m n], b[n]\nY[t n] = linear[m -> n](X, weight=W, bias=b)\noutput Y\n",
      "Y",
    );
    expect([textsOf(node), onTopEdge(node)]).toEqual([["L_{+}"], ["n", "m", "n"]]);
  });

  test("come down on the plate of an embedding, which the positions enter from the left", () => {
    const node = glyphOf(
      "size v\ninput ids[t] of v, W[v m]\nE[t m] = embedding[v -> m](ids, weight=W)\noutput E\n",
      "E",
    );
    expect([textsOf(node), onTopEdge(node)]).toEqual([["E"], ["m", "v"]]);
  });

  test("come down on the plate behind an unfold: the window, the channels in, the channels out", () => {
    const node = glyphOf(
      "input X[b t c], W[d c k=3], q[d]\nY[b s=t-2 d] = conv[c -> d; over t -> s; kernel k=3](X, weight=W, bias=q)\noutput Y\n",
      "Y",
    );
    expect(textsOf(node)).toContain("L_{+}");
    expect(onTopEdge(node)).toEqual(["k", "c", "d", "d"]);
  });

  test("stand below channels that come first, which go under the windows then", () => {
    const node = glyphOf(
      "input X[c y x], W[d c k=3 l=3]\nY[d y x] = conv[c -> d; over y x; kernel k=3 l=3; pad 1](X, weight=W)\noutput Y\n",
      "Y",
    );
    expect(onTopEdge(node)).toEqual(["l", "k", "c", "d"]);
  });

  test("go into a box where every entry has a kernel of its own", () => {
    const node = glyphOf(
      "input X[b t c], W[b d c k=3]\nY[b s=t-2 d] = conv[c -> d; over t -> s; kernel k=3](X, weight=W)\noutput Y\n",
      "Y",
    );
    expect(textsOf(node)).toEqual(["\\star 3"]);
  });
});
