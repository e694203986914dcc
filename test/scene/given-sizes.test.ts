import { expect, test } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";

function drawn(text: string): Scene {
  const { document, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return drawDiagram(inferDiagram(document), document);
}

function texts({ labels, nodes }: Scene, role: string): readonly string[] {
  return [...labels, ...nodes.flatMap(({ marks }) => marks)].flatMap((mark) =>
    mark.kind === "text" && mark.role === role ? [mark.text] : [],
  );
}

const BLOCKS = `size s, k = 3
block Step(X[t m]) -> Y[u m]:
  Y[u m] = max_pool[t -> u; kernel k; stride s](X)

block Two(X[t m]) -> Y[v m]:
  H[u m] = Step[s=2](X)
  Y[v m] = Step[s=4](H)

`;

test("a call says the sizes that it gives, and the closed box of its block which they are", () => {
  const scene = drawn(`${BLOCKS}layout:\n  figure box Two = Two\n  figure box Step = Step\n`);
  const titles = texts(scene, "title").filter((text) => /Step|Two/.test(text));
  expect(titles.toSorted()).toEqual(["Step (s = 2)", "Step (s = 4)", "Step (s)", "Two"]);
});

test("the author's title of a block goes before its parameters", () => {
  const layout = 'layout:\n  figure box Step = Step\n  title Step "A $\\sigma$-step"\n';
  expect(texts(drawn(BLOCKS + layout), "title")).toContain("A $\\sigma$-step (s)");
});

test("copies without an index have their plain count", () => {
  const loop = (head: string) =>
    `input X[m]\n${head}:\n  carry Y[m] from X to Y'\n  Y'[m] = relu(Y)\nZ[m] = tanh(Y)\n`;
  expect(texts(drawn(loop("repeat 6")), "count")).toEqual(["6"]);
  expect(texts(drawn(loop("repeat 6 as lambda")), "count")).toEqual(["\\lambda=5", "\\lambda=0"]);
});
