import type { Convention } from "./conventions.ts";

const ROW_FIRST = `block RowFirst(A[a b]) -> x[]:
  r[b] = index[a; at 1](A)
  x[] = index[b; at 2](r)

block ColumnFirst(A[a b]) -> x[]:
  r[a] = index[b; at 2](A)
  x[] = index[a; at 1](r)

layout:
  figure RowFirst = ColumnFirst`;

const PASSED = `custom F(X[a]) -> Y[b]

block After(X[d a]) -> y[b]:
  y[b] = index[d; at 2](F(X))

block Before(X[d a]) -> y[b]:
  y[b] = F(index[d; at 2](X))

layout:
  figure After def= Before`;

const BROADCAST = `custom F(X[a]) -> Y[b]

block One(X[a]) -> Y[b]:
  Y[b] = F(X)

block Many(X[d a]) -> Y[d b]:
  Y[d b] = F(X)

layout:
`;

const NETWORK = `main Net
block Net(X[t m]) -> Y[t m]:
  H[t m] = relu(linear[m -> m](X))
  Y[t m] = softmax[m](H)

layout:
`;

/** How whole diagrams stand beside and below each other. */
export const FIGURE_CONVENTIONS: readonly Convention[] = [
  {
    name: "Equation",
    meaning: "A closed box and what is in it.",
    text: `${NETWORK}  equation`,
  },
  {
    name: "Continuation arrows",
    meaning: "An array leaves a row at the right and comes into the next one at the left.",
    text: `${NETWORK}  wrap 230`,
  },
  {
    name: "Equals",
    meaning: "Two diagrams that give the same arrays.",
    text: ROW_FIRST,
  },
  {
    name: "Is defined as",
    meaning: "A diagram that says what another one means.",
    text: PASSED,
  },
  {
    name: "Block arrow",
    meaning: "A step that makes one diagram of another.",
    text: `${BROADCAST}  figure One => "Broadcasting" Many`,
  },
  {
    name: "Inner block arrow",
    meaning: "The same step within one array of several, in another colour.",
    text: `${BROADCAST}  figure One => colour=inner-broadcasting "Inner Broadcasting" Many`,
  },
  {
    name: "Bar arrow",
    meaning: "A construction that gives one diagram for another.",
    text: `${BROADCAST}  figure One |-> "For each d" Many`,
  },
];
