import { describe, expect, it } from "vitest";
import { derive } from "../../src/editor/pipeline.ts";
import { listProblems, nodesOf, reasonsOf } from "../../src/editor/problems.ts";
import type { Reading } from "../../src/editor/reading.ts";

/** What is read of texts one after the other, as someone edits. */
function edited(...texts: readonly string[]): Reading {
  let last: Reading | undefined;
  for (const text of texts) last = derive(text, undefined, undefined, undefined, last);
  if (last === undefined) throw new RangeError("There is no text.");
  return last;
}

/** Lines and titles of the errors, and where else each shows. */
function errors(reading: Reading): readonly string[] {
  return listProblems(reading.diagnostics, reading.sources, reading)
    .filter(({ diagnostic }) => diagnostic.severity === "error")
    .map((problem) => {
      const { span, diagnostic, shows } = problem;
      return `${span.line}${shows === undefined ? "" : ` (${shows.span.line})`} ${diagnostic.code}`;
    });
}

const GOOD = `size d = 8
input X[t d], W[d e=4]
A[t d] = relu(X)
B[t e] = dot[d](A, W)
C[t e] = softmax[e](B)
`;

describe("an error belongs to the line whose edit made it", () => {
  it("however far below it shows", () => {
    const reading = edited(GOOD, GOOD.replace("A[t d] = relu(X)", "A[t] = sum[d](X)"));
    expect(errors(reading)).toEqual(["3 (4) S01"]);
    const [problem] = listProblems(reading.diagnostics, reading.sources, reading);
    expect(problem && reasonsOf(problem)).toMatch(/It shows in line 4\.$/);
    expect(problem && nodesOf(problem)).toEqual(["A", "B"]);
  });

  it("and to its own line where nothing was edited, or that line itself", () => {
    const bad = GOOD.replace("dot[d](A, W)", "dot[q](A, W)");
    expect(errors(edited(bad))).toEqual(["4 S01"]);
    expect(errors(edited(GOOD, bad))).toEqual(["4 S01"]);
  });

  it("as long as it stays, whatever else is edited", () => {
    const bad = GOOD.replace("A[t d] = relu(X)", "A[t] = sum[d](X)");
    const more = bad.replace("C[t e]", "D[t e]");
    expect(errors(edited(GOOD, bad, more))).toEqual(["3 (4) S01"]);
    expect(errors(edited(GOOD, bad, more, GOOD))).toEqual([]);
    expect(errors(edited(GOOD, bad, GOOD, bad.replace("d = 8", "d = 9")))).toHaveLength(1);
  });

  it("of several edited lines to the nearest that it rests on", () => {
    const both = GOOD.replace("A[t d] = relu(X)", "A[t] = sum[d](X)").replace(
      "C[t e] = softmax",
      "C[t e] = log_softmax",
    );
    expect(errors(edited(GOOD, both))).toEqual(["3 (4) S01"]);
  });

  it("while a name that is not there is the mistake of who uses it", () => {
    expect(errors(edited(GOOD, GOOD.replace("A[t d] = relu", "H[t d] = relu")))).toEqual(["4 N01"]);
  });
});

describe("an error at a call", () => {
  const CALLS = `block F(X[t k]) -> Y[t n]:
  H[t k] = relu(X)
  Y[t n] = linear[k -> n](H)
input I[t c]
O[t n] = relu(F(I))
`;

  /** Lines and reasons of the errors after an edit. */
  function reasons(...texts: readonly string[]): readonly string[] {
    const reading = edited(CALLS, ...texts);
    return listProblems(reading.diagnostics, reading.sources, reading).map(
      (problem) => `${problem.span.line} ${reasonsOf(problem)}`,
    );
  }

  it("says that something changed in the block, however many of its lines were edited", () => {
    const wider = CALLS.replace("Y[t n]:", "Y[t n m]:")
      .replace("Y[t n] =", "Y[t n m] =")
      .replace("k -> n", "k -> n m");
    expect(reasons(wider)).toEqual([
      "1 `m` comes out of the right side and is not written. What changed in block `F` shows in line 5.",
    ]);
    const more = CALLS.replace("X[t k]", "X[t k z]")
      .replace("H[t k]", "H[t k z]")
      .replace("[k ->", "[k z ->");
    expect(reasons(more)).toEqual(["1 What changed in block `F` shows in line 5."]);
  });

  it("does not say so where the call itself was edited, nor inside of the block", () => {
    expect(reasons(CALLS.replace("F(I)", "F(I, I)"))).toEqual(["5 "]);
    expect(reasons(CALLS.replace("H[t k] = relu", "H[t] = sum[k]"))).toEqual([
      expect.stringMatching(/^2 .*It shows in line 3\.$/),
    ]);
  });
});

it("a line that cannot be read stands at what is drawn for it", () => {
  const reading = edited(`${GOOD}D[t e] = relu(C\n`);
  const [problem] = listProblems(reading.diagnostics, reading.sources, reading);
  expect(problem?.diagnostic.code).toBe("T01");
  const [node] = problem === undefined ? [] : nodesOf(problem);
  expect(reading.scene.nodes.some((each) => each.node === node)).toBe(true);
});
