import { describe, expect, it } from "vitest";
import { derive } from "../../src/editor/pipeline.ts";
import { listProblems } from "../../src/editor/problems.ts";
import { problemsAt } from "../../src/editor/problems-at.ts";

/** The nodes of a picture at which there is an error to be told, each with its codes. */
function toldAt(...lines: readonly string[]): readonly string[] {
  const reading = derive(`${lines.join("\n")}\n`);
  const problems = listProblems(reading.diagnostics, reading.sources, reading);
  return reading.scene.nodes.flatMap((node) => {
    const codes = problemsAt(reading, problems, node).map(({ diagnostic }) => diagnostic.code);
    return codes.length === 0 ? [] : [`${node.id}: ${codes.join(" ")}`];
  });
}

describe("two sizes of one axis are told", () => {
  it("at every operation on the way to where they meet, and where they are written", () => {
    expect(
      toldAt(
        "input E[y=20 m], X[y=22 m], Z[k]",
        "Q[y m] = tanh(E)",
        "R[y m] = relu(X)",
        "A[y m] = Q + R",
        "B[y m] = exp(A)",
        "C[k] = relu(Z)",
      ),
    ).toEqual(["input E: S02", "input X: S02", "Q: S02", "R: S02", "A: S02"]);
  });

  it("along a chain of other names, though no wire joins its ends", () => {
    expect(
      toldAt(
        "input X[t d=20], Z[t e=22]",
        "A[t f] = rename[d -> f](X)",
        "B[t g] = rename[f -> g](A)",
        "C[t g] = rename[e -> g](Z)",
      ),
    ).toEqual(["input X: S02", "input Z: S02", "A: S02", "B: S02", "C: S02"]);
  });

  it("not at an operation with a mistake of its own, which tells that", () => {
    expect(
      toldAt(
        "input E[y=20 m], X[y=22 m]",
        "Q[y m] = softmax[z](E)",
        "R[y m] = relu(X)",
        "A[y m] = Q + R",
      ),
    ).toContain("Q: S01");
  });

  it("not at arrays of the same names in another block", () => {
    expect(
      toldAt(
        "block F(X[y m]) -> Z[y m]:",
        "  Z[y m] = relu(X)",
        "input X[y=20 m]",
        "R[y=22 m] = relu(X)",
        "S = F(X)",
        "layout:",
        "  open S",
      ),
    ).toEqual(["input X: S02", "R: S02", "copy X 1: S02"]);
  });
});

describe("a mistake of several places is told", () => {
  it("at each array of a circle", () => {
    expect(toldAt("input X[m]", "A[m] = X + C", "B[m] = relu(A)", "C[m] = tanh(B)")).toEqual([
      "B: S04",
      "C: S04",
      "A: S04",
    ]);
  });

  it("at the loop whose state changes, and at the operation that changes it", () => {
    expect(
      toldAt(
        "input E[t m]",
        "repeat 6:",
        "  carry Z[t m] from E to Z'",
        "  Z' = linear[m -> f](Z)",
      ),
    ).toEqual(["repeat:Z: S10", "repeat:Z>Z': S10"]);
  });
});
