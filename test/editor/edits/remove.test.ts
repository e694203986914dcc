import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { remove } from "../../../src/editor/edits/remove.ts";
import type { Removal } from "../../../src/editor/edits/remove-one.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

function removing(nodes: readonly (string | Removal)[], heal: "heal" | "leave open" = "heal") {
  const removals = nodes.map((node) => (typeof node === "string" ? { node } : node));
  return (context: EditContext) => remove(context, { removals, heal });
}

const ATTENTION = `
  input Q[y k], K[x k], V[x k]
  S[y x] = dot[k](Q, K) / sqrt(k)
  # The weights.
  A[y x] = softmax[x](S)
  Z[y k] = dot[x](A, V)
  output Z
`;

describe("an operation that is deleted", () => {
  it("heals where what goes in has the shape of what comes out", () => {
    expect(changes(ATTENTION, removing(["A"]))).toEqual([
      "- # The weights.",
      "- A[y x] = softmax[x](S)",
      "- Z[y k] = dot[x](A, V)",
      "+ Z[y k] = dot[x](S, V)",
    ]);
    expect(edited(ATTENTION, removing(["A"])).label).toBe("Deleted softmax");
  });

  it("leaves `?` where it does not heal, or is asked not to", () => {
    expect(changes(ATTENTION, removing(["A"], "leave open"))).toEqual([
      "- # The weights.",
      "- A[y x] = softmax[x](S)",
      "- Z[y k] = dot[x](A, V)",
      "+ Z[y k] = dot[x](?, V)",
    ]);
    expect(changes("input X[t d]\nS = sum[d](X)\nY = relu(S)\n", removing(["S"]))).toEqual([
      "- S = sum[d](X)",
      "- Y = relu(S)",
      "+ Y = relu(?)",
    ]);
  });

  it("goes out of a longer expression", () => {
    expect(changes(ATTENTION, removing(["S"]))).toEqual([
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "+ S[y x] = dot[k](Q, K)",
    ]);
    expect(changes(ATTENTION, removing(["S.1"]))).toEqual([
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "+ S[y x] = ? / sqrt(k)",
    ]);
    expect(changes("input X[t]\nY = tanh(relu(X)) + X\n", removing(["Y.1.1"]))).toEqual([
      "- Y = tanh(relu(X)) + X",
      "+ Y = tanh(X) + X",
    ]);
  });

  it("goes together with others", () => {
    expect(changes(ATTENTION, removing(["S", "A"]))).toEqual([
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "- # The weights.",
      "- A[y x] = softmax[x](S)",
      "- Z[y k] = dot[x](A, V)",
      "+ S[y x] = dot[k](Q, K)",
      "+ Z[y k] = dot[x](S, V)",
    ]);
    expect(edited(ATTENTION, removing(["S", "A"])).label).toBe("Deleted 2 things");
  });

  it("keeps a name that a block gives out or a carry goes on as", () => {
    const text = `
      block F(X[t n]) -> Y[t n]:
        Y[t n] = relu(X)

      block G(X[t n]) -> Y[t n]:
        scan t:
          each x[n] in X
          carry h[n] from zeros() to h'
          collect Y[t n] from h'
          h'[n] = x + h
    `;
    expect(changes(text, removing(["F/Y"]))).toEqual(["- Y[t n] = relu(X)", "+ Y[t n] = X"]);
    expect(changes(text, removing(["F/Y"], "leave open"))).toEqual([
      "- Y[t n] = relu(X)",
      "+ Y[t n] = ?",
    ]);
    expect(changes(text, removing(["G/h'"]))).toEqual(["- h'[n] = x + h", "+ h'[n] = x"]);
  });

  it("takes its place in the outputs along", () => {
    expect(changes(ATTENTION, removing(["Z"]))).toEqual(["- Z[y k] = dot[x](A, V)", "- output Z"]);
    expect(
      changes("input X[t]\nY = relu(X)\noutput Y, X\n", removing(["Y"], "leave open")),
    ).toEqual(["- Y = relu(X)", "- output Y, X", "+ output X"]);
    expect(changes("input X[t]\nY = relu(X)\noutput Y\n", removing(["Y"]))).toEqual([
      "- Y = relu(X)",
      "- output Y",
      "+ output X",
    ]);
  });

  it("leaves comments that stand apart, and empty lines", () => {
    const text = "input X[t]\n\n# Part one.\n\n# of Y\nY = relu(X)\nZ = tanh(Y)\n";
    expect(textAfter(text, removing(["Y"]))).toBe("input X[t]\n\n# Part one.\n\nZ = tanh(X)\n");
  });

  it("takes along what the layout says of it", () => {
    const text = `
      block F(X[m]) -> Y[m]:
        Y[m] = relu(X)

      input A[t m]
      B = F(A)
      C = relu(B)

      layout:
        open B
        label array B "\\beta"
        label axis t "\\tau"
    `;
    expect(changes(text, removing(["B"]))).toEqual([
      "- B = F(A)",
      "- C = relu(B)",
      "+ C = relu(A)",
      "- open B",
      '- label array B "\\beta"',
    ]);
  });
});

