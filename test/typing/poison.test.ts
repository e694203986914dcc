import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { typed } from "../support/typed.ts";

const TRANSFORMER = readFileSync(
  new URL("../golden/language/transformer-encoder.ncd", import.meta.url),
  "utf8",
);
const LSTM = readFileSync(
  new URL("../golden/language/lstm-over-time.ncd", import.meta.url),
  "utf8",
);
const LSSL = readFileSync(
  new URL("../golden/language/linear-state-space-layer.ncd", import.meta.url),
  "utf8",
);

/** One mistake put into a good file, and the start of the one thing that is said about it. */
const MUTATIONS: readonly (readonly [string, string, string, string])[] = [
  [TRANSFORMER, "softmax[x](S)", "softmax[t](S)", "S01 `softmax` over `t`"],
  [TRANSFORMER, "softmax[x](S)", "sofmax[x](S)", "N02"],
  [TRANSFORMER, "dot[k](Q, K)", "dot[k](Q, KK)", "N01"],
  [TRANSFORMER, "dot[k](Q, K)", "dot[k](Q)", "N03"],
  [TRANSFORMER, "K[x k h] =", "K[x k] =", "N04 `K`"],
  [TRANSFORMER, "Q[y k h] = linear[m -> k h](E)\n  ", "", "N01 There is no array named `Q`"],
  [TRANSFORMER, "O[y m] = linear[k h -> m](Z)", "P[y m] = linear[k h -> m](Z)", "N05 `O`"],
  [TRANSFORMER, "linear[k h -> m](Z)", "linear[k h -> y](Z)", "S11"],
  [TRANSFORMER, "MultiHeadAttention(Z, Z)", "MultiHeadAttention(Z)", "N03"],
  [TRANSFORMER, "FeedForward(A)", "FeedForward(A, A)", "N03"],
  [TRANSFORMER, "FeedForward(A)", "FeedForward(?)", "S05"],
  [TRANSFORMER, "A[t m] = layer_norm[m]", "A[t m] = layer_norm[t]", ""],
  [TRANSFORMER, "Z'[t m] = EncoderLayer(Z)", "Z'[t m] = relu(W)", "N01"],
  [TRANSFORMER, "ids[t] of v", "ids[t]", "N12"],
  [TRANSFORMER, "m = k*h, ", "", "S12"],
  [TRANSFORMER, "carry Z[t m] from E to Z'", "carry Z[t m] from E to Q'", "N01"],
  [TRANSFORMER, "V[x k h] = linear[m -> k h](X)", "V[x k h] = linear[m -> k h](X", ""],
  [LSTM, "unstack[g](G)", "unstack[n](G)", "S02"],
  [LSTM, "g=4 n]", "g=3 n]", "N07"],
  [LSTM, "each X_t[i] in X", "each X_t[j] in X", "N04"],
  [LSTM, "from H'\n", "from H''\n", "N01"],
  [LSTM, "LSTMCell(X_t, H, C)", "LSTMCell(X_t, H)", "N03"],
  [LSTM, "tanh(C')", "tanh(H')", "S04"],
  [LSSL, "dot[n](C, s')", "dot[p](C, s')", "S01"],
  [LSSL, "rename[n -> p](s)", "s", "S01"],
  [LSSL, "A[n p=n]", "A[n p=3]", "S0"],
  [LSSL, "each u[f] in U", "each u[f] in D", "S01"],
  [LSSL, "y[f c] =", "y[f c n] =", "N04"],
];

describe("one mistake", () => {
  it.each(MUTATIONS.map((mutation) => [`${mutation[1]} ⇒ ${mutation[2]}`, mutation] as const))(
    "%s",
    (_, [text, good, bad, said]) => {
      const mutated = text.replace(good, bad);
      expect(mutated).not.toBe(text);
      const { problems, faults } = typed(mutated);
      const titles = [...faults, ...problems].filter((line) => !line.startsWith(" "));
      const expected = said === "" ? [] : [expect.stringContaining(` ${said}`)];
      if (said === "") expect(problems).toEqual([]);
      else expect(titles).toEqual(expected);
    },
  );

  it("is said once where many operations look for the same axis", () => {
    const text = TRANSFORMER.replace("X[x m]) -> O", "X[x d]) -> O");
    const { problems } = typed(text);
    expect(problems.filter((line) => !line.startsWith(" "))).toEqual([
      expect.stringContaining("S01 `X` [x d] has no axis `m`, but 2 operations use it."),
    ]);
  });

  it("leaves the rest typed", () => {
    const { types } = typed(TRANSFORMER.replace("softmax[x](S)", "softmax[t](S)"));
    expect(types).toContain("MultiHeadAttention: A[y x h] ?");
    expect(types).toContain("MultiHeadAttention: Z[y k h]");
    expect(types).toContain("EncoderLayer: Y[t m=k·h]");
  });
});

describe("a line that did not parse", () => {
  const titles = (text: string) => typed(text).problems.filter((line) => !line.startsWith(" "));

  it.each([
    ["has sizes that contradict the file", "input X[g=4 n]\nG[g=3 n] = lin(\nY = relu(G)\n"],
    ["has a size that nothing names", "input X[n]\nG[g=q n] = lin(\nY[g n] = relu(G)\n"],
    ["names an array that a good line makes", "input X[n]\nY[n] = lin(\nY[n] = relu(X)\n"],
    ["names two arrays", "input X[n]\nA[n], B[n] = unstack[\nY[n] = A * B + X\n"],
    ["uses what else would be unused", "block F(X[n]) -> Y[n]:\n  A = relu(X)\n  Y[n] = tanh(A\n"],
    ["holds names that are sizes", "size k = 4\ninput X[k]\nQ[k\nY[k] = X / sqrt(k)\n"],
    ["is the head of a block", "block F(X[n]) -> Y[n:\n  Y = relu(X)\ninput A[n]\nB[n] = F(A)\n"],
    ["makes a layer", "layer L = linear[n -> m\ninput A[n]\nB[m] = L(A)\n"],
    ["is the head of the main block", "main F\nblock F(X[n]) -> Y[n:\n  Y = relu(X)\n"],
  ])("is the only problem where it %s", (_, text) => {
    expect(typed(text).faults.filter((line) => !line.startsWith(" "))).toHaveLength(1);
    expect(titles(text)).toEqual([]);
  });

  it("gives the shape that it declares, which is checked where it is used", () => {
    const text = "input X[t m]\nQ[t k] = lin\nY[t] = sum[k](Q)\nZ[m] = sum[t](X)\n";
    expect(typed(text).types).toEqual(["X[t m]", "Q[t k] ?", "Y[t]", "Z[m]"]);
    expect(typed(text.replace("lin", "lin(")).types).toEqual(typed(text).types);
  });
});
