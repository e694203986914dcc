/** A convention of the notation that belongs to no operation, with lines of the language that show it. */
export interface Convention {
  readonly name: string;
  readonly meaning: string;
  readonly text: string;
}

/** How arrays run, meet and part. */
export const WIRE_CONVENTIONS: readonly Convention[] = [
  {
    name: "Strand",
    meaning: "A line is one axis of an array; the letter above it is its name.",
    text: "input X[t m]",
  },
  {
    name: "Dashed line",
    meaning: "Separates neighbouring arrays.",
    text: "input X[t m], Y[k]",
  },
  {
    name: "Broadcasting",
    meaning: "A strand that runs past a glyph: the operation is done for each of its positions.",
    text: "input X[b t m]\nY[b t m] = softmax[m](X)",
  },
  {
    name: "Copy",
    meaning: "A dot on every strand: the array is used again.",
    text: "input X[t m]\nY[t m] = tanh(X)\nZ[t m] = sigmoid(X)",
  },
  {
    name: "Joined strands",
    meaning: "A dot where two strands meet: one axis of two arrays, which is kept.",
    text: "input A[t h], B[t k]\nC[t h k] = dot(A, B)",
  },
  {
    name: "Crossing",
    meaning: "Strands change places; nothing is computed.",
    text: "input X[t h k]\nY[h t k] = rearrange[t h k -> h t k](X)",
  },
  {
    name: "Double wire",
    meaning: "Neighbouring axes that belong together, drawn as one.",
    text: "multi P = y x\ninput X[y x c]\nY[y x c] = relu(X)",
  },
  {
    name: "Index array",
    meaning: "A heavy wire with an arrow: the entries are positions along another axis.",
    text: "size v\ninput ids[t] of v\nX[t v] = one_hot[v](ids)",
  },
  {
    name: "Unused array",
    meaning: "Its strands end on a bar: it is computed, and nothing takes it.",
    text: "main F\nblock F(X[t m]) -> Y[t m]:\n  Y[t m] = relu(X)\n  Z[t m] = tanh(X)",
  },
  {
    name: "Missing operand",
    meaning: "A place where an array is still to be connected.",
    text: "input S[y x], V[x k]\nZ[y k] = dot[x](S, ?)",
  },
];

const FEED_FORWARD = `block FeedForward(X[t m]) -> Y[t m]:
  Y[t m] = linear[f -> m](relu(linear[m -> f](X)))`;

const CALL = `size f
${FEED_FORWARD}
input X[t m]
Z[t m] = FeedForward(X)`;

/** How parts of a figure are put together. */
export const STRUCTURE_CONVENTIONS: readonly Convention[] = [
  {
    name: "Closed block",
    meaning: "A box with depth: a part that has a figure of its own.",
    text: CALL,
  },
  {
    name: "Open block",
    meaning: "A plate with a title: the inside of a block, in its place.",
    text: `${CALL}\nlayout:\n  open Z`,
  },
  {
    name: "Unknown operation",
    meaning: "A dashed box: its shapes are taken as written.",
    text: "input X[t m]\nY[t m] = mystery(X)",
  },
  {
    name: "Function",
    meaning: "A function that is declared, not expressed: a letter on its wire, a box on several.",
    text: "custom F(X[a]) -> Y[b]\ncustom G(Y[b], Z[c]) -> W[d]\ninput X[a], Z[c]\nW[d] = G(F(X), Z)",
  },
  {
    name: "Arrays as arrows",
    meaning: "One arrow an array, with its axes above.",
    text: "input X[t m]\nY[t m] = softmax[m](linear[m -> m](X))\nlayout:\n  detail arrays",
  },
  {
    name: "Named boxes",
    meaning: "What is done by its names alone, without the axes.",
    text: "input X[t m]\nY[t m] = softmax[m](linear[m -> m](X))\nlayout:\n  detail blocks",
  },
  {
    name: "Plate and callout",
    meaning:
      "What an author says to the reader, with maths between dollar signs; it changes no meaning.",
    text: `input X[t m]
A[t m] = softmax[m](X)
layout:
  plate attention "Weights" A
  callout A "Sums to $1$ over $m$"`,
  },
  {
    name: "Plate with cut corners",
    meaning: "The same where wires or a dashed line need room; a dotted outline has no colour.",
    text: `input X[t m]
A[t m] = softmax[m](X)
layout:
  plate dotted cut=se,sw "Weights" A`,
  },
  {
    name: "Title",
    meaning: "What the author calls the figure, the box of a block or a loop.",
    text: `main Net
block Net(X[t m]) -> Y[t m]:
  Y[t m] = relu(X)

layout:
  title Net "A small network"`,
  },
  {
    name: "Plates around parts",
    meaning: "What an author points at in one operation: a swap, a cup, a diagonal.",
    text: `input Q[y k h], K[x k h]
S[y x h] = dot[k](Q, K)
layout:
  plate transpose "" swap:S
  plate attention "" cup:S
  plate scale "Diagonal" diagonal:S`,
  },
  {
    name: "Highlight",
    meaning: "An axis that the author follows through the figure.",
    text: `input Q[y k], K[x k]
S[y x] = dot[k](Q, K)
layout:
  halo axis k`,
  },
  {
    name: "Lines between columns",
    meaning: "Dotted lines show where one step ends and the next begins.",
    text: `input X[t m]
Y[t m] = softmax[m](relu(X))
layout:
  columns guided`,
  },
  {
    name: "Function below its wires",
    meaning: "An elementwise function stands above its wires, or below where the author says so.",
    text: `input X[t m]
Y[t m] = relu(X)
layout:
  below Y`,
  },
  {
    name: "Ring",
    meaning: "An author points at where an array is made: here at the end of a dashed line.",
    text: `input A[i], B[j]
P[i j] = dot(A, B)
layout:
  halo array P`,
  },
  {
    name: "Coloured columns",
    meaning: "What memory holds, and what happens to it, from left to right.",
    text: `input X[t m]
A[t m] = softmax[m](X)
layout:
  columns painted`,
  },
  {
    name: "Entries of an array",
    meaning: "A cell for every entry, beside where the array comes in or goes out.",
    text: `input A[i=4 j=3]
R[j] = index[i; at 2](A)
layout:
  picture A row=2
  picture output:R row=0`,
  },
  {
    name: "From grid to grid",
    meaning:
      "An arrow says what becomes of a row; an axis that broadcasting adds has ticks at both ends.",
    text: `input A[i=4 j=3]
B[i j] = relu(A)
layout:
  picture A row=2 added=broadcasting
  picture output:B row=2 added=broadcasting from=A "$R$"`,
  },
  {
    name: "Cup without an arrow",
    meaning: "An inner product as in linear algebra; with an arrow it is the same.",
    text: `input Q[y k], K[x k]
S[y x] = dot[k](Q, K)
layout:
  cups plain`,
  },
  {
    name: "Legend",
    meaning: "The sizes of the diagram.",
    text: "size m = 512, h = 8\ninput X[t m]\nlayout:\n  legend",
  },
];
