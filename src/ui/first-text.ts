/** Where a new diagram begins: four lines that are already a picture. */
export const BLANK = `diagram "Untitled diagram"
size d = 64
input Q[y d], K[x d]
A[y x] = softmax[x](dot[d](Q, K) / sqrt(d))
`;

/** The preset that is open on the first visit. */
export const FIRST_PRESET = "multi-head-attention";
