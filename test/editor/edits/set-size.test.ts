import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import {
  deleteSize,
  renameSize,
  setAxisSize,
  setSize,
} from "../../../src/editor/edits/set-size.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

const set = (name: string, text: string) => (context: EditContext) =>
  setSize(context, { name, text });
const drop = (name: string) => (context: EditContext) => deleteSize(context, { name });
const rename = (size: string, name: string) => (context: EditContext) =>
  renameSize(context, { size, name });
const size =
  (axis: string, text: string, definition = "") =>
  (context: EditContext) =>
    setAxisSize(context, { definition, axis, text });

const TEXT = `
  diagram "Sizes"
  size k = 64, h = 8   # heads
  size m = k*h

  block F(X[m]) -> Y[m]:
    Q[k h] = linear[m -> k h](X) / sqrt(k)
    Y[m] = linear[k h -> m](Q)
`;

describe("a size", () => {
  it("takes a number, an expression, a table, or nothing", () => {
    expect(changes(TEXT, set("k", "32"))).toEqual([
      "- size k = 64, h = 8   # heads",
      "+ size k = 32, h = 8  # heads",
    ]);
    expect(edited(TEXT, set("k", "32")).label).toBe("Set k to 32");
    expect(changes(TEXT, set("m", "h*(k+1) "))).toEqual(["- size m = k*h", "+ size m = h*(k+1)"]);
    expect(changes(TEXT, set("m", ""))).toEqual(["- size m = k*h", "+ size m"]);
    expect(edited(TEXT, set("m", "")).label).toBe("Set m to free");
    expect(changes(TEXT, set("c", "(1, 2)"))).toEqual(["+ size c = (1, 2)"]);
  });

  it("that is new stands behind the others", () => {
    expect(changes(TEXT, set("n", "3"))).toEqual(["+ size n = 3"]);
    expect(edited(TEXT, set("n", "3")).label).toBe("Added size n");
    expect(textAfter("input X[t]\n", set("n", ""))).toBe("size n\ninput X[t]\n");
    expect(textAfter("", set("n", "2"))).toBe("size n = 2\n");
  });

  it("is refused what is no size, in the words of the parser", () => {
    expect(refusal(TEXT, set("k", "h +"))).toBe("Expected a size, but found the end of the line.");
    expect(refusal(TEXT, set("k", "2, z = 3"))).toBe(
      "One size stands here; a table is written `(64, 128)`.",
    );
    expect(refusal(TEXT, set("k", "2\ninput X[t]"))).toBe("A size stands on one line.");
    expect(refusal(TEXT, set("2k", "2"))).toMatch(/^`2k` is no name/);
    expect(refusal(TEXT, set("k", "m"))).toBe("These 2 sizes define each other: k → m → k.");
  });

  it("is deleted when nothing uses it", () => {
    expect(changes("size k = 2, n = 3\ninput X[k]\n", drop("n"))).toEqual([
      "- size k = 2, n = 3",
      "+ size k = 2",
    ]);
    expect(changes("size n = 3\ninput X[k]\n", drop("n"))).toEqual(["- size n = 3"]);
    expect(refusal("size n = 3\ninput X[n]\n", drop("n"))).toBe(
      "`n` is used once; leave its value out instead.",
    );
    expect(refusal(TEXT, drop("z"))).toBe("There is no size named `z`.");
  });

  it("is renamed with the axes that have it by their name", () => {
    expect(changes(TEXT, rename("k", "d"))).toEqual([
      "- size k = 64, h = 8   # heads",
      "- size m = k*h",
      "+ size d = 64, h = 8  # heads",
      "+ size m = d*h",
      "- Q[k h] = linear[m -> k h](X) / sqrt(k)",
      "- Y[m] = linear[k h -> m](Q)",
      "+ Q[d h] = linear[m -> d h](X) / sqrt(d)",
      "+ Y[m] = linear[d h -> m](Q)",
    ]);
    expect(refusal(TEXT, rename("k", "h"))).toBe(
      "`h` is already a size of the file; choose another name.",
    );
    expect(refusal("size k = 2\ninput X[t k]\n", rename("k", "t"))).toBe(
      "`t` is already an axis of the top of the file; choose another name.",
    );
  });
});

describe("the size of an axis", () => {
  it("stands where the axis is first", () => {
    const text = "input X[t d], Y[t]\nZ[t d] = X\n";
    expect(changes(text, size("t", "2*n"))).toEqual([
      "- input X[t d], Y[t]",
      "+ input X[t=2*n d], Y[t]",
    ]);
    expect(edited(text, size("t", "2*n")).label).toBe("Set t to 2*n");
    expect(changes("input X[t=4], Y[t=4]\n", size("t", "8"))).toEqual([
      "- input X[t=4], Y[t=4]",
      "+ input X[t=8], Y[t]",
    ]);
    expect(changes("input X[t=4], Y[t=4]\n", size("t", ""))).toEqual([
      "- input X[t=4], Y[t=4]",
      "+ input X[t], Y[t]",
    ]);
    expect(changes(TEXT, size("h", "4", "F"))).toEqual([
      "- Q[k h] = linear[m -> k h](X) / sqrt(k)",
      "+ Q[k h=4] = linear[m -> k h](X) / sqrt(k)",
    ]);
  });

  it("is refused where it is no size", () => {
    const text = "input X[t 3]\n";
    expect(refusal(text, size("t", "4 4"))).toBe("Expected the end of the size, but found `4`.");
    expect(refusal(text, size("3", "4"))).toBe(
      "The axis `3` is named by its size; rename it first.",
    );
    expect(refusal(text, size("z", "4"))).toBe("There is no axis named `z` here.");
  });
});
