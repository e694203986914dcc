import { describe, expect, test } from "vitest";
import { makeAll, titles } from "./whole-pipeline.ts";

/** Blocks that each call the one before twice: the last is used 2 to the power of `levels` times. */
function doubling(levels: number): string {
  const blocks = Array.from({ length: levels }, (_, i) => {
    const inner = i === 0 ? "relu" : `F${i - 1}`;
    return `block F${i}(X[t]) -> Y[t]:\n  A[t] = ${inner}(X)\n  Y[t] = ${inner}(A)\n`;
  });
  return `${blocks.join("")}input Z[t]\nQ[t] = F${levels - 1}(Z)\n`;
}

describe("thirty blocks that each call another twice", () => {
  test("are worked once each", () => {
    const { diagnostics, scene } = makeAll(doubling(30));
    expect(diagnostics).toEqual([]);
    expect(scene.nodes).toHaveLength(3);
  });

  test("open as far as there is room", () => {
    const { scene } = makeAll(doubling(30), ["all"]);
    expect(scene.openLevels).toBe(13);
    const drawn = scene.nodes.filter(({ kind }) => kind !== "border");
    expect(drawn.length).toBeLessThan(20_000);
    expect(scene.nodes.filter(({ kind }) => kind === "call")).toHaveLength(2 ** 13);
  });

  test("open wholly where few are called", () => {
    const { scene } = makeAll(doubling(5), ["all"]);
    expect(scene.openLevels).toBeUndefined();
    expect(scene.nodes.filter(({ kind }) => kind === "call")).toEqual([]);
  });
});

test("a chain of 300 open blocks opens a hundred levels deep", () => {
  const blocks = Array.from({ length: 300 }, (_, i) => {
    const inner = i === 0 ? "relu" : `F${i - 1}`;
    return `block F${i}(X[t]) -> Y[t]:\n  Y[t] = ${inner}(X)\n`;
  });
  const { scene } = makeAll(`${blocks.join("")}input Z[t]\nQ[t] = F299(Z)\n`, ["all"]);
  expect(scene.openLevels).toBe(100);
});

test("a product of 100 operands and a stack of 200 are drawn", () => {
  const list = (count: number) => Array.from({ length: count }, () => "X").join(", ");
  expect(makeAll(`input X[k]\nY[] = dot[k](${list(100)})\n`).diagnostics).toEqual([]);
  expect(makeAll(`input X[k]\nY[g k] = stack[g](${list(200)})\n`).diagnostics).toEqual([]);
});

test("one text with 1,000 mistakes names them all", () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `Y${i} = relu(unknown_${i})`);
  const { diagnostics } = makeAll(lines.join("\n"));
  expect(titles(diagnostics)).toHaveLength(1000);
});
