import { expect, test } from "vitest";
import { rectangle } from "../../src/draw/curve.ts";
import type { Mark } from "../../src/draw/mark.ts";
import { translateMarks } from "../../src/draw/translate.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene, SceneNode } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { brokenLaws, disturbedByOpening } from "../support/scene-laws.ts";

const { document } = parse(`input X[t d], Y[t d]
A[t d] = softmax[d](linear[d -> d](X)) + Y
`);
const SCENE = drawDiagram(inferDiagram(document), document);

function withNode(title: string, change: (node: SceneNode) => SceneNode): Scene {
  expect(SCENE.nodes.some((node) => node.title.startsWith(title))).toBe(true);
  const nodes = SCENE.nodes.map((node) => (node.title.startsWith(title) ? change(node) : node));
  return { ...SCENE, nodes };
}

function dash(y: number): Mark {
  const { x, width } = SCENE.bounds;
  const path = [
    { kind: "move", to: { x: x + 1, y } },
    { kind: "line", to: { x: x + width - 1, y } },
  ] as const;
  return { kind: "path", path, stroke: "dash" };
}

test("a good scene breaks no law", () => {
  expect(brokenLaws(SCENE)).toEqual([]);
});

test("a slab that stands beside its strands is found", () => {
  const broken = brokenLaws(
    withNode("softmax", (node) => ({ ...node, marks: translateMarks(node.marks, 0, 5) })),
  );
  expect(broken.filter((line) => line.includes("ends in nothing")).length).toBeGreaterThan(0);
});

test("a bundle that is left out is found at both of its ends", () => {
  const broken = brokenLaws({ ...SCENE, bundles: SCENE.bundles.slice(1) });
  expect(broken.filter((line) => line.startsWith("no strand of")).length).toBeGreaterThan(0);
});

test("a bundle that goes on too far is found", () => {
  const bundles = SCENE.bundles.map((bundle, i) => ({
    ...bundle,
    strands: bundle.strands.map((strand) => ({
      ...strand,
      points: i === 0 ? translateMarks(strand.points, 3, 0) : strand.points,
    })),
  }));
  const broken = brokenLaws({ ...SCENE, bundles });
  expect(broken.filter((line) => line.includes("is cut off")).length).toBeGreaterThan(0);
});

test("two nodes of one name, and numbers that are none, are found", () => {
  const twice = brokenLaws({ ...SCENE, nodes: [...SCENE.nodes, ...SCENE.nodes.slice(0, 1)] });
  expect(twice).toContain(`two nodes are called ${SCENE.nodes[0]?.id}`);
  const endless = withNode("softmax", (node) => ({
    ...node,
    bounds: { ...node.bounds, x: Number.NaN },
  }));
  expect(brokenLaws(endless)).toContainEqual(expect.stringMatching(/bounds.x is NaN/));
});

test("what is drawn beyond the bounds is found", () => {
  const bounds = { ...SCENE.bounds, width: SCENE.bounds.width / 2 };
  const broken = brokenLaws({ ...SCENE, bounds });
  expect(broken.filter((line) => line.includes("out of the bounds")).length).toBeGreaterThan(0);
});

test("a text on a strand is found, and a dashed line through a text", () => {
  const label = SCENE.nodes
    .flatMap(({ marks }) => marks)
    .find((mark) => mark.kind === "text" && mark.role === "axis");
  const y = label?.kind === "text" ? label.y : 0;
  const labels = label === undefined ? [] : translateMarks([label], 0, 8);
  const struck = brokenLaws({ ...SCENE, labels });
  expect(struck.filter((line) => line.includes("run through axis")).length).toBeGreaterThan(0);
  const dashed = brokenLaws({ ...SCENE, dashes: [dash(y - 4)] });
  expect(dashed.filter((line) => line.startsWith("a dashed line")).length).toBeGreaterThan(0);
});

test("a dashed line beside a strand is found", () => {
  const y = SCENE.nodes.find(({ kind }) => kind === "output")?.ports[0]?.heights[0] ?? 0;
  const broken = brokenLaws({ ...SCENE, dashes: [dash(y + 4)] });
  expect(broken.filter((line) => line.includes("runs along a strand")).length).toBeGreaterThan(0);
});

test("a plate that ends in the middle of a slab is found", () => {
  const { x, y, width, height } = SCENE.bounds;
  const softmax = SCENE.nodes.find(({ title }) => title.startsWith("softmax"))?.bounds;
  const right = (softmax?.x ?? 0) + (softmax?.width ?? 0) / 2;
  const path = rectangle({ x: x + 1, y: y + 1, width: right - x, height: height - 2 });
  const broken = brokenLaws({ ...SCENE, plates: [{ kind: "path", path, fill: "block" }] });
  expect(right - x).toBeLessThan(width - 1);
  expect(broken.filter((line) => line.includes("across the edge")).length).toBeGreaterThan(0);
});

test("a dot that a later shape covers is found", () => {
  const covered = withNode("add", (node) => ({
    ...node,
    marks: [...node.marks, { kind: "path", path: rectangle(node.bounds), fill: "paper" }],
  }));
  expect(brokenLaws(covered).filter((line) => line.endsWith("is covered")).length).toBe(2);
});

test("a strand that climbs straight up is found", () => {
  const cliff: Mark = {
    kind: "strand",
    axis: "d",
    path: [
      { kind: "move", to: { x: 0, y: 0 } },
      { kind: "line", to: { x: 1, y: 40 } },
    ],
  };
  const broken = brokenLaws(
    withNode("softmax", (node) => ({ ...node, marks: [...node.marks, cliff] })),
  );
  expect(broken).toContain("a strand of d at 0.0 0.0 has 1.0 to rise by 40");
});

test("a node that goes when a call is opened is found", () => {
  const [first, ...nodes] = SCENE.nodes;
  expect(disturbedByOpening(SCENE, { ...SCENE, nodes })).toEqual([`${first?.id} is gone`]);
});
