import type { Convention } from "./conventions.ts";

/** What is done several times, and what is kept in memory between. */
export const LOOP_CONVENTIONS: readonly Convention[] = [
  {
    name: "Repeat",
    meaning: "Brackets: the inside again and again, each time with weights of its own.",
    text: `size n = 6
input X[t m]
repeat n:
  carry Y[t m] from X to Y'
  Y'[t m] = relu(linear[m -> m](Y))
output Y[t m]`,
  },
  {
    name: "Repeat with shared weights",
    meaning: "An equals sign below: every copy has the same weights.",
    text: `size n = 6
input X[t m]
repeat n shared:
  carry Y[t m] from X to Y'
  Y'[t m] = relu(linear[m -> m](Y))
output Y[t m]`,
  },
  {
    name: "Repeat with an index",
    meaning: "The last and the first copy at the bracket; sizes may differ from copy to copy.",
    text: `size w = (16, 32, 64)
input X[t c=w[0]]
repeat 2 as i:
  carry Y[t d=w[i]] from X to Y'[t d'=w[i+1]]
  Y'[t d'] = linear[d -> d'](Y)
output Y[t d']`,
  },
  {
    name: "Slices for copies",
    meaning: "A pentagon on the bracket: each copy takes its own part of an array, or gives one.",
    text: `input X[t m], W[i=4 m]
repeat 4 as i:
  each w[m] in W
  carry Y[t m] from X to Y'
  Y'[t m] = Y * w
output Y[t m]`,
  },
  {
    name: "Scan",
    meaning: "Brackets with a pentagon: once for each position of an axis, handing a state on.",
    text: `input X[t m], h0[m]
scan t:
  each x[m] in X
  carry h[m] from h0 to h'
  h'[m] = tanh(x + h)
  collect H[t m] from h'`,
  },
  {
    name: "Scan in reverse",
    meaning: "The first step at the top of the bracket is the last position.",
    text: `input X[t m], h0[m]
scan t reverse:
  each x[m] in X
  carry h[m] from h0 to h'
  h'[m] = tanh(x + h)
  collect H[t m] from h'`,
  },
  {
    name: "Memory",
    meaning: "A pale plate: an array that one loop saves for each copy and another one loads.",
    text: `input X[t m]
repeat 2 as i:
  carry Y[t m] from X to Y'
  Y'[t m] = relu(Y)
  save C[i] = Y'
repeat 2 as j:
  carry Z[t m] from Y to Z'
  S[t m] = load C[1-j]
  Z'[t m] = Z + S
output Z[t m]`,
  },
];
