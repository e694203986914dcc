import { describe, expect, it } from "vitest";
import { typed } from "../support/typed.ts";

const ATTENTION = `
  size k = 64, h = 8, m = k*h
  input E[y m], X[x m]
  Q = linear[m -> k h](E)
  K = linear[m -> k h](X)
  V = linear[m -> k h](X)
  S = dot[k](Q, K) / sqrt(k)
  A = softmax[x](S)
  Z = dot[x](A, V)
  O = linear[k h -> m](Z)
`;

describe("an edit of attention", () => {
  it("starts from this", () => {
    const { types, problems } = typed(ATTENTION);
    expect(problems).toEqual([]);
    expect(types.slice(2)).toEqual([
      "Q[y k h]",
      "K[x k h]",
      "V[x k h]",
      "S[y x h]",
      "A[y x h]",
      "Z[y k h]",
      "O[y m=k·h]",
    ]);
  });

  it("that renames an axis everywhere changes names only", () => {
    const { types, problems } = typed(ATTENTION.replaceAll(/\bx\b/g, "s"));
    expect(problems).toEqual([]);
    expect(types.slice(5, 7)).toEqual(["S[y s h]", "A[y s h]"]);
  });

  it("that swaps two axes of an input changes no type as a set", () => {
    const { types, problems } = typed(ATTENTION.replace("E[y m]", "E[m y]"));
    expect(problems).toEqual([]);
    expect(types.slice(2)).toEqual([
      "Q[k h y]",
      "K[x k h]",
      "V[x k h]",
      "S[x h y]",
      "A[x h y]",
      "Z[k h y]",
      "O[m=k·h y]",
    ]);
  });

  it("that adds a batch axis lifts every operation", () => {
    const batch = ATTENTION.replace("E[y m]", "E[b y m]").replace("X[x m]", "X[b x m]");
    const { types, problems } = typed(batch);
    expect(problems).toEqual([]);
    expect(types.slice(2)).toEqual([
      "Q[b y k h]",
      "K[b x k h]",
      "V[b x k h]",
      "S[b y x h]",
      "A[b y x h]",
      "Z[b y k h]",
      "O[b y m=k·h]",
    ]);
  });

  it("that takes away an axis in use gives one mistake at the input", () => {
    const { problems } = typed(ATTENTION.replace("X[x m]", "X[x]"));
    expect(problems).toEqual([
      "2:15 S01 `X` [x] has no axis `m`, but 2 operations use it.",
      "  `linear` over `m` needs an axis `m`, but `X` is [x].",
    ]);
  });

  it("that changes the default of a size carries equations along", () => {
    const { diagram, problems } = typed(ATTENTION.replace("k = 64", "k = 48"));
    expect(problems).toEqual([]);
    expect(diagram.sizes.get("m")?.value).toBe(384n);
    expect(diagram.sizes.get("m")?.from).toBe("equation");
  });

  it("that reads an array a second time changes no type", () => {
    const { types } = typed(`${ATTENTION}  P = relu(A)\n`);
    expect(types.slice(0, 9)).toEqual(typed(ATTENTION).types);
  });
});

describe("an edit of a block", () => {
  const BLOCK = `
    block F(X[m]) -> Y[m]:
      Y[m] = relu(X)

    input A[t m], B[b q]
    C = F(A)
    D = F[m=q](B)
  `;

  it("leaves its callers as they are", () => {
    expect(typed(BLOCK).problems).toEqual([]);
    expect(typed(BLOCK).types.slice(2)).toEqual(["A[t m]", "B[b q]", "C[t m]", "D[b q]"]);
  });

  it("that adds an axis to a port shows at the calls that cannot follow", () => {
    const wider = BLOCK.replaceAll("[m]", "[m n]").replace("F[m n=q]", "F[m=q]");
    const { problems } = typed(wider.replace("F[m=q]", "F"));
    expect(problems).toEqual([]);
    const wide = BLOCK.replace("X[m]", "X[m n p]").replaceAll("Y[m]", "Y[m n p]");
    expect(typed(wide.replace("D = F[m=q](B)\n", "")).problems).toEqual([
      "5:5 S01 `X` of `F` needs an axis for `p`, but `A` is [t m].",
    ]);
  });
});
