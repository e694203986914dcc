import { describe, expect, it } from "vitest";
import { listProblems } from "../../../src/editor/problems.ts";
import {
  spokenProblems,
  spokenRedo,
  spokenShapes,
  spokenUndo,
} from "../../../src/editor/spoken-events.ts";
import { readLines } from "../../support/reading.ts";

function problemsOf(...lines: readonly string[]) {
  const { diagnostics, sources } = readLines(...lines);
  return listProblems(diagnostics, sources);
}

describe("what is said of problems", () => {
  it("is that there are none", () => {
    expect(spokenProblems(problemsOf("input X[m]", "Y[m] = relu(X)"))).toBe("No problems.");
  });

  it("is the line and the sentence of the only one", () => {
    expect(spokenProblems(problemsOf("input X[m]", "Y[m k] = relu(X)"))).toBe(
      "1 problem in line 2: Y is written as m, k, but it comes out as m.",
    );
  });

  it("is how many there are and the first of them", () => {
    const said = spokenProblems(
      problemsOf("input X[m]", "Y[m k] = relu(X)", "Z[m] = softmax[g](X)"),
    );
    expect(said).toMatch(/^2 problems, the first in line 2: Y is written as .*\.$/);
  });

  it("says the names in it as they are spoken", () => {
    const said = spokenProblems(problemsOf("input X'[d_model]", "Y[d_model k] = relu(X')"));
    expect(said).not.toMatch(/[[\]`_']/);
  });
});

describe("what is said of undo", () => {
  it.each([
    ["Renamed g to h", "rename g to h"],
    ["Connected V to dot product", "connect V to dot product"],
    ["Deleted 3 lines", "delete 3 lines"],
    ["Swapped the operands of divide", "swap the operands of divide"],
    ["Unwrapped the repeat", "unwrap the repeat"],
    ["Grouped 3 lines", "group 3 lines"],
    ["Added softmax", "add softmax"],
    ["Cut 2 lines", "cut 2 lines"],
    ["Set the axes of Q'", "set the axes of Q prime"],
    ["Made g and h one axis", "make g and h one axis"],
    ["Moved V below K", "move V below K"],
    ["Typed in line 4", "type in line 4"],
    ["Opened Encoder", "open Encoder"],
    ["Closed Encoder", "close Encoder"],
    ["Pasted 2 lines", "paste 2 lines"],
    ["Replaced relu by GELU", "replace relu by GELU"],
    ["Split d into h and k", "split d into h and k"],
  ])("%s", (label, plain) => {
    expect(spokenUndo(label)).toBe(`Undid: ${plain}.`);
    expect(spokenRedo(label)).toBe(`Did again: ${plain}.`);
  });
});

describe("what is said of shapes", () => {
  const before = readLines("input X[m], Y[k]", "Z[m] = relu(X)", "W[m] = tanh(Z)").typed;

  it("is nothing where all stay", () => {
    expect(spokenShapes(before, before)).toBe("");
  });

  it("names what an edit made and what it gave another shape", () => {
    const after = readLines("input X[m h], Y[k]", "Z[m h] = relu(X)", "W[m h] = tanh(Z)").typed;
    expect(spokenShapes(before, after)).toBe("X is m, h; Z is m, h; 1 more array changed.");
    const more = readLines(
      "input X[m], Y[k]",
      "Z[m] = relu(X)",
      "W[m] = tanh(Z)",
      "V' = dot[k](Y, Y)",
    );
    expect(spokenShapes(before, more.typed)).toBe("V prime is one number.");
  });
});