describe("an array or a line that is deleted", () => {
  it("leaves `?` at its consumers", () => {
    expect(changes(ATTENTION, removing([{ node: "Q", array: "K" }]))).toEqual([
      "- input Q[y k], K[x k], V[x k]",
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "+ input Q[y k], V[x k]",
      "+ S[y x] = dot[k](Q, ?) / sqrt(k)",
    ]);
    expect(edited(ATTENTION, removing([{ node: "Q", array: "K" }])).label).toBe("Deleted K");
    expect(changes(ATTENTION, removing(["output:Z"]))).toEqual(["- output Z"]);
  });

  it("of a block goes at its calls too", () => {
    const text = `
      block F(X[m], W[m]) -> Y[m], Z[m]:
        Y[m] = relu(X) * W
        Z[m] = W

      input A[t m], B[m]
      C, D = F(A, B)
      E = relu(D)
    `;
    expect(changes(text, removing([{ node: "block:F", array: "W" }]))).toEqual([
      "- block F(X[m], W[m]) -> Y[m], Z[m]:",
      "- Y[m] = relu(X) * W",
      "- Z[m] = W",
      "+ block F(X[m]) -> Y[m], Z[m]:",
      "+ Y[m] = relu(X) * ?",
      "+ Z[m] = ?",
      "- C, D = F(A, B)",
      "+ C, D = F(A)",
    ]);
    expect(changes(text, removing([{ node: "block:F", array: "Z" }]))).toEqual([
      "- block F(X[m], W[m]) -> Y[m], Z[m]:",
      "+ block F(X[m], W[m]) -> Y[m]:",
      "- C, D = F(A, B)",
      "- E = relu(D)",
      "+ C = F(A, B)",
      "+ E = relu(?)",
    ]);
    const only = text.replace(", Z[m]:", ":").replace("C, D", "C").replace("(D)", "(C)");
    expect(refusal(only, removing([{ node: "block:F", array: "Y" }]))).toBe(
      "`Y` is the only output of `F`, and a block needs one.",
    );
  });

  it("that is a loop lets what it carries begin with stand for it", () => {
    const text = `
      size N = 2
      input E[t m]
      repeat N:
        carry Z[t m] from E to Z'
        Z'[t m] = relu(Z)
      Y = tanh(Z)
    `;
    expect(changes(text, removing(["repeat:Z"]))).toEqual([
      "- repeat N:",
      "- carry Z[t m] from E to Z'",
      "- Z'[t m] = relu(Z)",
      "- Y = tanh(Z)",
      "+ Y = tanh(E)",
    ]);
    expect(edited(text, removing(["repeat:Z"])).label).toBe("Deleted the repeat");
    expect(changes(text, removing(["Z"]))).toEqual([
      "- carry Z[t m] from E to Z'",
      "- Z'[t m] = relu(Z)",
      "- Y = tanh(Z)",
      "+ Z'[t m] = relu(?)",
      "+ Y = tanh(?)",
    ]);
  });
});

describe("what others use by name", () => {
  const text = `
    main Twice
    size k = 2
    block F(X[m]) -> Y[m]:
      Y[m] = relu(X)

    block Twice(X[k]) -> Y[k]:
      layer L = F
      Y[k] = F(L(X))
  `;

  it("is not deleted", () => {
    expect(refusal(text, removing(["block:F"]))).toBe(
      "`F` is used twice; delete those calls first.",
    );
    expect(refusal(text, removing(["Twice/layer:L"]))).toBe(
      "`L` is used once; delete that call first.",
    );
    expect(refusal(text, removing(["size:k"]))).toBe(
      "`k` is used 3 times; leave its value out instead.",
    );
    expect(refusal(text, removing(["nothing"]))).toBe("There is nothing here to delete.");
  });

  it("goes together with its uses", () => {
    expect(textAfter(text, removing(["block:Twice", "block:F"]))).toBe("size k = 2\n");
  });
});

describe("a line that cannot be read", () => {
  const text = `
    block F(E[y m]) -> O[y m]:
      Q[y k] = linear[m -> k](E)
      R[y k] = relu(Q
      O[y m] = linear[k -> m](R
  `;

  it("leaves `?` where others need what it names, so that nothing else is wrong", () => {
    expect(changes(text, removing(["F/O"]))).toEqual([
      "- O[y m] = linear[k -> m](R",
      "+ O[y m] = ?",
    ]);
    const read = text.replace("](R\n", "](R)\n");
    expect(changes(read, removing(["F/R"]))).toEqual([
      "- R[y k] = relu(Q",
      "- O[y m] = linear[k -> m](R)",
      "+ O[y m] = linear[k -> m](?)",
    ]);
    expect(changes(read.replace("R[y k]", "R[y k"), removing(["F/R"]))).toEqual([
      "- R[y k = relu(Q",
      "- O[y m] = linear[k -> m](R)",
      "+ O[y m] = linear[k -> m](?)",
    ]);
    expect(changes(text.replace("O[y m] = lin", "O[y m = lin"), removing(["F/O"]))).toEqual([
      "- O[y m = linear[k -> m](R",
      "+ O = ?",
    ]);
  });
});
