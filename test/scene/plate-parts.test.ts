import { expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { markBounds, meets } from "../../src/draw/bounds.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { brokenLaws } from "../support/scene-laws.ts";

function draw(text: string, plate: string, remark?: "info"): Scene {
  const { document, diagnostics } = parse(`${text}\nlayout:\n  ${plate}\n`);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(remark === undefined ? [] : [remark]);
  return drawDiagram(inferDiagram(document), document);
}

const SCORES = "input Q[y k h], K[x k h]\nS[y x h] = dot[k](Q, K)\n";

/** The plate around a part of an operation, and its node. */
function plated(text: string, node: string, part: string) {
  const scene = draw(text, `plate scale "" ${part}:${node}`);
  expect(brokenLaws(scene)).toEqual([]);
  const [plate] = scene.plates;
  const box = plate && markBounds(plate);
  const found = scene.nodes.find((each) => each.node === node);
  if (box === undefined || found === undefined) throw new Error(`no plate around ${part}`);
  return { box, node: found };
}

test("a plate goes around the swap, the cup or the diagonal of an operation, and no further", () => {
  const swap = plated(SCORES, "S", "swap");
  const cup = plated(SCORES, "S", "cup");
  const diagonal = plated(SCORES, "S", "diagonal");
  for (const { box, node } of [swap, cup, diagonal]) {
    expect(box.height).toBeLessThan(node.bounds.height);
    expect(meets(box, node.bounds)).toBe(true);
  }
  const [dot] = diagonal.node.marks.flatMap((mark) =>
    mark.kind === "dot" ? [markBounds(mark)] : [],
  );
  if (dot === undefined) throw new Error("no dot");
  expect(meets(dot, diagonal.box)).toBe(true);
  expect(meets(dot, swap.box)).toBe(false);
  expect(swap.box.x + swap.box.width).toBeLessThan(cup.box.x + cup.box.width);
});

test("a transposition, a trace and a diagonal of one array have such parts too", () => {
  const text = "input A[i j], M[n p=n]\nB[j i] = rearrange[i j -> j i](A)\n";
  expect(plated(text, "B", "swap").box.width).toBeGreaterThan(0);
  expect(plated("input M[n p=n]\nT = trace[n p](M)\n", "T", "cup").box.width).toBeGreaterThan(0);
  const diagonal = "input M[n p=n]\nD[n] = diagonal[n p -> n](M)\n";
  expect(plated(diagonal, "D", "diagonal").box.width).toBeGreaterThan(0);
});

test("the title of a plate around a part hangs below it where strands are above", () => {
  const scene = draw(SCORES, 'plate scale "Join" diagonal:S');
  const [dot] = scene.nodes.flatMap(({ marks }) => marks.filter((mark) => mark.kind === "dot"));
  const [title] = scene.plates.filter((mark) => mark.kind === "text");
  if (dot === undefined || title === undefined) throw new Error("no dot or no title");
  expect(title.y).toBeGreaterThan(dot.y);
  expect(brokenLaws(scene)).toEqual([]);
});

test("a remark at a part points at the whole operation where the part is not drawn", () => {
  const remarked = draw(SCORES, 'callout diagonal:S "Joined"\n  detail arrays');
  expect(remarked.remarks).toHaveLength(1);
  expect(draw(SCORES, 'callout diagonal:W "Joined"', "info").remarks).toEqual([]);
});

test("a part that an operation does not draw has no plate", () => {
  const text = "input A[i k], B[k j]\nS[i j] = dot[k](A, B)\n";
  expect(draw(text, 'plate scale "None" diagonal:S').plates).toEqual([]);
});

test("the brackets of a loop are as tall as the area that holds its plates", async () => {
  const preset = PRESETS.find(({ name }) => name === "identity-resnet");
  const { document } = parse((await preset?.load()) ?? "");
  const { nodes } = drawDiagram(inferDiagram(document), document);
  const loops = nodes.filter(({ kind }) => kind === "loop");
  const brackets = loops.flatMap(({ marks, areas }) =>
    marks.flatMap((mark) =>
      mark.kind === "path" && mark.stroke === "bracket"
        ? [{ box: markBounds(mark), area: areas?.[0] }]
        : [],
    ),
  );
  expect(brackets).toHaveLength(2);
  for (const { box, area } of brackets) {
    expect(Math.abs((box?.y ?? 0) - (area?.y ?? Number.NaN))).toBeLessThan(2);
    expect(Math.abs((box?.height ?? 0) - (area?.height ?? Number.NaN))).toBeLessThan(4);
  }
});
