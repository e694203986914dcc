import { describe, expect, it } from "vitest";
import { sentenceOf } from "../../../src/editor/follow/follow-words.ts";
import { litStrands } from "../../../src/editor/follow/lit-strands.ts";
import { axisAt, type Followed, followAxis } from "../../../src/editor/follow/same-axis.ts";
import { touchesOf } from "../../../src/editor/follow/touches.ts";
import { derive } from "../../../src/editor/pipeline.ts";
import type { Reading } from "../../../src/editor/reading.ts";
import { openedPreset, readLines, readPreset } from "../../support/reading.ts";

function follow(reading: Reading, path: string, axis: string): Followed {
  const call = reading.scene.nodes.find(({ id }) => id === path);
  const inside = reading.scene.bundles.find((bundle) => bundle.path === path)?.definition;
  const definition = inside ?? call?.definition ?? reading.typed.main.name;
  const found = followAxis(reading, axisAt(reading, { path, definition, axis }));
  if (found === undefined) throw new RangeError(`There is no ${axis} at "${path}".`);
  return found;
}

/** `path: names` for each use of a definition in which the axis is lit. */
function places({ places: lit }: Followed): readonly string[] {
  return [...lit].map(([path, { axes }]) => `${path}: ${[...axes].join(" ")}`);
}

/** `path: names, uses` for each closed call that the axis goes into. */
function closed(followed: Followed): readonly string[] {
  return [...followed.closed].map(([id, { axes, uses }]) => `${id}: ${axes.join(" ")}, ${uses}`);
}

const TWICE = [
  "main Main",
  "block F(X[a m]) -> Y[a m]:",
  "  Y[a m] = softmax[a](X)",
  "block Main(P[t m], Q[s m]) -> A[t m], B[s m]:",
  "  A[t m] = F(P)",
  "  B[s m] = F(Q)",
];

describe("an axis of one diagram of several", () => {
  const reading = readLines(
    "block F(X[a m]) -> Y[a m]:",
    "  Y[a m] = softmax[a](X)",
    "block G(X[a m]) -> Y[a m]:",
    "  Y[a m] = relu(X)",
    "layout:",
    "  figure F = G",
  );

  it("is followed in its own diagram alone, whichever it is", () => {
    for (const path of ["block:F", ""]) {
      const followed = follow(reading, path, "a");
      expect(places(followed)).toEqual([`${path}: a`]);
      expect(litStrands(reading.scene, followed).length).toBeGreaterThan(1);
    }
  });
});

describe("an axis followed through calls", () => {
  it("goes into closed blocks under the names that it has there, with the uses inside", () => {
    const followed = follow(readPreset("transformer"), "", "x");
    expect(places(followed)).toEqual([": x"]);
    expect(closed(followed)).toEqual([
      "Transformer/repeat:Z>Transformer/Z': t, 12",
      "Transformer/repeat:D>Transformer/D': x, 6",
    ]);
  });

  it("lights up inside of open blocks, as each axis that it stands for there", () => {
    const reading = openedPreset("transformer", ["Transformer/Z'", "EncoderLayer/A.1.2"]);
    const layer = "Transformer/repeat:Z>Transformer/Z'";
    const followed = follow(reading, "", "x");
    expect(places(followed)).toEqual([": x", `${layer}: t`, `${layer}>EncoderLayer/A.1.2: y x`]);
    expect(closed(followed)).toContain(`${layer}>EncoderLayer/Y.1.2: , 0`);
  });

  it("comes out of an open block, but does not go back in as another axis of it", () => {
    const reading = openedPreset("transformer", ["Transformer/Z'", "EncoderLayer/A.1.2"]);
    const layer = "Transformer/repeat:Z>Transformer/Z'";
    const followed = follow(reading, `${layer}>EncoderLayer/A.1.2`, "x");
    expect(places(followed)).toEqual([`${layer}>EncoderLayer/A.1.2: x`, `${layer}: t`, ": x"]);
  });

  it("lights up only through the call concerned where a block is called twice", () => {
    const reading = readLines(...TWICE, "layout:", "  open Main/A", "  open Main/B");
    expect(places(follow(reading, "", "t"))).toEqual([": t", "Main/A: a"]);
    expect(places(follow(reading, "Main/B", "a"))).toEqual(["Main/B: a", ": s"]);
    expect(places(follow(reading, "", "m"))).toEqual([": m", "Main/A: m", "Main/B: m"]);
  });

  it("lights up nothing but strands of the picture, and some in every place", () => {
    const reading = openedPreset("transformer", ["Transformer/Z'", "EncoderLayer/A.1.2"]);
    const followed = follow(reading, "", "x");
    const one = (path: string): number =>
      litStrands(reading.scene, {
        ...followed,
        places: new Map([...followed.places].filter(([each]) => each === path)),
      }).length;
    expect([...followed.places.keys()].map(one).every((count) => count > 4)).toBe(true);
    expect(litStrands(reading.scene, follow(reading, "", "v")).length).toBeGreaterThan(2);
  });

  it("is alone lit where rows are cut: arrows to the next row belong to one axis each", () => {
    const { text } = readPreset("multi-head-attention");
    const reading = derive(text, undefined, undefined, 350);
    const all = [...reading.typed.main.axes.keys()].flatMap((axis) =>
      litStrands(reading.scene, follow(reading, "", axis)),
    );
    expect(new Set(all).size).toBe(all.length);
    const arrows = reading.scene.bundles.flatMap(({ strands }) =>
      strands.map(({ points }) => points.filter(({ kind }) => kind === "path").length),
    );
    expect(arrows).toContain(2);
    expect(Math.max(...arrows)).toBeLessThanOrEqual(5);
  });

  it("is lit at the border of an open block, under its name there, too", () => {
    const reading = openedPreset("transformer", ["Transformer/Z'"]);
    const followed = follow(reading, "", "x");
    const borders = reading.scene.borders.flatMap(({ path, strands }) =>
      strands.filter(({ axis }) => followed.places.get(path)?.axes.has(axis)),
    );
    expect(borders.length).toBeGreaterThan(0);
    const lit = litStrands(reading.scene, followed);
    for (const mark of borders.flatMap(({ points }) => points)) {
      expect("path" in mark && lit.includes(mark.path)).toBe(true);
    }
  });

  it("is followed past a block that is broadcast over it", () => {
    const reading = openedPreset("transformer", ["Transformer/Z'", "EncoderLayer/Y.1.2"]);
    const layer = "Transformer/repeat:Z>Transformer/Z'";
    const followed = follow(reading, layer, "t");
    expect(places(followed)).toContain(`${layer}>EncoderLayer/Y.1.2: ^t`);
    const inside = follow(reading, `${layer}>EncoderLayer/Y.1.2`, "^t");
    expect(inside.home).toMatchObject({ axis: "t", instance: { path: layer } });
  });

  it("stays lit in the block around when its block is closed, and in the picture when it is entered", () => {
    const ref = { path: "Main/A", definition: "F", axis: "a" };
    const shut = followAxis(readLines(...TWICE), ref);
    expect(shut && places(shut)).toEqual(["Main/A: a", ": t"]);
    const gone = followAxis(readPreset("transformer", "EncoderLayer"), {
      path: "Transformer/repeat:Z>Transformer/Z'",
      definition: "EncoderLayer",
      axis: "t",
    });
    expect(gone && places(gone)).toEqual([": t"]);
    expect(followAxis(readLines(...TWICE), { ...ref, axis: "nowhere" })).toBeUndefined();
  });
});

