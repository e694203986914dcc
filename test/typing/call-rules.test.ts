import { describe, expect, it } from "vitest";
import { resultOf, resultOfRow } from "../support/result-of.ts";

/** Inputs, a right side, and the axes of what comes out or the title of what is said. */
type Row = readonly [rule: string, inputs: string, right: string, out: string];

const BLOCKS = `
block Att(E[y m], X[x m]) -> O[y m]:
  S[y x] = dot[m](E, X)
  O[y m] = dot[x](softmax[x](S), X)

block Swap(X[a b]) -> Y[b a]:
  Y[b a] = relu(X)

block Add(A[x], B[y]) -> C[x y]:
  C[x y] = A + B

block Both(A[t m], B[t]) -> C[t m]:
  C[t m] = A * B

block Heads(X[t c]) -> Y[t h k]:
  Y[t h k] = split[c -> h=4 k](X)

`;

const CALLS: readonly Row[] = [
  ["one array at two ports is renamed on the way in and out", "Z[t m]", "Att(Z, Z)", "[t m]"],
  ["two arrays with other names than the ports", "P[s c], Q[r c]", "Att(P, Q)", "[s c]"],
  ["axes left over lead where they led", "P[b y m], Q[x m]", "Att(P, Q)", "[b y m]"],
  ["axes left over at both ports are one", "P[b y m], Q[b x m]", "Att(P, Q)", "[b y m]"],
  ["axes left over at either port are broadcast", "P[a y m], Q[b x m]", "Att(P, Q)", "[a y m b]"],
  ["a name binds before the order does", "P[b q]", "Swap(P)", "[b q]"],
  ["and after it the rest in order", "P[p q]", "Swap(P)", "[q p]"],
  ["brackets bind before names do", "P[b q]", "Swap[a=b b=q](P)", "[q b]"],
  ["brackets decide for one axis, the order for the rest", "P[p q]", "Swap[a=q](P)", "[p q]"],
  ["an axis of two ports is one axis", "P[s c], Q[s]", "Both(P, Q)", "[s c]"],
  ["a size is solved in the call", "P[t c=12]", "R[t h k=3] = Heads(P)", "[t h=4 k=3]"],
  [
    "an axis of two ports is not two axes",
    "P[s c], Q[r]",
    "Both(P, Q)",
    "S01 `B` of `Both` needs an axis for `t = s`, but `Q` is [r].",
  ],
  [
    "more axes than the port has are not guessed among",
    "P[b t m], Q[x m]",
    "Att(P, Q)",
    "S08 `Att` needs to know which axis of `E` [b t m] is `y`: `b` or `t`.",
  ],
  ["brackets say which", "P[b t m], Q[x m]", "Att[y=t](P, Q)", "[b t m]"],
  [
    "nor among two left for two",
    "P[u v w]",
    "Swap(P)",
    "S08 `Swap` needs to know which axes of `X` [u v w] are `a` and `b`: `u`, `v` or `w`.",
  ],
  [
    "an axis left over at one port and bound at another",
    "P[t m], Q[x t m]",
    "Att(P, Q)",
    "S07 `t` arrives twice: as `y` and as an extra axis of `X`.",
  ],
  ["bound at both it is no longer left over", "P[t m], Q[x t m]", "Att[x=t](P, Q)", "[x t m]"],
  [
    "with another name it is another axis",
    "P[t m], Q[x t m]",
    "Att(P, rename[t -> u](Q))",
    "[t m u=t]",
  ],
  [
    "ambiguous in a product of axes",
    "P[s t], Q[t]",
    "Add[x=s](P, Q)",
    "S07 `t` arrives twice: as `y` and as an extra axis of `A`.",
  ],
  [
    "two axes that come out need two axes",
    "Z[t]",
    "Add(Z, Z)",
    "S11 The result would have `t` twice: [t t].",
  ],
  [
    "a port with two axes needs two",
    "P[t]",
    "Swap(P)",
    "S01 `X` of `Swap` needs an axis for `b`, but `P` is [t].",
  ],
  [
    "brackets bind to an axis that is there",
    "P[u v]",
    "Swap[a=q](P)",
    "S01 `X` of `Swap` needs an axis for `a = q`, but `P` is [u v].",
  ],
  [
    "a size that the call refutes",
    "P[t c=10]",
    "Heads(P)",
    "S06 10 does not split into 4 equal parts.",
  ],
];

describe("what a call binds", () => {
  it.each(CALLS)("%s", (_, inputs, right, out) => {
    expect(resultOfRow(inputs, right, BLOCKS)).toBe(out);
  });
});

const LOOPS: readonly (readonly [rule: string, text: string, out: string])[] = [
  [
    "a state may come back in another order",
    `
      input E[m t]
      repeat 2:
        carry Z[t m] from E to Z'
        Z'[m t] = tanh(Z)
      R = relu(Z)
    `,
    "[t m]",
  ],
  [
    "a state without a shape has the order of its start",
    `
      input E[m t]
      repeat 2:
        carry Z from E to Z'
        Z' = tanh(Z)
      R = relu(Z)
    `,
    "[m t]",
  ],
  [
    "a start with fewer axes is repeated",
    `
      input E[m], F[t m]
      repeat 2:
        carry Z[t m] from E to Z'
        Z' = tanh(Z) + F
      R = relu(Z)
    `,
    "[t m]",
  ],
  [
    "a step has every axis but that of the scan",
    `
      input X[b t m]
      scan t:
        each x in X
        carry H[b m] from zeros() to H'
        H' = x + H
      R = relu(H)
    `,
    "[b m]",
  ],
  [
    "what is collected has the axis of the scan in front",
    `
      input X[b t m]
      scan t:
        each x in X
        carry H[b m] from zeros() to H'
        collect Y from H'
        H' = x + H
      R = relu(Y)
    `,
    "[t b m]",
  ],
  [
    "or where its shape says",
    `
      input X[b t m]
      scan t:
        each x in X
        carry H[b m] from zeros() to H'
        collect Y[b m t] from H'
        H' = x + H
      R = relu(Y)
    `,
    "[b m t]",
  ],
  [
    "a state that gains the axis of the scan changes its shape",
    `
      input X[t m], g[t]
      scan t:
        each x[m] in X
        carry H[m] from zeros() to H'
        collect Y from H'
        H' = x + H + g
      R = relu(H)
    `,
    "S09 The state of this scan enters as `H`[m] but leaves as [m t].",
  ],
];

describe("what loops do to axes", () => {
  it.each(LOOPS)("%s", (_, text, out) => {
    expect(resultOf(text)).toBe(out);
  });
});
