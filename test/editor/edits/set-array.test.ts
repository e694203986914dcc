import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { arrayText, setArray } from "../../../src/editor/edits/set-array.ts";
import { changes, contextOf, edited, refusal } from "../../support/edit-laws.ts";

function set(array: string, text: string) {
  return (context: EditContext) => setArray(context, { array: { definition: "", array }, text });
}

const LINES = `
  input A[y x=3], ids[t] of v
  S = softmax[x](A)
  T[y x] = relu(S) + A
`;

describe("an array as text", () => {
  it("is as written, and as typing knows it where nothing is written", () => {
    const context = contextOf(LINES);
    const text = (array: string) => arrayText(context, { definition: "", array });
    expect(text("A")).toBe("A[y x=3]");
    expect(text("ids")).toBe("ids[t] of v");
    expect(text("S")).toBe("S[y x]");
    expect(text("T.1:0")).toBe("[y x]");
  });
});

describe("setting it", () => {
  it("renames everywhere when only the name is another", () => {
    expect(changes(LINES, set("S", "P[y x]"))).toEqual([
      "- S = softmax[x](A)",
      "- T[y x] = relu(S) + A",
      "+ P = softmax[x](A)",
      "+ T[y x] = relu(P) + A",
    ]);
  });

  it("declares axes in the line that makes it, and keeps what its entries are", () => {
    expect(changes(LINES, set("S", "S[x y]"))).toEqual([
      "- S = softmax[x](A)",
      "+ S[x y] = softmax[x](A)",
    ]);
    expect(changes(LINES, set("ids", "ids[s] of v"))).toContain("+ input A[y x=3], ids[s] of v");
  });

  it("does both as one edit, under the label of the renaming", () => {
    const { text, label } = edited(LINES, set("S", "P[x y]"));
    expect(text).toContain("P[x y] = softmax[x](A)\nT[y x] = relu(P) + A");
    expect(label).toBe("Renamed S to P");
  });

  it("lets an operation that makes axes make the declared ones, and what follows from them", () => {
    const linear = `
      input E[y m]
      L[y m'] = linear[m -> m'](E)
      R[y m'] = relu(L)
    `;
    const made = edited(linear, set("L", "Q[y k h]"));
    expect(made.text).toContain("Q[y k h] = linear[m -> k h](E)\nR[y k h] = relu(Q)");
    expect(made.label).toBe("Renamed L to Q");
    expect(changes(linear, set("L", "L[y m]"))).toContain("+ L[y m] = linear[m -> m](E)");
    expect(changes(linear, set("L", "L[m' y]"))).toEqual([
      "- L[y m'] = linear[m -> m'](E)",
      "+ L[m' y] = linear[m -> m'](E)",
    ]);
    expect(changes(linear, set("L", "L[k h]"))).toContain("+ L[k h] = linear[y m -> k h](E)");
    expect(changes("input A[y x]\nS[y] = sum[x](A)\n", set("S", "S[x]"))).toContain(
      "+ S[x] = sum[x](A)",
    );
  });

  it("gives a part of a longer line a line of its own when it is named", () => {
    expect(changes(LINES, set("T.1:0", "R[y x]"))).toContain("+ R[y x] = relu(S)");
  });

  it("says why a text is no array", () => {
    expect(refusal(LINES, set("S", "A[y x]"))).toBe(
      "`A` is already an array here; choose another name.",
    );
    expect(refusal(LINES, set("S", "9[y x]"))).toContain("`9` is no name");
    expect(refusal(LINES, set("S", "S[y x], B[y]"))).toBe(
      "One name and its axes stand here, such as `A[y x]`.",
    );
    expect(refusal(LINES, set("T.1:0", "[x y]"))).toBe(
      "Give this array a name first, such as `A`.",
    );
    for (const text of ["", "S[y x", "S[y\nx]", "S[y x] # note"]) {
      expect(refusal(LINES, set("S", text))).not.toBe("");
    }
  });
});
