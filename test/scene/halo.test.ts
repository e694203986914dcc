import { expect, test } from "vitest";
import { markBounds } from "../../src/draw/bounds.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { brokenLaws } from "../support/scene-laws.ts";

function draw(text: string, ...layout: readonly string[]): Scene {
  const { document, diagnostics } = parse(
    `${text}\nlayout:\n${layout.map((line) => `  ${line}\n`).join("")}`,
  );
  expect(diagnostics).toEqual([]);
  const scene = drawDiagram(inferDiagram(document), document);
  expect(brokenLaws(scene)).toEqual([]);
  return scene;
}

/** The bands of a scene, those under dots too. */
function bandsOf({ plates }: Scene) {
  return plates.filter((mark) => mark.kind === "path" && mark.stroke?.startsWith("halo"));
}

const CALLED = `main Net
block Net(X[t m]) -> Y[t m]:
  A[t m] = exp(X)
  Y[t m] = Inner(A)

block Inner(U[s c]) -> W[s c]:
  B[s c] = tanh(U)
  W[s c] = softmax[c](B)
`;

test("a highlight goes on into an open block where the axis has another name", () => {
  const open = draw(CALLED, "open Net/Y", "halo Net/axis t");
  const strands = open.bundles.filter(({ definition }) => definition === "Inner");
  const inner = strands.flatMap(({ strands }) => strands.filter(({ axis }) => axis === "s"));
  expect(inner.length).toBeGreaterThan(0);
  const bands = bandsOf(open).map((band) => markBounds(band)?.x);
  const closed = bandsOf(draw(CALLED, "halo Net/axis t"));
  expect(bands.length).toBeGreaterThan(closed.length);
  const plate = open.nodes.find(({ node }) => node === "Net/Y");
  const [left, right] = [plate?.bounds.x ?? 0, (plate?.bounds.x ?? 0) + (plate?.bounds.width ?? 0)];
  expect(bands.some((x) => x !== undefined && x > left + 1 && x < right - 1)).toBe(true);
});

test("a highlight inside of a block stays inside, and one of a name that is taken outside too", () => {
  const own = bandsOf(draw(CALLED, "open Net/Y", "halo Inner/axis s"));
  const outer = bandsOf(draw(CALLED, "open Net/Y", "halo Net/axis t"));
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(outer.length);
  expect(bandsOf(draw(CALLED, "open Net/Y", "halo Net/axis t", "halo Inner/axis s"))).toHaveLength(
    outer.length,
  );
});

test("where arrays are arrows, the arrows of those with the axis stand out, and no others", () => {
  const text = "input X[t m], V[m k]\nY[t k] = dot[m](X, V)\nZ[t k] = exp(Y)\n";
  const arrows = (axis: string) => bandsOf(draw(text, "detail arrays", `halo axis ${axis}`)).length;
  const all = new Set(
    bandsOf(draw(text, "detail arrays", "halo axis t", "halo axis m", "halo axis k")),
  ).size;
  for (const axis of ["t", "m", "k"]) {
    expect(arrows(axis)).toBeGreaterThan(0);
    expect(arrows(axis)).toBeLessThan(all);
  }
  // Of V, Y and Z the second axis is k, which no line goes by.
  expect(arrows("k")).toBeGreaterThan(arrows("m"));
});
