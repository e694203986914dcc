import type { Op } from "./op.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { squareMatrix } from "./shared/matrix.ts";
import { listed } from "./shared/phrase.ts";

export const cholesky: Op = {
  name: "cholesky",
  title: "Cholesky factor",
  summary: "The lower triangular matrix that times its transpose gives the matrix.",
  family: "linear-algebra",
  synonyms: ["triangular", "square root of a matrix", "decomposition"],
  brackets: { targets: 2, results: "none", options: {} },
  operands: [{ name: "A" }],
  infer: (call, claims) => squareMatrix("cholesky", call, claims),
  glyph: (call) => boxedGlyph(call, "\\mathrm{chol}"),
  spoken: (call) => `cholesky factor over ${listed(call.targets)}`,
  examples: [{ given: "input A[b n p=n]", text: "Y[b n p] = cholesky[n p](A)" }],
};
