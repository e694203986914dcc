import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import type { Document } from "../../src/document/document.ts";
import { middleOf } from "../../src/draw/forms/arrow-line.ts";
import { SPACING } from "../../src/draw/slab.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { bundleMarks } from "../../src/scene/bundle-marks.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";
import { atLevel, blockViews, callsIn, closedView, openView, unwrapped } from "../support/views.ts";

function draw(document: Document): Scene {
  return drawDiagram(inferDiagram(document), document);
}

describe.each(PRESETS)("the figure of preset $name", ({ load }) => {
  test.each(["arrays", "blocks"] as const)("keeps every law at the level of %s", async (level) => {
    const { document } = parse(await load());
    expectSceneLaws(draw(atLevel(closedView(document), level)), "closed");
    expectSceneLaws(draw(atLevel(openView(document, callsIn(document)), level)), "open");
    for (const [name, shown] of blockViews(document)) {
      expectSceneLaws(draw(atLevel(shown, level)), name);
      expectSceneLaws(draw(atLevel(openView(document, callsIn(document)), level, name)), name);
    }
  });

  test("keeps every array within a spacing of its height, and has one line an array", async () => {
    const document = unwrapped(parse(await load()).document);
    const axes = draw(closedView(document));
    const arrays = draw(atLevel(closedView(document), "arrays"));
    expect(arrays.nodes.map(({ id }) => id)).toEqual(axes.nodes.map(({ id }) => id));
    for (const [at, node] of arrays.nodes.entries()) {
      for (const [port, { heights }] of node.ports.entries()) {
        const before = middleOf(axes.nodes[at]?.ports[port]?.heights ?? []) ?? 0;
        expect(Math.abs((heights[0] ?? 0) - before), node.id).toBeLessThanOrEqual(SPACING);
      }
    }
    for (const bundle of arrays.bundles) {
      const lines = bundleMarks(bundle).filter(({ kind }) => kind === "strand");
      expect(lines).toHaveLength(bundle.strands.length === 0 ? 0 : 1);
    }
    expect(arrays.dashes).toEqual([]);
  });
});

test.each([
  ["axes", 3],
  ["arrays", 1],
] as const)("an array that nobody uses ends on a bar, at level %s", (level, parts) => {
  const text =
    "main F\nblock F(X[b t d]) -> Y[b t d]:\n  Y[b t d] = relu(X)\n  U[b t d] = tanh(X)\n";
  const scene = draw(atLevel(parse(text).document, level));
  expectSceneLaws(scene);
  const [unused, ...others] = scene.bundles.filter(({ to }) => to === undefined);
  expect(others).toEqual([]);
  const marks = unused === undefined ? [] : bundleMarks(unused);
  const bar = marks.flatMap((mark) =>
    mark.kind === "path"
      ? mark.path.flatMap((segment) => ("to" in segment ? [segment.to] : []))
      : [],
  );
  const ends = marks.flatMap((mark) => {
    const last = mark.kind === "strand" ? mark.path.at(-1) : undefined;
    return last !== undefined && "to" in last ? [last.to] : [];
  });
  expect(ends).toHaveLength(parts);
  expect(new Set([...bar, ...ends].map(({ x }) => x)).size).toBe(1);
  for (const { y } of ends) {
    expect(Math.min(...bar.map((at) => at.y))).toBeLessThan(y);
    expect(Math.max(...bar.map((at) => at.y))).toBeGreaterThan(y);
  }
});

test("an open block with every axis fans out of the arrows around it", async () => {
  const text = `
block F(X[t d]) -> Y[t d]:
  Y[t d] = relu(X)

input X[t d]
Y[t d] = F(X)

layout:
  open Y
  detail arrays
  detail F axes
`;
  const scene = draw(parse(text).document);
  expectSceneLaws(scene);
  const plate = scene.nodes.find(({ kind }) => kind === "plate");
  const starts = (plate?.marks ?? []).flatMap((mark) =>
    mark.kind === "strand" && mark.path[0]?.kind === "move" ? [mark.path[0].to.y] : [],
  );
  const ends = (plate?.marks ?? []).flatMap((mark) => {
    const last = mark.kind === "strand" ? mark.path.at(-1) : undefined;
    return last !== undefined && "to" in last ? [last.to.y] : [];
  });
  expect(new Set(starts).size).toBe(1);
  expect(new Set(ends).size).toBe(2);
});

test.each(["arrays", "blocks"] as const)(
  "a scan keeps the pentagons of what it slices and stacks at the level of %s",
  (level) => {
    const text = [
      "input X[t n]",
      "scan t:",
      "  each x[n] in X",
      "  carry H[n] from zeros() to H'",
      "  collect Y[t n] from H'",
      "  H'[n] = H + x",
      "",
    ].join("\n");
    const scene = draw(atLevel(parse(text).document, level));
    expectSceneLaws(scene);
    const walls = scene.nodes.filter(({ id }) => id.endsWith(" wall"));
    const counters = walls.map(({ marks }) =>
      marks.filter((mark) => mark.kind === "text" && mark.text === "t").map(() => "t"),
    );
    expect(counters).toEqual([["t"], ["t"]]);
  },
);
