import type { Op } from "./op.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { squareMatrix } from "./shared/matrix.ts";
import { listed } from "./shared/phrase.ts";

export const inverse: Op = {
  name: "inverse",
  title: "Inverse",
  summary: "The matrix that undoes a square matrix of the two targets.",
  family: "linear-algebra",
  synonyms: ["inv", "invert"],
  brackets: { targets: 2, results: "none", options: {} },
  operands: [{ name: "A" }],
  infer: (call, claims) => squareMatrix("inverse", call, claims),
  glyph: (call) => boxedGlyph(call, "(\\cdot)^{-1}"),
  spoken: (call) => `inverse over ${listed(call.targets)}`,
  examples: [{ given: "input A[b n p=n]", text: "Y[b n p] = inverse[n p](A)" }],
};
