import { expect, test } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { parse } from "../../src/language/parse.ts";
import type { PictureLine } from "../../src/scene/array-pictures.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { brokenLaws } from "../support/scene-laws.ts";

function draw(document: Document): Scene {
  return drawDiagram(inferDiagram(document), document);
}

function furnished(
  document: Document,
  ...lines: readonly Omit<PictureLine, "kind" | "lead">[]
): Document {
  const layout = lines.map((line) => ({ ...line, kind: "picture" as const, lead: [] }));
  return { ...document, layout };
}

test("the entries of an array stand beside its end, with the row that is picked out", () => {
  const { document } = parse("input X[n=4 m=3], Z[m], big[q=99]\nY[n m] = relu(X)\n");
  const scene = draw(
    furnished(
      document,
      { node: "X", row: 2 },
      { node: "Z" },
      { node: "big" },
      { node: "output:Y" },
    ),
  );
  const cells = scene.labels.flatMap((mark) =>
    mark.kind === "path" && (mark.fill === "loop" || mark.fill === "index") ? [mark] : [],
  );
  expect(cells).toHaveLength(12 + 3 + 12);
  expect(cells.filter(({ fill }) => fill === "index")).toHaveLength(3);
  const plain = draw(document);
  expect(scene.nodes).toEqual(plain.nodes);
  expect(scene.bounds.width).toBeGreaterThan(plain.bounds.width + 2 * 3 * 20);
  expect(brokenLaws(scene)).toEqual([]);
});

test("an arrow leads from grid to grid below the figure, and an added axis has two ticks", () => {
  const { document } = parse("input X[n=4 m=3]\nY[n m] = relu(X)\n");
  const added = "broadcasting" as const;
  const from = { node: "X", row: 2, added } as const;
  const to = { node: "output:Y", row: 2 } as const;
  const plain = draw(furnished(document, { node: "X", row: 2 }, to));
  const scene = draw(furnished(document, from, { ...to, from: "X", words: "$R$" }));
  const strokes = (stroke: string) =>
    scene.labels.filter((mark) => mark.kind === "path" && mark.stroke === stroke);
  expect(strokes("step-rule")).toHaveLength(3);
  expect(strokes("index-line")).toHaveLength(3);
  expect(scene.labels).toContainEqual(expect.objectContaining({ text: "$R$" }));
  expect(scene.bounds.height).toBeGreaterThan(plain.bounds.height);
  expect(brokenLaws(scene)).toEqual([]);
  expect(draw(furnished(document, { ...to, from: "X" })).labels).toEqual(
    draw(furnished(document, to)).labels,
  );
});
