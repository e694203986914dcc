import { describe, expect, it, test } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram, drawDiagramWithElk } from "../../src/scene/build.ts";
import type { Scene, SceneColumn } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { readPreset } from "../support/reading.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";
import { SMALL_DOCUMENTS } from "../support/small-documents.ts";

const THREE = `input E[y m], X[x m]
Q[y h k] = linear[m -> h k](E)
K[x h k] = linear[m -> h k](X)
V[x h k] = linear[m -> h k](X)
A[y h x] = softmax[x](dot[k](Q, K))
Z[y h k] = dot[x](A, V)
`;

const SKIP = `block F(X[t d]) -> Y[t d]:
  H[t d] = relu(linear[d -> d](X))
  Y[t d] = X + linear[d -> d](H)

input S[t d]
Z[t d] = F(S)
scan t:
  each z[d] in Z
  carry C[d] from 0 to C'
  C'[d] = tanh(linear[d -> d](z) + C)
R[d] = relu(C)
`;

function arranged(text: string, ...lines: readonly string[]) {
  return parse(lines.length === 0 ? text : `${text}\nlayout:\n  ${lines.join("\n  ")}\n`).document;
}

function draw(text: string, ...lines: readonly string[]): Scene {
  const document = arranged(text, ...lines);
  return drawDiagram(inferDiagram(document), document);
}

function heightOf(scene: Scene, node: string): number | undefined {
  return scene.nodes.find((each) => each.node === node)?.height;
}

/** What can be arranged in each column, top to bottom. */
function namesIn({ rows }: SceneColumn): readonly string[] {
  return rows.flatMap(({ name }) => name ?? []);
}

function columnWith(scene: Scene, ...names: readonly string[]): readonly string[] {
  const columns = scene.columns.map(namesIn);
  return columns.find((column) => names.every((name) => column.includes(name))) ?? [];
}

/** Columns in which a lower thing stands above an upper one. */
function wrongColumns(scene: Scene, upper: string, lower: string): readonly string[] {
  return scene.columns.flatMap((column) => {
    const names = namesIn(column);
    const isWrong = names.indexOf(lower) >= 0 && names.indexOf(lower) < names.lastIndexOf(upper);
    return isWrong ? [names.join(" ")] : [];
  });
}

/** Things that stand beside each other somewhere, upper and lower. */
function neighbours(scene: Scene): readonly (readonly [string, string])[] {
  const pairs = scene.columns.flatMap((column) => {
    const names = namesIn(column);
    return names.slice(1).map((lower, at) => [names[at] ?? "", lower] as const);
  });
  return [...new Map(pairs.map((pair) => [pair.join(" "), pair])).values()].filter(
    ([upper, lower]) => upper !== lower,
  );
}

describe("a height wish", () => {
  it.each([-20, -3, 0, 5, 30])("holds exactly at %i half spacings, and every law with it", (dy) => {
    for (const node of ["Q", "K", "V", "A", "A.1", "Z"]) {
      const scene = draw(THREE, `place ${node} dy=${dy}`);
      expect(heightOf(scene, node), node).toBe(dy);
      expectSceneLaws(scene, node);
    }
  });

  it("holds inside an open block and inside a loop, counted from what enters there", () => {
    for (const node of ["F/H", "F/Y.2", "C'", "C'.1", "scan:C", "Z"]) {
      const scene = draw(SKIP, "open Z", `place ${node} dy=12`);
      expect(heightOf(scene, node), node).toBe(12);
      expectSceneLaws(scene, node);
    }
  });

  it("leaves the first input where it is, from which heights count", () => {
    expect(draw(THREE, "place E dy=8")).toEqual(draw(THREE));
    expect(heightOf(draw("A[d] = normal[d]()\nB[d] = relu(A)\n", "place B dy=7"), "B")).toBe(7);
  });

  it("holds for two slabs at once, as far apart as they have to be", () => {
    const scene = draw(THREE, "place Q dy=-10", "place V dy=30");
    expect([heightOf(scene, "Q"), heightOf(scene, "V")]).toEqual([-10, 30]);
    expectSceneLaws(scene);
  });
});

describe("an order wish", () => {
  it("puts one above the other from that column on", () => {
    expect(columnWith(draw(THREE), "K", "V")).toEqual(["Q", "K", "V"]);
    const scene = draw(THREE, "place V before K");
    expect(columnWith(scene, "K", "V")).toEqual(["Q", "V", "K"]);
    expectSceneLaws(scene);
  });

  it("moves a skip that comes from outside of a block above what it skips", () => {
    expect(columnWith(draw(SKIP, "open Z"), "F/X", "F/H")).toEqual(["F/H", "F/X"]);
    const scene = draw(SKIP, "open Z", "place F/X before F/H");
    expect(columnWith(scene, "F/X", "F/H")).toEqual(["F/X", "F/H"]);
    expect(columnWith(scene, "F/X", "F/Y.2")).toEqual(["F/X", "F/Y.2"]);
    expectSceneLaws(scene);
  });

  it("orders inputs of one line", () => {
    expect(columnWith(draw(THREE, "place X before E"), "E", "X")).toEqual(["X", "E"]);
  });

  test.each(SMALL_DOCUMENTS)("can be the opposite of any two neighbours: $about", ({ text }) => {
    for (const [upper, lower] of neighbours(draw(text))) {
      if (text.includes("layout:")) return;
      const scene = draw(text, `place ${lower} before ${upper}`);
      expect(wrongColumns(scene, lower, upper), `${lower} before ${upper}`).toEqual([]);
    }
  });

  it("holds in ELK's order too, and every law with it", async () => {
    const { document, typed } = readPreset("lstm");
    const scene = drawDiagram(typed, document);
    for (const [upper, lower] of neighbours(scene).slice(0, 12)) {
      const layout = [...document.layout, ...arranged("", `place ${lower} before ${upper}`).layout];
      const final = await drawDiagramWithElk(typed, { ...document, layout });
      expect(wrongColumns(final, lower, upper)).toEqual([]);
    }
  });

  it("gives way to a later one where they go round in a circle", () => {
    const scene = draw(THREE, "place V before K", "place K before Q", "place Q before V");
    expect(wrongColumns(scene, "Q", "V")).toEqual([]);
    expect(wrongColumns(scene, "K", "Q")).toEqual([]);
    expect(wrongColumns(scene, "V", "K")).not.toEqual([]);
  });
});

it("takes no notice of wishes about names that are not there", () => {
  const lines = ["place Nobody dy=9", "place V before Nobody", "place Nobody before V"];
  expect(draw(THREE, ...lines, "place A before F/Y", "place A.9.9 dy=1")).toEqual(draw(THREE));
});
