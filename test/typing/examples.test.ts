import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { typesText } from "../../src/typing/describe.ts";
import { expectGolden } from "../support/golden.ts";
import { typed } from "../support/typed.ts";

/** Worked examples of the language. */
const EXAMPLES = [
  "attention-scores",
  "hypernetwork",
  "linear-state-space-layer",
  "lstm-over-time",
  "transformer-encoder",
  "u-net-skips",
];

function example(name: string): string {
  return readFileSync(new URL(`../golden/language/${name}.ncd`, import.meta.url), "utf8");
}

describe("the worked examples", () => {
  it.each(EXAMPLES)("%s has nothing wrong, and these types", (name) => {
    const { faults, problems, diagram } = typed(example(name));
    expect(faults).toEqual([]);
    expect(problems).toEqual([]);
    expectGolden(`typing/${name}.txt`, typesText(diagram));
  });

  it("say what the author sees in the first one", () => {
    const { types } = typed(example("transformer-encoder"));
    expect(types.slice(0, 10)).toEqual([
      "MultiHeadAttention: E[y m=k·h]",
      "MultiHeadAttention: X[x m=k·h]",
      "MultiHeadAttention: Q[y k h]",
      "MultiHeadAttention: K[x k h]",
      "MultiHeadAttention: V[x k h]",
      "MultiHeadAttention: S[y x h]",
      "MultiHeadAttention: A[y x h]",
      "MultiHeadAttention: Z[y k h]",
      "MultiHeadAttention: O[y m=k·h]",
      "FeedForward: X[m=k·h]",
    ]);
  });

  it("give the same orders without the shapes on the left", () => {
    const text = example("transformer-encoder");
    const bare = text.replace(/^( {2}[QKVSAZ])\[[^\]]*\] =/gm, "$1 =");
    expect(bare).not.toBe(text);
    expect(typed(bare).types).toEqual(typed(text).types);
  });
});
