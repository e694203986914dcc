import { expect, test } from "vitest";
import { makeAll } from "./whole-pipeline.ts";

test("3,000 lines that each use the one before are typed and drawn", () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `X${i + 1}[t] = relu(X${i})`);
  const { diagnostics, scene } = makeAll(`input X0[t]\n${lines.join("\n")}\n`);
  expect(diagnostics).toEqual([]);
  expect(scene.nodes).toHaveLength(3002);
});

test("2,000 blocks in a row are typed in any order", () => {
  const block = (i: number, inner: string) => `block F${i}(X[t]) -> Y[t]:\n  Y[t] = ${inner}(X)\n`;
  const last = Array.from({ length: 2000 }, (_, i) => block(i, i < 1999 ? `F${i + 1}` : "relu"));
  expect(makeAll(`main F0\n${last.join("")}`).diagnostics).toEqual([]);
  expect(makeAll(last.reverse().join("")).diagnostics).toEqual([]);
});
