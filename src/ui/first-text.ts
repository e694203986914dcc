/** Where a new diagram begins. */
export const BLANK = `diagram "Untitled diagram"
`;

/** Lines that are already a picture, shown on a diagram that is empty. */
export const SMALL_EXAMPLE = `size d = 64
input Q[y d], K[x d]
A[y x] = softmax[x](dot[d](Q, K) / sqrt(d))
`;

/** The preset that is open on the first visit. */
export const FIRST_PRESET = "multi-head-attention";
