import { describe, expect, it } from "vitest";
import { resultOfRow } from "../support/result-of.ts";

/** Inputs, a right side, and the axes of what comes out or the title of what is said. */
type Row = readonly [rule: string, inputs: string, right: string, out: string];

const ORDER: readonly Row[] = [
  [
    "a projection puts its results where its target stood",
    "E[y m], L[m k h]",
    "dot[m](E, L)",
    "[y k h]",
  ],
  ["scores put the keys where the width stood", "Q[y k h], K[x k h]", "dot[k](Q, K)", "[y x h]"],
  ["softmax leaves every axis in its place", "S[y x h]", "softmax[x](S)", "[y x h]"],
  ["values replace the keys", "A[y x h], V[x k h]", "dot[x](A, V)", "[y k h]"],
  [
    "heads are joined where the first of them stood",
    "Z[y k h], O[k h m]",
    "dot[k h](Z, O)",
    "[y m]",
  ],
  ["a batch axis of one operand leads", "E[b y m], L[m k h]", "dot[m](E, L)", "[b y k h]"],
  ["a batch axis of both stands once", "Q[b y k h], K[b x k h]", "dot[k](Q, K)", "[b y x h]"],
  ["rows and columns of a matrix product", "A[i k], B[k j]", "dot[k](A, B)", "[i j]"],
  [
    "a chain of products from left to right",
    "A[a k], B[k b j], C[j c]",
    "dot[k j](A, B, C)",
    "[a b c]",
  ],
  [
    "the weight first puts the rest where its target stood",
    "W[k h], X[b t k]",
    "dot[k](W, X)",
    "[b t h]",
  ],
  ["the first operand is the base where none has all axes", "A[y h], B[x h]", "A + B", "[y h x]"],
  ["and so the other one when it is first", "A[y h], B[x h]", "B + A", "[x h y]"],
  ["a bias from the left takes the order of the whole", "b[m], Z[t m]", "b + Z", "[t m]"],
  ["a bias from the right", "b[m], Z[t m]", "Z + b", "[t m]"],
  [
    "the one of three that has all axes is the base",
    "M[a], B[b a], C[c b a]",
    "where(M > 0, B, C)",
    "[c b a]",
  ],
  ["the first of two with the same axes", "A[y x], B[x y]", "A + B", "[y x]"],
  ["an order that is written is kept", "A[y x], B[x y]", "R[x y] = A + B", "[x y]"],
  [
    "a linear layer makes its axes in place",
    "Z[t d b]",
    "linear[d -> k=2 h=3](Z)",
    "[t k=2 h=3 b]",
  ],
  ["two targets apart make room at the first", "X[b d t]", "linear[b t -> o=3](X)", "[o=3 d]"],
  [
    "a convolution",
    "I[b c H=8 W=8]",
    "conv[c -> d=3; over H W -> y x; kernel 3](I)",
    "[b d=3 y=6 x=6]",
  ],
  ["a split in place", "X[b d=12 t]", "split[d -> h=4 k](X)", "[b h=4 k=3 t]"],
  ["a merge at its first target", "X[b d=3 t=4]", "merge[d t -> e](X)", "[b e=12]"],
  ["a sum only takes away", "X[b t m]", "sum[t](X)", "[b m]"],
  ["picked entries bring their axes in place", "X[b t m], I[q] of t", "index[t](X, I)", "[b q m]"],
  ["a new axis that replaces none goes last", "X[b t]", "expand[n=3](X)", "[b t n=3]"],
  ["a step of a state", "A[f n p=n], s[f n]", "dot[p](A, rename[n -> p](s))", "[f n]"],
  ["its new input", "B[f n], u[f]", "B * u", "[f n]"],
  ["and what is read of it", "C[f c n], s[f n], D[f c], u[f]", "dot[n](C, s) + D * u", "[f c]"],
];

describe("the order of what comes out", () => {
  it.each(ORDER)("%s", (_, inputs, right, out) => {
    expect(resultOfRow(inputs, right)).toBe(out);
  });
});

const NAMES: readonly Row[] = [
  ["one array in two roles is renamed", "Q[y k]", "dot[k](Q, rename[y -> x](Q))", "[y x=y]"],
  ["without that it is one axis", "Q[y k]", "dot[k](Q, Q)", "[y]"],
  ["a second axis of a square matrix has the size of the first", "A[n p=n]", "tanh(A)", "[n p=n]"],
  ["a diagonal is read", "A[n p=n]", "diagonal[n p -> n](A)", "[n]"],
  ["a diagonal is built", "s[n]", "R[n p=n] = diag[n -> n p](s)", "[n p=n]"],
  ["a diagonal is built with a unit matrix", "s[n]", "R[n p=n] = eye[n p]() * s", "[n p=n]"],
  ["names change places", "A[n p=n]", "rename[n p -> p n](A)", "[p=n n]"],
  ["a state is renamed for its matrix", "s[n], A[n p=n]", "dot[p](A, rename[n -> p](s))", "[n]"],
  [
    "no name is taken twice",
    "A[n p=n]",
    "rename[n -> p](A)",
    "S11 The result would have `p` twice: [p p].",
  ],
  ["nor given twice", "A[n p=n]", "rename[n p -> q q](A)", "S11 `q` stands twice in [q q]."],
  [
    "a diagonal needs a square",
    "A[n=3 p=4]",
    "diagonal[n p -> n](A)",
    "S02 `n` would have to be 4 and 3 at once.",
  ],
  [
    "equal sizes make no axis the same",
    "A[n p=n], s[n]",
    "dot[p](A, s)",
    "S01 `dot` over `p` needs it in two operands; use `sum[p]` for one.",
  ],
];

describe("other names for axes", () => {
  it.each(NAMES)("%s", (_, inputs, right, out) => {
    expect(resultOfRow(inputs, right)).toBe(out);
  });
});
