import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { holdTextLaws } from "../support/language-laws.ts";

const TEXT = [
  "size k = 64",
  "input X[t m], ids[t] of v",
  "weight W[m] = normal(0.02), b[m] = -1",
  "layer L = linear[m -> k; bias]",
  "A[t k], B[t k] = f(relu(X) + 2, eps=L(X))",
  "block F(X[m]) -> Y[m]:",
  "  A[m] = X",
  "  repeat 2:",
  "    carry Z[m] from zeros() to Z'",
  "    Z'[m] = softmax[m; over m; size 3](Z)",
  "\tscan t:",
  "\t\tcollect S[t] from Q",
  "  save C[1] = relu(A)",
  "A = X",
  "output A",
  "broken line",
  "",
].join("\n");

/** Every place of a text as `ID LINE:what stands there`. */
function places(text: string): readonly string[] {
  const lines = text.split("\n");
  return [...holdTextLaws(text).source].map(([key, { line, column, endColumn }]) => {
    const there = lines[line - 1]?.slice(column - 1, endColumn - 1);
    return `${key} ${line}:${there}`;
  });
}

describe("the places of a text", () => {
  it("are named by block, array, operand and part", () => {
    expect(places(TEXT)).toEqual([
      "size:k#result k 1:k",
      "size:k#axis k 1:k",
      "size:k 1:size k = 64",
      "X#result X 2:X",
      "X#axis t 2:t",
      "X#axis m 2:m",
      "X#result ids 2:ids",
      "X 2:input X[t m], ids[t] of v",
      "W#result W 3:W",
      "W#axis m 3:m",
      "W.1 3:normal(0.02)",
      "W.1#name 3:normal",
      "W.1.1 3:0.02",
      "W#result b 3:b",
      "W.2 3:-1",
      "W.2.1 3:1",
      "W 3:weight W[m] = normal(0.02), b[m] = -1",
      "layer:L#name 4:L",
      "layer:L 4:linear[m -> k; bias]",
      "layer:L#axis m 4:m",
      "layer:L#axis k 4:k",
      "layer:L#option bias 4:bias",
      "A 5:f(relu(X) + 2, eps=L(X))",
      "A#name 5:f",
      "A#option eps 5:eps",
      "A.1 5:relu(X) + 2",
      "A.1.1 5:relu(X)",
      "A.1.1#name 5:relu",
      "A.1.1.1 5:X",
      "A.1.2 5:2",
      "A.2 5:L(X)",
      "A.2#name 5:L",
      "A.2.1 5:X",
      "A#result A 5:A",
      "A#axis t 5:t",
      "A#axis k 5:k",
      "A#result B 5:B",
      "F/A 7:X",
      "F/A#result A 7:A",
      "F/A#axis m 7:m",
      "F/Z#result Z 9:Z",
      "F/Z#axis m 9:m",
      "F/Z#result Z' 9:Z'",
      "F/Z.1 9:zeros()",
      "F/Z.1#name 9:zeros",
      "F/Z 9:carry Z[m] from zeros() to Z'",
      "F/Z' 10:softmax[m; over m; size 3](Z)",
      "F/Z'#name 10:softmax",
      "F/Z'#axis m 10:m",
      "F/Z'#option over 10:over",
      "F/Z'#option size 10:size",
      "F/Z'.1 10:Z",
      "F/Z'#result Z' 10:Z'",
      "F/repeat:Z#count 8:2",
      "F/repeat:Z 8:repeat 2:",
      "F/S#result S 12:S",
      "F/S#axis t 12:t",
      "F/S.1 12:Q",
      "F/S 12:collect S[t] from Q",
      "F/scan:S#axis t 11:t",
      "F/scan:S 11:scan t:",
      "F/save:C#name 13:C",
      "F/save:C.1 13:relu(A)",
      "F/save:C.1#name 13:relu",
      "F/save:C.1.1 13:A",
      "F/save:C 13:save C[1] = relu(A)",
      "block:F#name 6:F",
      "block:F#result X 6:X",
      "block:F#axis m 6:m",
      "block:F#result Y 6:Y",
      "block:F 6:block F(X[m]) -> Y[m]:",
      "A~2 14:X",
      "A~2#result A 14:A",
      "output:A#result A 15:A",
      "output:A 15:output A",
      "broken 16:broken line",
    ]);
  });

  it("stay the same when lines above them come and go", () => {
    const before = parse("B = relu(A)\nA = X").document.statements.map(({ id }) => id);
    const after = parse("# new\nC = X\nB = relu(A)\nA = X").document.statements.map(({ id }) => id);
    expect(after).toEqual(["C", ...before]);
  });

  it("are kept by a line that is half typed, if no good line has them", () => {
    const ids = parse("A[t = X\nB = A\nB[\nF +").document.statements.map(({ id }) => id);
    expect(ids).toEqual(["A", "B", "B~2", "F"]);
  });

  it("are apart where two blocks have one name", () => {
    const { document } = parse("block F(X) -> Y:\n  Y = X\nblock F(X) -> Y:\n  Y = X");
    const ids = document.statements.map((statement) =>
      statement.kind === "block" ? statement.body.map(({ id }) => id) : [],
    );
    expect(ids).toEqual([["F/Y"], ["F~2/Y"]]);
  });
});
