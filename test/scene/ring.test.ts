import { expect, test } from "vitest";
import { markBounds } from "../../src/draw/bounds.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { brokenLaws } from "../support/scene-laws.ts";

const TEXT = "input A[i j], B[k]\nP[i j k] = dot(A, B)\nY[i j k] = relu(P)\nlayout:\n";

function drawn(line: string): Scene {
  const { document, diagnostics } = parse(`${TEXT}  ${line}\n`);
  expect(diagnostics).toEqual([]);
  return drawDiagram(inferDiagram(document), document);
}

function ringOf({ labels }: Scene) {
  const rings = labels.filter((mark) => mark.kind === "path" && mark.stroke === "emphasis");
  expect(rings).toHaveLength(1);
  const box = rings[0] && markBounds(rings[0]);
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("a ring stands at the end of the dashed line that ends where arrays are multiplied", () => {
  const scene = drawn("halo array P");
  const [dash] = scene.dashes;
  const last = dash?.kind === "path" ? dash.path.at(-1) : undefined;
  expect(last?.kind).toBe("line");
  if (last?.kind !== "line") return;
  const ring = ringOf(scene);
  expect(ring?.x).toBeCloseTo(last.to.x);
  expect(ring?.y).toBeCloseTo(last.to.y);
  expect(brokenLaws(scene)).toEqual([]);
});

test("it stands at the glyph of an operation that ends none", () => {
  const scene = drawn("halo array Y");
  const { bounds } = scene.nodes.find(({ node }) => node === "Y") ?? {};
  const ring = ringOf(scene);
  expect(ring?.x).toBeGreaterThan(bounds?.x ?? 0);
  expect(ring?.x).toBeLessThan((bounds?.x ?? 0) + (bounds?.width ?? 0));
});
