/** What the presets have not: memory, layers, comments everywhere, and lines that are wrong. */
export const ODD_TEXT = `# A file.
diagram "Odd"

size w = (4, 8, 16), H = 32  # sizes
  # a comment that is indented
size k = 2, N = 2
layer P = linear[k -> k; bias]
block Down(X[c y x]) -> Y[d y x]:
    Y[d y x]  =  relu(linear[c -> d](X))   # spaced

    # at the end
block Net(I[c=w[0] y=H x=H], B[k]) -> O[c y x]:
  layer L = Down
  A[k] = P(B) + P(?)
  repeat 2 as i:
    carry X[a=w[i] p q] from I to X'[b=w[i+1] p' q']
    save C[i] = X
    F[b p q] = Down(X)
    X'[b p' q'] = rename[p q -> p' q'](F)
  repeat N shared:
    carry Z[k] from A to Z'
    Z' = tanh(Z)
  S[a p q] = load C[1]
  O = rename[b p q -> c y x](X
  this line is wrong
multi M = y x
input E[t k], ids[t] of v
A = Net[k=t](E, E)
B = -E^2 * sqrt(k) + size(t)
output B
layout:
  open Net/F  # here
  place B dy=3
  label Net/axis a "\\\\alpha"
  unknown words
`;
