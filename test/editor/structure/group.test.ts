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

describe("a block at the top", () => {
  it("goes before the first array, takes its weights along and gives what is an output", () => {
    const context = contextOf(`
      size m = 8
      input X[t m]
      weight W[m n], b[n]
      layer L = linear[n -> m]
      H[t n] = dot[m](X, W)
      R[t n] = relu(H + b)
      Y[t m] = L(R) + X
      Z[t n] = R + b
    `);
    const edit = group(context, { nodes: ["H", "R", "Y"], name: "Net" });
    const { text, select, label } = holdStructureLaws(context, edit);
    expect(text).toBe(
      dedent(`
        size m = 8

        block Net(X[t m], b[n]) -> R[t n], Y[t m]:
          weight W[m n]
          layer L = linear[n -> m]
          H[t n] = dot[m](X, W)
          R[t n] = relu(H + b)
          Y[t m] = L(R) + X

        input X[t m]
        weight b[n]
        R[t n], Y[t m] = Net(X, b)
        Z[t n] = R + b
      `),
    );
    expect(label).toBe("Grouped 3 lines as Net");
    expect(select).toEqual(["R"]);
  });

  it("is named after its one operation", () => {
    const context = contextOf("input X[t m]\nY[t m] = layer_norm[m](X)\nZ[t m] = layer_norm[m](Y)");
    const first = holdStructureLaws(context, group(context, { nodes: ["Y"] }));
    expect(first.label).toBe("Grouped Y as LayerNorm");
    const second = holdStructureLaws(first.context, group(first.context, { nodes: ["Z"] }));
    expect(second.text).toContain("Z[t m] = LayerNorm2(Y)");
  });

  it("has sizes at its ports that names do not say, and entries", () => {
    const context = contextOf(`
      size n = 4, v = 9
      input ids[t] of v, A[n p=n], M[t] of bool
      E[t n] = embedding[v -> n](ids)
      Y[t p] = where(M, dot[n](E, A), 0)
    `);
    const { text } = holdStructureLaws(context, group(context, { nodes: ["E", "Y"] }));
    expect(text).toContain("block Block(ids[t] of v, M[t] of bool, A[n p=n]) -> Y[t p]:");
  });

  it("holds a loop whole", () => {
    const context = contextOf(`
      input X[t n]
      scan t:
        each x[n] in X
        carry H[n] from zeros() to H'
        collect Y[t n] from H'
        H'[n] = tanh(x + linear[n -> n](H))
      Z[t n] = relu(Y)
    `);
    const { text } = holdStructureLaws(context, group(context, { nodes: ["scan:H"] }));
    expect(text).toContain("block Block(X[t n]) -> Y[t n]:\n  scan t:\n    each x[n] in X\n");
    expect(text).toContain("\nY = Block(X)\n");
  });
});

describe("what cannot become a block", () => {
  const says = (text: string, nodes: readonly string[], name?: string) =>
    refusal(group(contextOf(text), { nodes, ...(name !== undefined && { name }) }));

  const SCAN = `
    input X[t n]
    scan t:
      each x[n] in X
      carry H[n] from zeros() to H'
      H'[n] = tanh(x + H)
    Z[n] = relu(H)
  `;

  it("says so in one sentence", () => {
    expect(says("", [])).toBe("Nothing is selected; select the operations first.");
    expect(says("input X[a]\nY = relu(X)", ["X"])).toBe(
      "A block needs an operation; select the lines that compute something.",
    );
    expect(says(SCAN, ["H'", "Z"])).toBe(
      "`H'` stands inside the scan over `t` and `Z` outside it; select lines of one side.",
    );
    expect(says(SCAN, ["H", "H'"])).toBe(
      "`H` crosses the wall of the scan over `t`, so it stays there; leave it out of the selection.",
    );
    const blocks = "block F(X[a]) -> Y[a]:\n  Y = X\nblock G(X[a]) -> Z[a]:\n  Z = X";
    expect(says(blocks, ["F/Y", "G/Z"])).toBe(
      "`Y` and `Z` stand in different blocks; select lines of one.",
    );
  });

  it("says which line is missing between", () => {
    const chain = "input X[a]\nA = relu(X)\nB = tanh(A)\nC = A + B";
    expect(says(chain, ["A", "C"])).toBe(
      "`B` stands between these lines: it reads from them and they read it; select it too.",
    );
  });

  it("says what only the surrounding definition has", () => {
    const layer = "input X[a]\nlayer L = linear[a -> a]\nA = L(X)\nB = L(A)";
    expect(says(layer, ["A"])).toBe(
      "`L` is one set of weights for calls inside and outside; take all its calls in or leave them out.",
    );
    const memory = "input X[a]\nsave C[1] = X\nA[a] = load C[1]\nB = A + X";
    expect(says(memory, ["A", "B"])).toBe(
      "`C` is saved and loaded on both sides, and memory stays in one block; take both lines in or leave both out.",
    );
    const copies = "input X[a]\nrepeat 2 as i:\n  carry H[a] from X to H'\n  H'[a] = H * i";
    expect(says(copies, ["H'"])).toBe(
      "These lines use `i`, which counts the copies of the repeat and is not known inside a block.",
    );
  });

  it("says why a name does not do", () => {
    const text = "input X[a]\nblock F(X[a]) -> Y[a]:\n  Y = relu(X)\nY = F(X)";
    expect(says(text, ["Y"], "F")).toBe(
      "`F` is the name of something else in the file; `F2` is free.",
    );
    expect(says(text, ["Y"], "scan")).toBe(
      "`scan` is a word of the language and cannot name a block; `scan_` can.",
    );
    expect(says(text, ["Y"], "")).toBe("A name needs at least one letter.");
  });
});
