/** A message of the checker, for who wants to know more than its one sentence. */
export interface MessageEntry {
  readonly code: string;
  readonly title: string;
  /** What brings it about. */
  readonly cause: string;
  /** A small diagram that has it, and nothing else wrong. */
  readonly broken: string;
}

/** Every message, by its code. */
export const MESSAGE_ENTRIES: readonly MessageEntry[] = [
  {
    code: "S01",
    title: "Missing axis",
    cause:
      "An operation works over an axis that its argument does not have: it was never there, or was used up before.",
    broken: `input Q[y k h], K[x k h]
S[y h] = sum[x](dot[k](Q, K))
A[y h] = softmax[x](S)
`,
  },
  {
    code: "S02",
    title: "Two sizes for one axis",
    cause: "A name stands for one axis in all of its block, so it cannot have two sizes.",
    broken: `input E[y=20 m], X[y=22 m]
Q[y m] = tanh(E)
R[y m] = relu(X)
A[y m] = Q + R
`,
  },
  {
    code: "S03",
    title: "Declared sizes that must be equal",
    cause:
      "Two sizes of the file are not the same by coincidence; where they meet, the file has to say so.",
    broken: `size seq, t
input A[p=seq], B[q=t]
C[p] = A + rename[q -> p](B)
`,
  },
  {
    code: "S04",
    title: "Arrays that form a loop",
    cause:
      "An array is computed from itself, by way of others. What goes round belongs in a scan or a repeat.",
    broken: `input X[m]
A[m] = X + C
B[m] = relu(A)
C[m] = tanh(B)
`,
  },
  {
    code: "S05",
    title: "Not given yet",
    cause:
      "Nothing is connected to a port of a call, or a place is left open with a `?` or with nothing.",
    broken: `input A[y x], V[x d]
Z[y d] = dot[x](A, ?)
`,
  },
  {
    code: "S06",
    title: "Not divisible",
    cause: "An axis is split into equal parts, but the number of parts does not divide its size.",
    broken: `size d_model = 512, h = 6
input X[t d_model]
Y[t h k] = split[d_model -> h k](X)
`,
  },
  {
    code: "S07",
    title: "An axis that arrives twice",
    cause:
      "A block gets an axis at one port as its own and at another as one more to be broadcast over.",
    broken: `block Attention(Q[y m], X[x m]) -> O[y m]:
  S[y x] = dot[m](Q, X)
  O[y m] = dot[x](S, X)
input Q[t m], X[x t m]
O = Attention(Q, X)
`,
  },
  {
    code: "S08",
    title: "Which axis is meant",
    cause:
      "More axes are left at a port of a block than it has names for, and neither name nor order tells them apart.",
    broken: `block Attention(Q[y m], X[x m]) -> O[y m]:
  S[y x] = dot[m](Q, X)
  O[y m] = dot[x](S, X)
input Q[y m], X[m s t]
O = Attention(Q, X)
`,
  },
  {
    code: "S09",
    title: "The state of a scan changes",
    cause: "What goes on to the next step must have the axes that it came in with.",
    broken: `input X[t n]
scan t:
  each x[n] in X
  carry H[n] from zeros() to H'
  collect Y[t n] from H
  H' = expand[g](x + H)
`,
  },
  {
    code: "S10",
    title: "The copies of a repeat do not fit",
    cause: "What leaves one copy of a repeat enters the next, so both have the same axes.",
    broken: `size m = 512, f = 2048, t
input E[t m]
repeat 6:
  carry Z[t m] from E to Z'
  Z' = linear[m -> f](Z)
`,
  },
  {
    code: "S11",
    title: "An axis twice in one array",
    cause:
      "An array has an axis once. Where one axis is meant to be compared with itself, one of the two has another name.",
    broken: `block Scores(Q[y m], K[x m]) -> S[y x]:
  S[y x] = dot[m](Q, K)
input Z[t m]
A = Scores(Z, Z)
`,
  },
  {
    code: "S12",
    title: "Unknown size",
    cause: "A size names another one that the file does not define.",
    broken: `size d_model = 64
input X[t d=d_modle]
Y = relu(X)
`,
  },
  {
    code: "S13",
    title: "Given weights with other axes",
    cause:
      "Weights that are arrays themselves must have the axes that the operation would give to its own.",
    broken: `size m, k, j = k, z
input X[t m], e[z]
W[m j] = linear[z -> m j](e)
Y[t k] = linear[m -> k](X, weight=W)
`,
  },
  {
    code: "S14",
    title: "A kernel larger than its input",
    cause: "A window does not fit in the axis that it slides along.",
    broken: `size W = 5, c, e
input I[c W]
O[e W'] = conv[c -> e; over W -> W'; kernel 7](I)
`,
  },
  {
    code: "S15",
    title: "Paths that round a size differently",
    cause: "Two paths halve and double a size, and come back to it for some sizes only.",
    broken: `size W = 33, c
input X[c W]
D[c v] = conv[c -> c; over W -> v; kernel 3; stride 2; pad 1](X)
U[c u] = conv_transpose[c -> c; over v -> u; kernel 2; stride 2](D)
S[c x] = rename[W -> x](X) + rename[u -> x](U)
`,
  },
  {
    code: "S16",
    title: "Merged in another order",
    cause:
      "An axis was split and is merged back with its parts in another order. The sizes agree, the entries do not.",
    broken: `size h = 8, k = 64, d = h*k
input X[t d]
Q[t h k] = split[d -> h k](X)
Y[t d] = merge[k h -> d](Q)
`,
  },
  {
    code: "S17",
    title: "A size that nothing fixes",
    cause:
      "Weights have an axis whose size the file says nowhere. The diagram is right; numbers for it need a size.",
    broken: `size m
input X[t m]
H[t f] = linear[m -> f](X)
`,
  },
  {
    code: "S18",
    title: "Never used",
    cause: "A line of a block makes an array that no other line reads.",
    broken: `block F(X[m]) -> Y[m]:
  att[m] = relu(X)
  Y[m] = tanh(X)
`,
  },
  {
    code: "S19",
    title: "Array or size",
    cause: "A name is both an array and a size, and the array is meant where it stands alone.",
    broken: `size k
input k[t], X[t k]
Y[t] = sum[k](X) / k
`,
  },
  {
    code: "N01",
    title: "Unknown array",
    cause:
      "An expression names an array that nothing in its block makes, or that stays inside of a loop.",
    broken: `input Query[y d], Key[x d]
S[y x] = dot[d](Qeury, Key)
`,
  },
  {
    code: "N02",
    title: "Unknown operation",
    cause: "A call names neither an operation nor a layer or a block of the file.",
    broken: `input S[y x]
A[y x] = sofmax[x](S)
`,
  },
  {
    code: "N03",
    title: "Number of arrays",
    cause: "An operation or a block takes another number of arrays than it is given.",
    broken: `input X[t d], Y[t d]
Z[t d] = relu(X, Y)
`,
  },
  {
    code: "N04",
    title: "Another shape than written",
    cause:
      "The shape on the left has other axes than the right side gives. The order of axes does not matter.",
    broken: `size m, k, h
input E[y m]
Q[y k] = linear[m -> k h](E)
S[y h] = sum[k](Q)
`,
  },
  {
    code: "N05",
    title: "Output never defined",
    cause: "The header of a block promises an array that no line of its body makes.",
    broken: `block F(X[m]) -> Y[m], Z[m]:
  Y[m] = relu(X)
`,
  },
  {
    code: "N06",
    title: "Defined twice",
    cause: "A name is defined once in its block, the bodies of loops included.",
    broken: `input X[m]
Y[m] = relu(X)
Y[m] = tanh(X)
`,
  },
  {
    code: "N07",
    title: "Number of results",
    cause: "The left side names another number of arrays than the right side gives.",
    broken: `input G[g=4 n]
a[n], b[n] = unstack[g](G)
`,
  },
  {
    code: "N08",
    title: "A requirement does not hold",
    cause: "Something that must hold of sizes is not so at the values that they have.",
    broken: `size h = 6, m = 512
require h divides m
input X[t m]
Y = relu(X)
`,
  },
  {
    code: "N09",
    title: "Sizes that contradict each other",
    cause:
      "Sizes cannot all be as the file, the equations and a call say, or a size would be less than 1.",
    broken: `size k = 64, h = 8, m = k*h, d = 256
block F(X[t m]) -> Q[t k h]:
  Q[t k h] = linear[m -> k h](X)
input Z[t d]
Q = F(Z)
`,
  },
  {
    code: "N10",
    title: "A block contains itself",
    cause: "A block calls itself, alone or by way of others, so that it would never end.",
    broken: `block F(X[m]) -> Y[m]:
  Y[m] = relu(F(X))
`,
  },
  {
    code: "N11",
    title: "Unknown option",
    cause: "The brackets or the keywords of a call hold something that the callee does not have.",
    broken: `size m, n
input X[t m]
Y[t n] = linear[m -> n; bais](X)
`,
  },
  {
    code: "N12",
    title: "Another kind of entries",
    cause:
      "Truth values, whole numbers and positions along an axis are told apart; an operation gets another kind than it takes.",
    broken: `size v, m
input ids[t]
Y[t m] = embedding[v -> m](ids)
`,
  },
  {
    code: "N13",
    title: "A word of the language",
    cause: "The words that start lines cannot name arrays, layers or blocks.",
    broken: `input X[m]
output[m] = relu(X)
`,
  },
  {
    code: "T01",
    title: "A line that cannot be read",
    cause:
      "A line has a sign too many or too few. It costs itself alone; everything else is read and drawn.",
    broken: `input S[y x]
A[y x] softmax[x](S)
`,
  },
];
