import { describe, expect, it } from "vitest";
import { changedText } from "../../../src/document/fix.ts";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { fixesOf } from "../../../src/editor/fixes/fixes.ts";
import { notDivisible } from "../../../src/editor/fixes/padding.ts";

function fixesFor(...lines: readonly string[]): readonly string[] {
  const context = fixContext(`${lines.join("\n")}\n`);
  return context.diagnostics.flatMap((each) => fixesOf(context, each).map(({ title }) => title));
}

describe("a circle of arrays", () => {
  it("can be opened at any line that reads another array too", () => {
    const [first] = fixesFor("input X[m]", "A[m] = relu(C)", "B[m] = A + X", "C[m] = tanh(B)");
    expect(first).toBe("Remove the wire from `A` to `B`");
  });
});

describe("an array that is computed from itself", () => {
  const TEXT =
    "size m, n\ninput X[t m]\nlayer U = linear[n -> n]\nH[t n] = tanh(linear[m -> n](X) + U(H))\n";

  it("becomes a scan that hands it on from step to step", () => {
    const context = fixContext(TEXT);
    const [error] = context.diagnostics;
    const [fix] = error === undefined ? [] : fixesOf(context, error);
    expect(fix?.title).toBe("Turn it into a scan over `t`");
    expect(fix && changedText(TEXT, fix.change)).toBe(`size m, n
input X[t m]
layer U = linear[n -> n]
scan t:
  each X_t[m] in X
  carry h[n] from zeros() to h'
  collect H[t n] from h'
  h'[n] = tanh(linear[m -> n](X_t) + U(h))
`);
  });
});

describe("an inner index with the name of the outer one", () => {
  it("is called otherwise in the lines of its own loop", () => {
    const text = `size w = (2, 3, 4)
input X[t m]
repeat 2 as i:
  carry A[t m] from X to A'
  repeat 3 as i:
    carry B[t m] from A to B'
    B'[t m] = relu(B) * size(w[i])
  A'[t m] = B
`;
    const context = fixContext(text);
    const [error, ...others] = context.diagnostics.filter(({ severity }) => severity === "error");
    expect(others).toEqual([]);
    expect(error?.title).toBe("`i` is defined twice.");
    const [fix] = error === undefined ? [] : fixesOf(context, error);
    expect(fix?.title).toBe("Call the inner index `j`");
    expect(fix && changedText(text, fix.change)).toBe(
      text.replace("repeat 3 as i", "repeat 3 as j").replace("w[i]", "w[j]"),
    );
  });
});

describe("a size that does not split", () => {
  it("can be padded to one that does, where a number nearby is not meant", () => {
    const lines = ["size d = 512, h = 6", "input X[t d]", "Y[t h k] = split[d -> h k](X)"];
    const context = fixContext(`${lines.join("\n")}\n`);
    const titles = context.diagnostics.flatMap((each) =>
      [...notDivisible(context, each)].map(({ title }) => title),
    );
    expect(titles.at(-1)).toBe("Pad `d` to 516");
  });
});

describe("a kernel that is too large", () => {
  const lines = (options: string) => [
    "size W = 5, c, e",
    "input I[c W]",
    `O[e V] = conv[c -> e; over W -> V; ${options}](I)`,
  ];

  it("gets padding at both ends, or as much smaller as it must be", () => {
    expect(fixesFor(...lines("kernel 8"))).toEqual([
      "Set the padding to 2",
      "Set the kernel to 5",
      "Set `W` to 8",
    ]);
    expect(fixesFor(...lines("kernel 9; pad 1"))).toContain("Set the padding to 2");
  });

  it("is made smaller by fewer steps where it is dilated", () => {
    expect(fixesFor(...lines("kernel 4; dilation 2"))).toContain("Set the kernel to 3");
  });

  it("keeps a padding that differs at both ends", () => {
    const fixes = fixesFor(...lines("kernel 8; pad_before 1"));
    expect(fixes.filter((title) => title.startsWith("Set the padding"))).toEqual([]);
    expect(fixes).toContain("Set the kernel to 6");
  });
});

describe("a skip of another size", () => {
  it("is cropped where it is renamed", () => {
    const [first] = fixesFor(
      "size W = 33, c",
      "input X[c W]",
      "D[c v] = conv[c -> c; over W -> v; kernel 3; stride 2; pad 1](X)",
      "U[c u] = conv_transpose[c -> c; over v -> u; kernel 2; stride 2](D)",
      "S[c x] = rename[W -> x](X) + rename[u -> x](U)",
    );
    expect(first).toBe("Crop `U` to `W`");
  });

  it("is met where the transposed convolution gives one more", () => {
    const fixes = fixesFor(
      "size W = 34, c",
      "input X[c W]",
      "D[c v] = conv[c -> c; over W -> v; kernel 3; stride 2; pad 1](X)",
      "U[c W] = conv_transpose[c -> c; over v -> W; kernel 3; stride 2; pad 1](D)",
    );
    expect(fixes[0]).toBe("Set the output padding of `U` to 1");
  });
});
