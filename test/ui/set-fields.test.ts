import { describe, expect, it } from "vitest";
import { callSettings, withTerm } from "../../src/ui/inspector/call-settings.ts";
import { operandRows } from "../../src/ui/inspector/operand-rows.ts";
import { sizeRows } from "../../src/ui/panel/size-rows.ts";
import { axisBeside, nameAt, placeOfName } from "../../src/ui/renaming/name-places.ts";
import { rename } from "../../src/ui/renaming/rename.ts";
import { readLines } from "../support/reading.ts";

function nodeIn(reading: ReturnType<typeof readLines>, id: string) {
  const node = reading.typed.main.nodes.find((each) => each.id === id);
  if (node === undefined) throw new RangeError(`There is no node ${id}.`);
  return node;
}

function settingsOf(lines: readonly string[], id: string) {
  const reading = readLines(...lines);
  return callSettings(reading, reading.typed.main, nodeIn(reading, id));
}

describe("what can be set in an operation", () => {
  it("comes from its own description: axes, options, numbers", () => {
    const lines = ["input A[y x]", "L[y m] = linear[x -> m; bias](A)"];
    const { axes, options } = settingsOf(lines, "L");
    expect(axes.map(({ title, terms }) => [title, terms])).toEqual([
      ["From", ["x"]],
      ["To", ["m"]],
    ]);
    expect(options.map(({ word, takes, text }) => [word, takes, text])).toEqual([
      ["bias", "flag", ""],
    ]);
    const norm = settingsOf(["input A[y x]", "N[y x] = layer_norm[x](A, eps=1e-6)"], "N");
    expect(norm.numbers.map(({ name, text }) => [name, text])).toEqual([["eps", "1e-6"]]);
  });

  it("is there too while an axis is missing, with the axes at hand", () => {
    const { axes } = settingsOf(["input A[y x]", "S[y x] = softmax[?](A)"], "S");
    expect(axes).toEqual([
      { kind: "targets", title: "Along", terms: ["?"], hasRoom: true, atHand: ["y", "x"] },
    ]);
  });

  it("takes a new axis in the place of the first open one", () => {
    expect(withTerm(["x", "?", "?"], "y")).toBe("x y ?");
    expect(withTerm(["x"], "k=2*n")).toBe("x k=2*n");
  });

  it("is for a call what the axes of the block are here", () => {
    const lines = ["block Half(X[n]) -> Y[n]:", "  Y[n] = X * 0.5", "input A[t]"];
    const { bindings } = settingsOf([...lines, "B[t] = Half[n=t](A)"], "B");
    expect(bindings).toEqual([{ axis: "n", text: "t", now: "t" }]);
  });
});

describe("operands", () => {
  it("stand in the order of the text, then what may still be given", () => {
    const reading = readLines("input A[y x], W[m x]", "L[y m] = linear[x -> m](A, weight=W)");
    const rows = operandRows(reading, nodeIn(reading, "L"));
    expect(rows.map(({ keyword, text, value }) => [keyword, text, value?.name])).toEqual([
      [undefined, "A", "A"],
      ["weight", "W", "W"],
      ["bias", undefined, undefined],
    ]);
  });

  it("have a place for one more where there may be any number", () => {
    const reading = readLines("input A[y x], B[x k]", "D[y k] = dot[x](A, B)");
    const rows = operandRows(reading, nodeIn(reading, "D"));
    expect(rows.map(({ text }) => text)).toEqual(["A", "B", undefined]);
  });
});

it("sizes are those that the file defines, as written, with their uses", () => {
  const reading = readLines("size k = 4, m = 2*k, w = (1, 2)", "input A[y k]", "B[y k] = relu(A)");
  expect(sizeRows(reading).map(({ record, text, uses }) => [record.name, text, uses])).toEqual([
    ["k", "4", 3],
    ["m", "2*k", 0],
    ["w", "(1, 2)", 0],
  ]);
});

describe("names in the picture", () => {
  const reading = readLines("input A[y k]", "B[y k] = relu(A)");

  it("are found where they are drawn", () => {
    const named = { kind: "axis", path: "", definition: "", array: "A", axis: "k" } as const;
    const place = placeOfName(reading, named);
    if (place === undefined) throw new RangeError("The label is not drawn.");
    expect(nameAt(reading, { x: place.x - 2, y: place.y - 2 })?.named).toEqual(named);
    expect(nameAt(reading, { x: place.x + 400, y: place.y })).toBeUndefined();
  });

  it("have a place also where the picture writes none", () => {
    const named = { kind: "axis", path: "", definition: "", array: "B", axis: "y" } as const;
    expect(placeOfName(reading, named)?.anchor).toBe("start");
  });

  it("go on to the next axis of the array and no further", () => {
    const named = { kind: "axis", path: "", definition: "", array: "A", axis: "y" } as const;
    const next = axisBeside(reading, named, 1);
    expect(next).toEqual({ ...named, axis: "k" });
    expect(axisBeside(reading, named, -1)).toBeUndefined();
  });
});

describe("renaming by a text", () => {
  const axis = { kind: "axis", path: "", definition: "", array: "A", axis: "y" } as const;

  it("is nothing when the name stays, and one edit with the size", () => {
    const reading = readLines("input A[y k]", "B[y k] = relu(A)");
    expect(rename(reading, axis, " y ")).toEqual({ kind: "same" });
    const outcome = rename(reading, axis, "t = 2*k");
    expect(outcome.kind === "done" && outcome.edit.label).toBe("Renamed y to t, with size 2*k");
  });

  it("asks for a name in use and answers with one axis", () => {
    const reading = readLines("input A[y], B[k]", "C[y] = relu(A)", "D[k] = relu(B)");
    const outcome = rename(reading, axis, "k");
    expect(outcome.kind === "asks" && [outcome.says, outcome.equation]).toEqual([
      "`k` is already an axis here.",
      "y = k",
    ]);
    expect(outcome.kind === "asks" && outcome.merge().kind).toBe("done");
  });

  it("says why not, for a name, a size, and nothing at all", () => {
    const reading = readLines("input A[y k]", "B[y k] = relu(A)");
    for (const text of ["", "= 8", "9", "t = 2*", "t = 8; k"]) {
      expect(rename(reading, axis, text).kind).toBe("refused");
    }
  });
});
