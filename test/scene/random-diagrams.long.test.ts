import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import {
  expectRandomLaws,
  expectRandomLawsInRows,
  randomDiagrams,
} from "../support/random-diagram.ts";
import { expectSceneLaws } from "../support/scene-laws.ts";

test("many random diagrams keep every law", () => {
  fc.assert(fc.property(randomDiagrams(14), expectRandomLaws), { numRuns: 120, seed: 8 });
});

test("many random diagrams keep every law in rows", () => {
  fc.assert(fc.property(randomDiagrams(14), expectRandomLawsInRows), { numRuns: 150, seed: 8 });
});

test("large random diagrams do so too", () => {
  fc.assert(fc.property(randomDiagrams(60), expectRandomLaws), { numRuns: 25, seed: 9 });
});

test("a figure 300 operations long is laid out without collisions, whole and in rows", () => {
  const steps = Array.from({ length: 100 }, (_, i) => {
    const from = i === 0 ? "X" : `C${i - 1}`;
    return `A${i}[t d] = softmax[d](${from})\nB${i}[t d] = linear[d -> d](A${i})\nC${i}[t d] = ${from} + B${i}\n`;
  });
  const { document } = parse(`input X[t d]\n${steps.join("")}`);
  const typed = inferDiagram(document);
  expect(typed.diagnostics).toEqual([]);
  const whole = drawDiagram(typed, document);
  expect(whole.nodes.filter(({ kind }) => kind === "op")).toHaveLength(300);
  expectSceneLaws(whole);
  const layout = [{ kind: "wrap", lead: [], width: 1200 } as const];
  const rows = drawDiagram(typed, { ...document, layout });
  expectSceneLaws(rows);
  expect(rows.bounds.width).toBeLessThan(1300);
  expect(rows.nodes).toHaveLength(whole.nodes.length);
});
