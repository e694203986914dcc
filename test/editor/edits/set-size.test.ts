import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";

import { mergeSizes, renameSize } from "../../../src/editor/edits/rename-size.ts";
import { deleteSize, setAxisSize, setSize } from "../../../src/editor/edits/set-size.ts";
import { parse } from "../../../src/language/parse.ts";
import { inferDiagram } from "../../../src/typing/infer.ts";
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
    expect(refusal(TEXT, rename("k", "9"))).toMatch(/letter/);
  });

  it("asks for a name in use, and says what then has to hold of sizes", () => {
    const asks = (text: string, from: string, to: string) => {
      const { document } = parse(text);
      const context = { document, typed: inferDiagram(document) };
      const renamed = renameSize(context, { size: from, name: to });
      return "equation" in renamed ? [renamed.says, renamed.equation] : [];
    };
    expect(asks("size k = 64, h = 8\n", "k", "h")).toEqual([
      "`h` is already a size of the file.",
      "k (64) = h (8)",
    ]);
    expect(asks("size k = 8, h = 8\n", "k", "h")[1]).toBe("both are 8");
    expect(asks("size k = 2\ninput X[t k]\n", "k", "t")).toEqual([
      "`t` is already an axis of the top of the file.",
      "k (2) = t",
    ]);
  });
});

describe("two sizes that are one", () => {
  const merge = (size: string, name: string) => (context: EditContext) =>
    mergeSizes(context, { size, name });

  it("have one definition, and their axes one name, in one step", () => {
    const text = "size k = 8, h = 8\ninput X[t k], Z[t h]\nY[t k] = relu(X)\n";
    expect(changes(text, merge("k", "h"))).toEqual([
      "- size k = 8, h = 8",
      "- input X[t k], Z[t h]",
      "- Y[t k] = relu(X)",
      "+ size h = 8",
      "+ input X[t h], Z[t h]",
      "+ Y[t h] = relu(X)",
    ]);
    expect(edited(text, merge("k", "h")).label).toBe("Made k and h one size");
  });

  it("have the value that one of them gives", () => {
    expect(changes("size k = 8, h\ninput X[k], Z[h]\n", merge("k", "h"))).toEqual([
      "- size k = 8, h",
      "- input X[k], Z[h]",
      "+ size h = 8",
      "+ input X[h], Z[h]",
    ]);
    expect(changes("size k, h = 8\n", merge("k", "h"))).toEqual([
      "- size k, h = 8",
      "+ size h = 8",
    ]);
    expect(changes("size c = (1, 2)\nsize d = (1, 2)\n", merge("c", "d"))).toEqual([
      "- size c = (1, 2)",
    ]);
  });

  it("may be a size and an axis, which has it by its name from then on", () => {
    expect(changes("size k = 2\ninput X[t=2 q], Z[k]\n", merge("k", "t"))).toEqual([
      "- size k = 2",
      "- input X[t=2 q], Z[k]",
      "+ size t = 2",
      "+ input X[t q], Z[t]",
    ]);
  });

  it("keep what calls bind", () => {
    const text =
      "size k = 2, h = 2\nblock F(X[k], Z[q]) -> Y[k q]:\n  Y[k q] = X * Z\ninput A[k], B[h]\nC = F(A, B)\n";
    expect(edited(text, merge("h", "q")).label).toBe("Made h and q one size");
  });

  it("cannot be where values, arrays or equations are against it", () => {
    expect(refusal(TEXT, merge("k", "h"))).toBe(
      "`k` is 64 and `h` is 8, so they cannot be one size; make them equal first.",
    );
    expect(refusal("size k = 2, h = 2\ninput X[k h]\n", merge("k", "h"))).toBe(
      "`X` has both `k` and `h`, and no array has an axis twice; `diagonal[k h -> h]` reads the entries where they agree.",
    );
    expect(refusal("size k = 2\ninput X[t=3], Z[k]\n", merge("k", "t"))).toBe(
      "`k` is 2 and the axis `t` has the size 3, so they cannot be one size; make them equal first.",
    );
    expect(refusal("size k, h = 2*k\n", merge("k", "h"))).toMatch(/h/);
    expect(refusal(TEXT, merge("z", "h"))).toBe("There is no size named `z`.");
    expect(refusal(TEXT, merge("k", "zz"))).toBe("There is no size named `zz`.");
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
