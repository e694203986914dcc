import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { bundleMarks } from "../../src/scene/bundle-marks.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";

function draw(...lines: readonly string[]): Scene {
  const { document } = parse(`${lines.join("\n")}\n`);
  const diagram = inferDiagram(document);
  expect(diagram.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const scene = drawDiagram(diagram, document);
  expectSceneLaws(scene);
  return scene;
}

/** The axes of all strands, with `=` behind those that are double wires. */
function wires(scene: Scene): readonly string[] {
  const marks = [
    ...scene.nodes.flatMap((node) => node.marks),
    ...scene.bundles.flatMap(bundleMarks),
  ];
  const strands = marks.flatMap((mark) =>
    mark.kind === "strand" ? [`${mark.axis}${mark.double === true ? "=" : ""}`] : [],
  );
  return [...new Set(strands)].sort();
}

function texts(scene: Scene): readonly string[] {
  const marks = [...scene.nodes.flatMap((node) => node.marks), ...scene.labels];
  return marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
}

const MULTI = ["multi x = H W", "input X[c H W]"];

describe("axes that `multi` draws as one", () => {
  it("are one double wire with one label, which convolutions, soft-max and cups take whole", () => {
    const scene = draw(
      ...MULTI,
      "input E[e H W]",
      "F[d H W] = conv[c -> d; over H W; kernel 3; pad 1](X)",
      "A[d H W] = softmax[H W](F)",
      "Z[e d] = dot[H W](E, A)",
    );
    expect(wires(scene)).toEqual(["H=", "c", "d", "e"]);
    const labels = texts(scene).filter((text) => text.includes("\\bar"));
    expect(new Set(labels)).toEqual(new Set(["\\mathbf{\\bar{x}}"]));
    expect(scene.nodes.map(({ title }) => title)).toContain("softmax over H and W");
  });

  it("say with a number that they are not two, and have a kernel of so many sides", () => {
    const scene = draw(
      "multi x = D H W",
      "input X[c D H W]",
      "Y[c p q r] = max_pool[D H W -> p q r; kernel 2; stride 2](X)",
      "multi y = p q r",
    );
    expect(wires(scene)).toEqual(["D=", "c", "p="]);
    expect(texts(scene)).toContain("{}^{3}\\mathbf{\\bar{x}}");
    expect(texts(scene)).toContain("2^{3}");
  });

  it("are drawn one by one where an operation takes only one of them, or they stand apart", () => {
    expect(wires(draw(...MULTI, "Y[c H] = sum[W](X)"))).toEqual(["H", "W", "c"]);
    expect(wires(draw("multi x = H W", "input X[H c W]", "Y = relu(X)"))).toEqual(["H", "W", "c"]);
  });

  it("are double inside a block that knows them as one, and beside one that knows nothing of them", () => {
    const block = ["block Norm(X[c]) -> Y[c]:", "  Y[c] = layer_norm[c](X)"];
    const past = draw(...MULTI, "Y[c H W] = Norm(X)", ...block, "layout:", "  open Y");
    expect(wires(past)).toEqual(["H=", "^H=", "c"]);
    const inner = ["block Pass(X[c p q]) -> Y[c p q]:", "  multi p = p q", "  Y[c p q] = relu(X)"];
    expect(wires(draw(...MULTI, "Y[c H W] = Pass(X)", ...inner, "layout:", "  open Y"))).toEqual([
      "H=",
      "c",
      "p=",
    ]);
  });

  it("are drawn one by one where a block and its caller do not agree", () => {
    const plain = ["block Pass(X[c p q]) -> Y[c p q]:", "  Y[c p q] = relu(X)"];
    expect(wires(draw(...MULTI, "Y[c H W] = Pass(X)", ...plain))).toEqual(["H", "W", "c"]);
  });
});
