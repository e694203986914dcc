/** A text with a name that says what is special about it; the blocks of a file may be open or closed. */
export interface SmallDocument {
  readonly about: string;
  readonly text: string;
}

const LONG = "L".repeat(200);

/** Small diagrams that between them show every situation that a figure can get into. */
export const SMALL_DOCUMENTS: readonly SmallDocument[] = [
  {
    about: "an empty text",
    text: ``,
  },
  {
    about: "one input and nothing else",
    text: `input X[t d]
`,
  },
  {
    about: "an operation on nothing given",
    text: `A[t d] = softmax[d](?)
`,
  },
  {
    about: "two residual branches",
    text: `size d = 8
input X[t d]
A[t d] = X + relu(linear[d -> d](X))
B[t d] = A + relu(linear[d -> d](A))
`,
  },
  {
    about: "a chain of three contractions",
    text: `input A[a b], B[b c], C[c d], D[d e]
Z[a e] = dot[d](dot[c](dot[b](A, B), C), D)
`,
  },
  {
    about: "a contraction over an axis in the middle, with a batch axis",
    text: `input Q[b y k h], K[b x k h]
S[b y x h] = dot[k](Q, K)
`,
  },
  {
    about: "one input used five times",
    text: `input X[t d]
A[t d] = X + relu(X) * tanh(X) + sigmoid(X) - X
`,
  },
  {
    about: "results that nothing uses",
    text: `input X[t d]
A[t d] = relu(X)
B[t d] = tanh(X)
C[t d] = sigmoid(B)
`,
  },
  {
    about: "scalars and numbers",
    text: `size d = 4
input X[t d], s[]
A[t d] = X * s + 1
B[t d] = A / sqrt(d)
`,
  },
  {
    about: "arrays without axes",
    text: `input X[t], Y[t], s[]
A = dot[t](X, Y)
B = A + s
C = tanh(B)
`,
  },
  {
    about: "an array without axes, copied",
    text: `input s[], X[t]
A = exp(s) * s
B[t] = X * A + s
`,
  },
  {
    about: "a scan with reads",
    text: `input X[t d], W[d e], b[e]
scan t:
  each x[d] in X
  carry H[e] from zeros() to H'
  collect Y[t e] from H'
  H'[e] = tanh(dot[d](x, W) + H + b)
`,
  },
  {
    about: "a scan in reverse with a batch axis",
    text: `input X[n t d]
scan t reverse:
  each x[n d] in X
  carry H[n d] from zeros() to H'
  collect Y[t n d] from H'
  H'[n d] = H * sigmoid(x) + x
`,
  },
  {
    about: "a repeat with an index",
    text: `size d = 8, N = 3
input X[t d]
weight W[n=N d e=d]
repeat N as i:
  carry Z[t d] from X to Z'
  Z'[t d] = relu(linear[d -> d](Z))
`,
  },
  {
    about: "nested loops",
    text: `size d = 8, N = 2, M = 3
input X[t d]
repeat N:
  carry Z[t d] from X to Z''
  repeat M:
    carry A[t d] from Z to A'
    A'[t d] = A + relu(linear[d -> d](A))
  Z''[t d] = layer_norm[d](A)
`,
  },
  {
    about: "a scan in a scan",
    text: `input X[s t d]
scan s:
  each x[t d] in X
  carry G[d] from zeros() to H
  collect Y[s d] from H
  scan t:
    each u[d] in x
    carry H[d] from G to H'
    H'[d] = tanh(H + u)
`,
  },
  {
    about: "a closed block broadcast past two axes",
    text: `size m = 8
block F(X[m]) -> Y[m]:
  Y[m] = relu(linear[m -> m](X))
input X[b t m]
Z[b t m] = F(X)
`,
  },
  {
    about: "an open block broadcast past two axes",
    text: `size m = 8
block F(X[m]) -> Y[m]:
  Y[m] = X + relu(linear[m -> m](X))
input X[b t m]
Z[b t m] = F(X)
layout:
  open Z
`,
  },
  {
    about: "axes outside a block in another order than inside",
    text: `size m = 8
block F(X[t m]) -> Y[t m]:
  Y[t m] = softmax[t](linear[m -> m](X))
input X[m b t]
Z[m b t] = F(X)
`,
  },
  {
    about: "three open blocks deep",
    text: `size m = 8
block C(X[m]) -> Y[m]:
  Y[m] = relu(linear[m -> m](X))
block B(X[m]) -> Y[m]:
  Y[m] = X + C(X)
block A(X[m]) -> Y[m]:
  Y[m] = B(B(X))
input X[b t m]
Z[b t m] = A(X)
`,
  },
  {
    about: "a block with two outputs",
    text: `size m = 8
block F(X[m], H[m]) -> Y[m], G[m]:
  Y[m] = tanh(X + H)
  G[m] = sigmoid(H)
input X[t m], H[t m]
Y[t m], G[t m] = F(X, H)
Z[t m] = Y * G
`,
  },
  {
    about: "a block with two outputs of which one is not used",
    text: `size m = 8
block F(X[m]) -> Y[m], G[m]:
  Y[m] = tanh(X)
  G[m] = sigmoid(X)
input X[t m]
Y[t m], G[t m] = F(X)
Z[t m] = relu(Y)
`,
  },
  {
    about: "a block whose inputs have no axes",
    text: `block F(s[], X[m]) -> Y[m]:
  Y[m] = X * exp(s)
input s[], X[t m]
Z[t m] = F(s, X)
`,
  },
  {
    about: "one block used twice, each use inside another array's path",
    text: `size m = 8
block F(X[t m]) -> Y[t m]:
  Y[t m] = layer_norm[m](X + relu(linear[m -> m](X)))
input A[t m], B[t m]
P[t m] = F(A)
Q[t m] = F(B)
R[t m] = P + Q
`,
  },
  {
    about: "an error in the middle",
    text: `input X[t d], W[a b]
A[t d] = relu(X)
B[t e] = linear[d -> e](A + W)
C[t e] = softmax[e](B)
`,
  },
  {
    about: "what is not given",
    text: `input X[t d]
A[t d] = ? + relu(X)
B = dot[?](A, ?)
C[t d] = softmax[d](A)
`,
  },
  {
    about: "an unknown operation",
    text: `input X[t d], Y[t d]
A[t d] = frobnicate[d](X, Y)
B[t d] = relu(A) + X
`,
  },
  {
    about: "lines that do not parse",
    text: `input X[t d]
A[t d] = = relu(
B[t d] = relu(X
C[t d] = tanh(X)
`,
  },
  {
    about: "a name of 200 letters",
    text: `input ${LONG}[${LONG} d]
A[${LONG} d] = relu(${LONG})
`,
  },
  {
    about: "markup in titles and names",
    text: `diagram "<script>&\\"]]>"
block F_b(X[m]) -> Y[m]:
  Y[m] = relu(X)
input X[t m]
Z[t m] = F_b(X)
layout:
  open Z
  label F_b/axis m "<b>&amp;</b>"
`,
  },
  {
    about: "attention with a mask and dropout",
    text: `size k = 8
input Q[y k h], K[x k h], V[x v h]
S[y x h] = dot[k](Q, K) / sqrt(k)
M[y x h] = where(causal[y x](), S, -inf)
Z[y v h] = dot[x](dropout(softmax[x](M)), V)
`,
  },
  {
    about: "concatenation, splitting, stacking, merging",
    text: `input X[t a], Y[t b]
C[t c] = concat[a b -> c](X, Y)
P[t h w] = split[c -> h w](C)
M[t r] = merge[h w -> r](P)
S[s t r] = stack[s](M, M)
`,
  },
  {
    about: "slices, indices and reductions",
    text: `input X[t d]
A[u d] = slice[t -> u; from 1; to 4](X)
B[d] = sum[u](A)
C[d] = max[t](X)
D = mean[d](B * C)
`,
  },
  {
    about: "a diagonal and a transposed sum",
    text: `input X[a b], Y[b a]
D[a b] = X + Y
E[a] = dot[b](D, Y)
`,
  },
  {
    about: "embedding, weights and constants",
    text: `size v = 100, m = 8
input ids[t] of v
weight Emb[v m], B[m]
E[t m] = embedding[v -> m](ids, weight=Emb) + B
L[t v] = softmax[v](dot[m](E, Emb))
`,
  },
  {
    about: "an outer product of three",
    text: `input A[a], B[b], C[c]
O[a b c] = A * B * C
`,
  },
  {
    about: "gates",
    text: `size n = 8
input X[t i], H[t n]
G[t g=4 n] = linear[i -> g n; bias](X) + linear[n -> g n](H)
a[t n], f[t n], z[t n], o[t n] = unstack[g](G)
C[t n] = sigmoid(f) * H + sigmoid(a) * tanh(z)
O[t n] = sigmoid(o) * tanh(C)
`,
  },
  {
    about: "a dense stack of concatenations",
    text: `size c = 4
input X[t c]
A[t c1=c] = relu(linear[c -> c1](X))
J[t e] = concat[c c1 -> e](X, A)
B[t c2=c] = relu(linear[e -> c2](J))
K[t f] = concat[c c1 c2 -> f](X, A, B)
O[t f] = tanh(K)
`,
  },
  {
    about: "a deep chain of elementwise glyphs on arrays side by side",
    text: `input X[t d], Y[t d], Z[t d]
A[t d] = sigmoid(X) * tanh(Y) + exp(Z)
B[t d] = relu(A) * sigmoid(Y)
C[t d] = A - B * Z
`,
  },
  {
    about: "a loop and a block that make more than leaves them",
    text: `size d = 8
block F(X[t d]) -> Y[t d]:
  A[t d] = relu(X)
  B[t d] = tanh(A)
  Y[t d] = sigmoid(X)
  C[t d] = relu(Y)
input X[t d]
repeat 3:
  carry Z[t d] from X to Z'
  Z'[t d] = relu(Z)
  A[t d] = tanh(Z')
  B[t d] = layer_norm[d](A)
Y[t d] = F(Z) + X
`,
  },
  {
    about: "a scan that collects numbers",
    text: `input X[b c], W[c]
scan b:
  each x[c] in X
  carry H[c] from W to x
  collect S[b] from s
  s = dot[c](H, x)
Y[b c] = S * X
`,
  },
  {
    about: "a block whose scan starts from a constant beside its border",
    text: `block F(X[a c d]) -> Y[a]:
  scan c:
    each x[a d] in X
    carry H[a d] from zeros() to H'
    collect S[c a d] from H'
    H'[a d] = H + x
  Y[a] = dot[d](H, H)
input X[a c d], Z[a b]
Y[a] = F(X)
R[b] = dot[a](Z, Y)
`,
  },
];
