import { describe, expect, it } from "vitest";
import { areAlike, marksBetween } from "../../src/draw/between.ts";
import { strandBetween } from "../../src/draw/curve.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { ease } from "../../src/ui/moving/ease.ts";
import { isSameDiagram, momentOf, movingParts } from "../../src/ui/moving/motion.ts";
import { SAME_VIEW } from "../../src/ui/moving/motion-store.ts";
import { readLines, readPreset } from "../support/reading.ts";

const START = { x: 0, y: 0 };
const END = { x: 1, y: 1 };

function strand(from: number, to: number): Mark {
  return { kind: "strand", axis: "d", path: strandBetween({ x: 0, y: from }, { x: 40, y: to }) };
}

/** What is seen of a picture at an end of its way: nothing that is quite transparent. */
function seen(from: Scene, to: Scene, at: typeof START): readonly Mark[] {
  return movingParts(from, to).flatMap((part) => {
    const { marks, opacity } = momentOf(part, at, SAME_VIEW);
    return opacity === 0 ? [] : marks;
  });
}

function painted({ plates, bundles, nodes, dashes, labels }: Scene): number {
  const strands = bundles.flatMap(({ strands: all }) => all.flatMap(({ points }) => points));
  return [plates, strands, nodes.flatMap(({ marks }) => marks), dashes, labels].flat().length;
}

describe("marks on their way", () => {
  it("begin where one stands and end where the other does", () => {
    const [level, falling] = [[strand(0, 0)], [strand(10, 50)]];
    expect(areAlike(level, falling)).toBe(true);
    expect(marksBetween(level, falling, END)).toEqual(falling);
    expect(marksBetween(falling, level, START)).toEqual(falling);
    const half = marksBetween([strand(0, 0)], [strand(20, 20)], { x: 0.5, y: 0.5 });
    expect(half).toEqual([strand(10, 10)]);
  });

  it("never become something else", () => {
    const dot: Mark = { kind: "dot", x: 1, y: 2, radius: 3 };
    expect(areAlike([dot], [strand(0, 0)])).toBe(false);
    expect(areAlike([dot], [])).toBe(false);
    expect(areAlike([{ ...dot, x: 9 }], [dot])).toBe(true);
  });
});

describe("a picture on its way", () => {
  it("is the old one at the start and the new one at the end", () => {
    const before = readPreset("lstm").scene;
    const lines = ["input X[t d]", "A[t d] = relu(X)", "B[t d] = tanh(X)"];
    const [two, three] = [readLines(...lines), readLines(...lines, "C[t d] = A + B")];
    for (const [from, to] of [
      [before, before],
      [two.scene, three.scene],
      [three.scene, two.scene],
    ] as const) {
      expect(seen(from, to, END).length).toBe(painted(to));
      expect(seen(from, to, START).length).toBeGreaterThanOrEqual(painted(from) / 2);
    }
    expect(isSameDiagram(two.scene, three.scene)).toBe(true);
    expect(isSameDiagram(before, three.scene)).toBe(false);
  });

  it("goes fast first and then comes to rest", () => {
    expect([ease(0), ease(1)].map((each) => Math.round(each * 1000))).toEqual([0, 1000]);
    expect(ease(0.5)).toBeGreaterThan(0.8);
    expect(ease(0.25)).toBeLessThan(ease(0.5));
  });
});
