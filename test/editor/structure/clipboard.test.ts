import { describe, expect, it } from "vitest";
import { copy } from "../../../src/editor/structure/copy.ts";
import { duplicate, paste } from "../../../src/editor/structure/paste.ts";
import { contextOf, holdTextLawsOfEdit, outputsOf, refusal } from "../../support/structure-laws.ts";
import { dedent } from "../../support/typed.ts";

const ATTENTION = `
  size k = 64, h = 8, m = k*h, unused = 3

  block Half(X[y m]) -> Y[y m]:
    Y[y m] = X / 2

  block Attention(E[y m], X[x m]) -> O[y m]:
    Q[y k h] = linear[m -> k h](E)
    K[x k h] = linear[m -> k h](X)
    V[x k h] = linear[m->k h](X)  # values

    # scores
    S[y x h] = dot[k]( Q,K ) / sqrt(k)
    A[y x h] = softmax[x](S)
    Z[y k h] = dot[x](A, V)
    O[y m] = Half(linear[k h -> m](Z))
`;

function copied(text: string, nodes: readonly string[]): string {
  const result = copy(contextOf(text), nodes);
  if (!result.ok) throw new RangeError(result.says);
  return result.text;
}

describe("copying", () => {
  it("gives the author's lines, with what they need to stand alone", () => {
    expect(copied(ATTENTION, ["Attention/S", "Attention/A"])).toBe(
      dedent(`
        size k = 64, h = 8

        input Q[y k h], K[x k h]
        # scores
        S[y x h] = dot[k]( Q,K ) / sqrt(k)
        A[y x h] = softmax[x](S)
      `),
    );
  });

  it("takes along the blocks that are called", () => {
    expect(copied(ATTENTION, ["Attention/O.1"])).toBe(
      dedent(`
        size k = 64, h = 8, m = k*h

        block Half(X[y m]) -> Y[y m]:
          Y[y m] = X / 2

        input Z[y k h]
        O[y m] = Half(linear[k h -> m](Z))
      `),
    );
  });

  it("and pasting into an empty document gives the same types", () => {
    const text = copied(ATTENTION, [
      "Attention/Q",
      "Attention/K",
      "Attention/V",
      "Attention/S",
      "Attention/A",
      "Attention/Z",
      "Attention/O",
    ]);
    const empty = contextOf("");
    const { context } = holdTextLawsOfEdit(empty, paste(empty, { text, into: "" }));
    expect(context.typed.diagnostics).toEqual([]);
    expect(outputsOf(context.typed)).toEqual(["O[y m=k·h]"]);
  });
});

describe("pasting", () => {
  it("connects by name, and says so", () => {
    const context = contextOf(ATTENTION);
    const text = copied(ATTENTION, ["Attention/A"]);
    const edit = paste(context, { text, into: "Attention", after: "Attention/A" });
    const pasted = holdTextLawsOfEdit(context, edit);
    expect(pasted.text).toContain("  A[y x h] = softmax[x](S)\n  A'[y x h] = softmax[x](S)\n  Z");
    expect(pasted.label).toBe("Pasted A', connected to S");
    expect(pasted.select).toEqual(["Attention/A'"]);
  });

  it("refuses what does not parse, with the first sentence of the parser", () => {
    const context = contextOf(ATTENTION);
    expect(refusal(paste(context, { text: "A = softmax[x](S", into: "" }))).toBe(
      "Expected `,` or `)` after the argument, but found the end of the line.",
    );
  });

  it("leaves ? for what is missing", () => {
    const context = contextOf(ATTENTION);
    const edit = paste(context, { text: "    B = relu(W)\n    C = B + S", into: "Attention" });
    const pasted = holdTextLawsOfEdit(context, edit);
    expect(pasted.text).toContain("(Z))\n  W = ?\n  B = relu(W)\n  C = B + S\n");
  });
});

describe("duplicating", () => {
  it("puts copies under new names behind the lines", () => {
    const context = contextOf(ATTENTION);
    const edit = duplicate(context, ["Attention/S", "Attention/A"]);
    const { text, label } = holdTextLawsOfEdit(context, edit);
    expect(text).toContain(
      "  A[y x h] = softmax[x](S)\n  # scores\n  S'[y x h] = dot[k](Q, K) / sqrt(k)\n  A'[y x h] = softmax[x](S')\n  Z",
    );
    expect(label).toBe("Duplicated 2 lines");
  });
});
