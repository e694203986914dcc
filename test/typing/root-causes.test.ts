import { describe, expect, it } from "vitest";
import { typed } from "../support/typed.ts";
import { goodDiagrams } from "./good.ts";

/** A good diagram, a slip in it, and the line and the start of the one error that it gives. */
const SLIPS: readonly (readonly [diagram: string, good: string, bad: string, said: string])[] = [
  ["lssl", "carry s[f n] from", "carry s[f z] from", "15:5 S09 The state of this scan enters"],
  [
    "lssl",
    "carry s[f n] from",
    "carry s[f t] from",
    "15:5 S09 The state `s`[f t] has the axis `t`",
  ],
  ["lstm", "carry C[n] from", "carry C[t] from", "17:5 S09 The state `C`[t] has the axis `t`"],
  ["dilated-stack", "carry K[t c]", "carry K[t q]", "13:5 S10 Each of the"],
  ["mixer", "carry Z[t d]", "carry Z[t e]", "13:5 S10 The state `Z` of this repeat is [t e]"],
  ["mixer", "carry Z[t d]", "carry Z[t t]", "13:11 S11 `t` stands twice"],
  ["transformer", "carry D[y m]", "carry D[y z]", "48:5 S10 The state `D` of this repeat is"],
  ["unet", "U'[r' s' f'] = D", "U'[r' z f'] = D", "28:5 N04 `U'` is written as [r' z f']"],
  ["transformer", "weight Emb[v m]", "weight Emb[v x]", "42:35 S13 The weight of `embedding`"],
  ["transformer", "X[x m]) -> O", "X[k m]) -> O", "9:26 S11 The result would have `k` twice"],
  [
    "gated-recurrent-unit",
    "H[n]) ->",
    "H[z]) ->",
    "3:18 S01 `H` [z] has no axis `n`, but 2 operations use it.",
  ],
  ["squeeze-and-excite", "X[c y x]) ->", "X[c y z]) ->", "4:17 S01 `mean` over `x` needs an axis"],
  [
    "mixture-of-experts",
    "X[t d])",
    "X[t z])",
    "3:15 S01 `X` [t z] has no axis `d`, but 2 operations use it.",
  ],
  [
    "both-directions",
    "X[t i])",
    "X[z i])",
    "6:12 S01 `X` [z i] has no axis `t`, but 2 operations use it.",
  ],
  ["adversary", "I[b 3 y=16", "I[b 3 e=16", "9:49 S01 `conv` over `y` needs an axis `y`"],
  ["hourglass", "A[d u=32]", "A[d v=32]", "4:3 N04 `A` is written as [d v]"],
  ["coupling", "d = 2*a", "d = 3*a", "4:22 S02 `d` would have to be 3·a and 2·a at once."],
  ["identity-resnet", "stride s; bias](Z)", "stride (s+1); bias](Z)", "29:24 N08"],
  ["unet", "I[y=H x=H", "I[y=H x=7", "21:20 S14 A kernel of 2 does not fit in `q`"],
];

describe("one slip has one root cause:", () => {
  it.each(SLIPS)("in %s, %s ⇒ %s", (name, good, bad, said) => {
    const text = goodDiagrams().get(name) ?? "";
    const slipped = text.replace(good, bad);
    expect(slipped).not.toBe(text);
    const errors = typed(slipped).problems.filter((line) => !line.startsWith(" "));
    expect(errors).toEqual([expect.stringContaining(said)]);
  });
});

describe("what follows from a mistake", () => {
  const titles = (text: string) => typed(text).problems.filter((line) => !line.startsWith(" "));

  it("is said as soon as the mistake is mended", () => {
    const text = "input W[t d]\nX = relu(W)\nA = softmax[x](X)\nB = sum[x](relu(X))\n";
    expect(titles(text)).toEqual([
      "3:13 S01 `softmax` over `x` needs an axis `x`, but `X` is [t d].",
    ]);
    expect(titles(text.replace("softmax[x]", "softmax[t]"))).toEqual([
      "4:9 S01 `sum` over `x` needs an axis `x`, but its argument is [t d].",
    ]);
  });

  it("does not hide a mistake about other axes", () => {
    const text = "input X[t d], Z[a b]\nA = softmax[x](X)\nB = sum[c](Z)\nC[a q] = relu(Z)\n";
    expect(titles(text)).toHaveLength(3);
  });
});
