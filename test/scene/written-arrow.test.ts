import { describe, expect, test } from "vitest";
import type { Scene } from "../../src/scene/scene.ts";
import { readLines } from "../support/reading.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";

/** Tips of arrows, cup and factor together. */
function headsOf(scene: Scene): number {
  const marks = scene.nodes.flatMap((node) => (node.kind === "op" ? node.marks : []));
  return marks.filter((mark) => mark.kind === "path" && mark.fill === "ink").length;
}

const ATTENTION = [
  "size k = 8",
  "input Q[y k], K[x k], V[x k]",
  "S[y x] = dot[k](Q, K) / sqrt(k)",
  "Z[y k] = dot[x](S, V)",
];

function drawn(lines: readonly string[]): Scene {
  const { scene } = readLines(...lines);
  expectSceneLaws(scene);
  return scene;
}

describe("a factor right behind a contraction", () => {
  test("is written on the arrow of its cup, which goes from the cup through the gap", () => {
    const scene = drawn(ATTENTION);
    // One for both, one for the second cup.
    expect(headsOf(scene)).toBe(2);
    const [cup, factor] = ["S.1", "S"].map((id) => scene.nodes.find((node) => node.id === id));
    const shaft = factor?.marks.find((mark) => mark.kind === "path" && mark.stroke === "wire");
    const [from] = shaft?.kind === "path" ? shaft.path : [];
    const text = factor?.marks.find((mark) => mark.kind === "text");
    if (cup === undefined || from?.kind !== "move" || text?.kind !== "text") {
      throw new RangeError("The factor is not written on an arrow.");
    }
    expect(from.to.x).toBeGreaterThan(cup.bounds.x);
    expect(from.to.x).toBeLessThan(cup.bounds.x + cup.bounds.width);
    expect(text.y).toBeLessThan(from.to.y);
  });

  test("floats where the result is used twice, so that a copy comes between", () => {
    const twice = [
      ...ATTENTION.slice(0, 2),
      "P[y x] = dot[k](Q, K)",
      "S[y x] = P / sqrt(k)",
      "Z[y k] = dot[x](S, V)",
      "W[y k] = dot[x](P, V)",
    ];
    expect(headsOf(drawn(twice))).toBe(5);
  });

  test("floats where another function comes first", () => {
    const lines = [...ATTENTION];
    lines[2] = "S[y x] = relu(dot[k](Q, K)) / sqrt(k)";
    expect(headsOf(drawn(lines))).toBe(6);
  });

  test("floats where no strand runs above the arrow", () => {
    const lines = ["input q[k], K[x k], V[x k]", "s[x] = dot[k](q, K) * 2", "z[k] = dot[x](s, V)"];
    expect(headsOf(drawn(lines))).toBe(4);
  });
});