describe("an axis followed through loops and renaming", () => {
  it("is the same inside and outside of a scan, and through what it carries", () => {
    const followed = follow(readPreset("lstm"), "LSTM/scan:H>LSTM/H'", "n");
    expect(places(followed)).toEqual(["LSTM/scan:H>LSTM/H': n", ": n"]);
    expect(follow(readPreset("lstm"), "LSTM/scan:H", "n").home.instance.path).toBe("");
  });

  it("is the same under another name, unless one array has both", () => {
    const renamed = readLines(
      "input X[a c]",
      "Y[b c] = rename[a -> b](X)",
      "Z[b] = sum[c](Y)",
      "output Z",
    );
    expect(places(follow(renamed, "", "a"))).toEqual([": a b"]);
    expect(places(follow(renamed, "", "b"))).toEqual([": b a"]);
    expect(places(follow(readPreset("lssl"), "", "n"))).toEqual([": n"]);
  });

  it("goes into a repeat that changes its shape under the name of the entry", () => {
    const reading = readLines(
      "size w = (4, 8, 16), H = 32",
      "block Net(I[c=w[0] y=H]) -> X[b q]:",
      "  repeat 2 as i:",
      "    carry X[a=w[i] p] from I to X'[b=w[i+1] q]",
      "    X'[b q] = linear[a p -> b q](X)",
    );
    expect(places(follow(reading, "", "c"))).toEqual([": c a"]);
    expect(places(follow(reading, "", "b"))).toEqual([": b"]);
  });
});

describe("the operations that an axis comes to", () => {
  const told = (reading: Reading, path: string, axis: string): readonly string[] =>
    touchesOf(follow(reading, path, axis), reading.sources).map(
      ({ line, title, event: { says }, uses }) =>
        `${line} ${title}: ${says}${uses === undefined ? "" : `, ${uses} inside`}`,
    );

  it("stand in text order with what each does to it", () => {
    expect(told(readPreset("multi-head-attention"), "", "x")).toEqual([
      "7 Input X: comes in here",
      "9 Linear: passes through",
      "10 Linear: passes through",
      "11 Dot product: passes through",
      "11 Divide: passes through",
      "12 Softmax: worked along",
      "13 Dot product: summed away",
    ]);
  });

  it("count what is inside of closed blocks, and name the scan that takes it apart", () => {
    const transformer = told(readPreset("transformer"), "", "x");
    expect(transformer.slice(-2)).toEqual([
      "45 Encoder layer: goes inside as t, 12 inside",
      "49 Decoder layer: ends inside, 6 inside",
    ]);
    expect(told(readPreset("lstm"), "", "t")).toEqual([
      "13 Input X: comes in here",
      "14 Scan over t: taken apart and stacked again",
    ]);
  });

  it("tell its life in one sentence", () => {
    const says = (reading: Reading, axis: string): string =>
      sentenceOf(follow(reading, "", axis), reading.sources);
    const attention = readPreset("multi-head-attention");
    expect(says(attention, "x")).toBe(
      "Following x: made by X, in 5 lines, summed away in line 13.",
    );
    expect(says(attention, "h")).toBe(
      "Following h: made by Q, in 7 lines, summed away in line 14.",
    );
    expect(says(readPreset("transformer"), "x")).toBe(
      "Following x: made by src, in 3 lines, as t in Encoder layer, as x in Decoder layer, ends inside in line 49.",
    );
    expect(says(readPreset("lssl"), "n")).toBe(
      "Following n: made by C, in 7 lines, renamed p in line 17, summed away in line 18.",
    );
  });
});
