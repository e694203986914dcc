import { expect, it } from "vitest";
import { derive } from "../../src/editor/pipeline.ts";
import { listProblems } from "../../src/editor/problems.ts";
import { restsOn } from "../../src/editor/rests-on.ts";

/** What the first error of a text rests on, as "LINE name sentence". */
function placesOf(...lines: readonly string[]): readonly string[] {
  const reading = derive(`${lines.join("\n")}\n`);
  const [problem] = listProblems(reading.diagnostics, reading.sources, reading);
  return problem === undefined
    ? []
    : restsOn(reading, problem).map(({ span, wrote, says }) =>
        [span.line, ...(wrote === undefined ? [] : [wrote]), says].join(" "),
      );
}

it("a mistake between arrays tells where each comes from, and its shape there", () => {
  expect(placesOf("size d = 8", "input Q[y d]", "input K[x e]", "S[y x] = dot[d](Q, K)")).toEqual([
    "2 `Q` is [y d=8] here.",
    "3 `K` is [x e] here.",
  ]);
});

it("a missing axis tells where it went away beside the shapes, other mistakes only what they know", () => {
  expect(placesOf("input X[t m]", "N = sum[m](X)", "A = softmax[m](N)")).toEqual([
    "2 sum `m` goes away here.",
    "2 `N` is [t] here.",
  ]);
  expect(placesOf("input E[y=20 m], X[y=22 m]", "A = E + X")).toEqual([
    "1 E `y` is 20 here.",
    "1 X `y` is 22 here.",
  ]);
});

it("requirements that cannot hold together tell where the others stand", () => {
  expect(placesOf("size n", "require n >= 5", "require n <= 3")).toEqual([
    "2 `n >= 5` is required here.",
  ]);
});

it("a mistake of one line alone rests on nothing else", () => {
  expect(placesOf("input X[t d]", "Y[t d] = relu(Z)")).toEqual([]);
  expect(placesOf("input X[t d]", "Y[t d = relu(X)")).toEqual([]);
  expect(placesOf("input X[t d]", "Y[t d] = relu(X)")).toEqual([]);
});
