import { describe, expect, it } from "vitest";
import { derive } from "../../src/editor/pipeline.ts";
import { indexScene } from "../../src/editor/scene-index.ts";
import { parse } from "../../src/language/parse.ts";
import { print } from "../../src/language/print.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";

const BLOCKS = `size a = 4, b = 3, i_a = 2

block First(X[a b]) -> Y[b]:
  Y[b] = relu(index[a; at i_a](X))

block Second(X[a b]) -> Y[b]:
  R[a b] = relu(X)
  Y[b] = index[a; at i_a](R)

layout:
`;

function draw(...lines: readonly string[]): Scene {
  return derive(`${BLOCKS}${lines.map((line) => `  ${line}\n`).join("")}`).scene;
}

function words({ labels }: Scene): readonly string[] {
  return labels.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
}

describe("a picture of several diagrams", () => {
  it.each(["=", "def=", "=>", "|->"])("keeps every law with `%s` between them", (sign) => {
    expectSceneLaws(draw(`figure First ${sign} Second`));
    expectSceneLaws(draw(`figure First ${sign} "by some words" Second`));
    expectSceneLaws(draw("figure First", `figure ${sign} Second`));
  });

  it("shows the blocks of its rows and what relates them, and no names of arrays", () => {
    const scene = draw("figure First = Second");
    expect(new Set(scene.nodes.map(({ definition }) => definition))).toEqual(
      new Set(["First", "Second"]),
    );
    expect(words(scene)).toContain("=");
    const texts = scene.nodes
      .flatMap(({ marks }) => marks)
      .flatMap((m) => (m.kind === "text" ? m.text : []));
    expect(texts).not.toContain("X");
    expect(texts).not.toContain("Y");
  });

  it("names the arrays that a label names", () => {
    const scene = draw("figure First = Second", 'label First/array X "Q"');
    const names = scene.nodes
      .flatMap(({ marks }) => marks)
      .flatMap((mark) => (mark.kind === "text" && mark.role === "array" ? [mark.text] : []));
    expect(names).toEqual(["Q"]);
  });

  it("stands a row below the one before", () => {
    const scene = draw("figure First", "figure = Second");
    const top = (definition: string) =>
      Math.min(...scene.nodes.filter((n) => n.definition === definition).map((n) => n.bounds.y));
    expect(top("Second")).toBeGreaterThan(top("First") + 40);
  });

  it("shows a block as a closed box too, as marks that no node of the document stands behind", () => {
    const scene = draw("figure box First = First");
    expectSceneLaws(scene);
    expect(words(scene)).toEqual(expect.arrayContaining(["First", "="]));
    const alone = draw("figure First");
    expect(scene.nodes.map(({ id }) => id)).toEqual(alone.nodes.map(({ id }) => id));
  });

  it("is cut into rows of the width that the author chose, diagram by diagram", () => {
    const whole = draw("figure First", "figure = Second");
    const scene = draw("figure First", "figure = Second", "wrap 130");
    expectSceneLaws(scene);
    expect(scene.bounds.width).toBeLessThan(whole.bounds.width);
    expect(scene.bounds.height).toBeGreaterThan(whole.bounds.height);
  });

  it("reads and prints `box`, also where a block is called so", () => {
    const text = `block box(X[a]) -> Y[a]:
  Y[a] = relu(X)

layout:
  figure box box = box
  figure => "again" box box
`;
    const { document, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(print(document)).toBe(text);
    const rows = document.layout.flatMap((line) => (line.kind === "figure" ? [line.parts] : []));
    expect(rows.map((parts) => parts.map(({ closed }) => closed === true))).toEqual([
      [true, false],
      [true],
    ]);
  });

  it("gives way to a block that is entered", () => {
    const { scene } = derive(`${BLOCKS}  figure First = Second\n`, "First");
    expect(new Set(scene.nodes.map(({ definition }) => definition))).toEqual(new Set(["First"]));
    expect(words(scene)).not.toContain("=");
  });

  it("lets every node of every diagram be found by its line", () => {
    const index = indexScene(draw("figure First = Second"));
    expect(index.placesOf("First/Y").map(({ id }) => id)).toEqual(["block:First>First/Y"]);
    expect(index.placesOf("Second/R").map(({ id }) => id)).toEqual(["Second/R"]);
  });
});
