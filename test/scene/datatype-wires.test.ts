import { describe, expect, test } from "vitest";
import { strokeOf } from "../../src/draw/theme.ts";
import { selectNode, walk } from "../../src/editor/walk.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";

function draw(text: string): Scene {
  const { document, diagnostics } = parse(text);
  const typed = inferDiagram(document);
  expect(
    [...diagnostics, ...typed.diagnostics].filter((each) => each.severity === "error"),
  ).toEqual([]);
  return drawDiagram(typed, document);
}

/** The strands of each array where it is first drawn; `!` after one that is heavy. */
function wiresOf(scene: Scene, array: string): readonly string[] {
  const bundle = scene.bundles.find((each) => each.array === array);
  return (bundle?.strands ?? []).map(({ axis, points }) => {
    const isHeavy = points.some((mark) => mark.kind === "strand" && mark.heavy === true);
    return isHeavy ? `${axis}!` : axis;
  });
}

const SIZES = "size v = 9, m = 4, n = 7\n";

describe("an array of positions", () => {
  test("has a heavy wire of what it counts below its axes, which is named by that", () => {
    const scene = draw(`${SIZES}input ids[t] of v\nA[t m] = embedding[v -> m](ids)\n`);
    expect(wiresOf(scene, "ids")).toEqual(["t", "@v!"]);
    expect(wiresOf(scene, "A")).toEqual(["t", "m"]);
    const names = scene.nodes.flatMap(({ kind, marks }) =>
      kind === "input"
        ? marks.flatMap((mark) => (mark.kind === "text" ? [[mark.text, mark.axis]] : []))
        : [],
    );
    expect(names).toContainEqual(["v", "v"]);
    expect(strokeOf("bold").width).toBe(2 * strokeOf("wire").width);
    expectSceneLaws(scene);
  });

  test("is one wire with an arrow where it has no axes", () => {
    const scene = draw(`${SIZES}input one[] of v\nA[m] = embedding[v -> m](one)\n`);
    expect(wiresOf(scene, "one")).toEqual(["@v!"]);
    const [embedding] = scene.nodes.filter(({ kind }) => kind === "op");
    const heads = embedding?.marks.filter((mark) => mark.kind === "path" && mark.fill === "ink");
    expect(heads).toHaveLength(1);
    expectSceneLaws(scene);
  });

  test.each([
    ["ends in what uses it up", "Y[t v] = one_hot[v](ids)", "Y", ["t", "v"]],
    ["goes on through what keeps its entries", "Y[t] of v = flip[t](ids)", "Y", ["t", "@v!"]],
    ["begins where positions are found", "Y[t] of m = argmax[m](X)", "Y", ["t", "@m!"]],
    ["turns round in a cup that selects", "Y[t m] = index[v](E, ids)", "Y", ["t", "m"]],
    ["goes into sums as a number", "Y[t] = relu(ids)", "Y", ["t"]],
  ])("%s", (_, line, array, wires) => {
    const scene = draw(`${SIZES}input ids[t] of v, X[t m], E[v m]\n${line}\n`);
    expect(wiresOf(scene, array)).toEqual(wires);
    expectSceneLaws(scene);
  });

  test("keeps its wire through loops and open blocks, and several results make room for theirs", () => {
    const scene = draw(`${SIZES}block Look(ids[t] of v) -> A[t m]:
  A[t m] = embedding[v -> m](ids)

block Main(ids[b t] of v, I[t] of v, K[g=2 t] of v) -> A[b t m], S[t], P[t] of v, Q[t] of v:
  A[b t m] = Look(ids)
  scan t:
    each i[] of v in I
    carry h[m] from zeros() to h'
    collect S[t] from s
    h'[m] = tanh(embedding[v -> m](i) + h)
    s[] = sum[m](h')
  P[t], Q[t] = unstack[g](K)

layout:
  open Main/A
`);
    expect(wiresOf(scene, "P")).toEqual(["t", "@v!"]);
    expect(wiresOf(scene, "Q")).toEqual(["t", "@v!"]);
    expectSceneLaws(scene);
  });

  test("is one array for the arrow keys, which stop at its axes only", () => {
    const scene = draw(`${SIZES}input ids[t] of v\nA[t m] = embedding[v -> m](ids)\n`);
    const input = scene.nodes.find(({ kind }) => kind === "input");
    if (input === undefined) throw new RangeError("There is no input.");
    const array = selectNode(input);
    if (array.kind !== "array") throw new RangeError("An input stands for its array.");
    const strand = { ...array, kind: "strand", axis: "t" } as const;
    expect(walk(scene, strand, "down")).toEqual(strand);
  });
});
