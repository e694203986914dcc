import { describe, expect, it } from "vitest";
import { group } from "../../../src/editor/structure/group.ts";
import { contextOf, holdStructureLaws, refusal } from "../../support/structure-laws.ts";
import { dedent } from "../../support/typed.ts";

const ATTENTION = `
  size k = 64, h = 8, m = k*h

  block Attention(E[y m], X[x m]) -> O[y m]:
    Q[y k h] = linear[m -> k h](E)
    K[x k h] = linear[m -> k h](X)

    V[x k h] = linear[m->k h](X)  # values
    # scores
    S[y x h] = dot[k]( Q,K ) / sqrt(k)
    A[y x h] = softmax[x](S)
    Z[y k h] = dot[x](A, V)
    O[y m] = linear[k h -> m](Z)

  layout:
    open Attention/S
    label Attention/array S "\\Sigma"
    label Attention/axis x "\\xi"
`;

describe("grouping", () => {
  it("makes ports of the arrays that cross, in order of first use", () => {
    const context = contextOf(ATTENTION);
    const edit = group(context, { nodes: ["Attention/S", "Attention/A", "Attention/Z"] });
    const { text, label, select } = holdStructureLaws(context, edit);
    expect(text).toBe(
      dedent(`
        size k = 64, h = 8, m = k*h

        block Block(Q[y k h], K[x k h], V[x k h]) -> Z[y k h]:
          # scores
          S[y x h] = dot[k]( Q,K ) / sqrt(k)
          A[y x h] = softmax[x](S)
          Z[y k h] = dot[x](A, V)

        block Attention(E[y m], X[x m]) -> O[y m]:
          Q[y k h] = linear[m -> k h](E)
          K[x k h] = linear[m -> k h](X)

          V[x k h] = linear[m->k h](X)  # values
          Z[y k h] = Block(Q, K, V)
          O[y m] = linear[k h -> m](Z)

        layout:
          open Block/S
          label Block/array S "\\Sigma"
          label Attention/axis x "\\xi"
          label Block/axis x "\\xi"
      `),
    );
    expect(label).toBe("Grouped 3 lines as Block");
    expect(select).toEqual(["Attention/Z"]);
  });
});

describe("what cannot become a block", () => {
  it("says so in one sentence", () => {
    expect(refusal(group(contextOf(""), { nodes: [] }))).toBe(
      "Nothing is selected; select the operations first.",
    );
  });
});
