import type { Op } from "./op.ts";
import { arithmetic, NO_BRACKETS } from "./shared/elementwise.ts";
import { infixGlyph } from "./shared/infix.ts";

export const power: Op = {
  name: "power",
  operator: "^",
  title: "Power",
  summary: "Raises the first array to the second entry by entry, matching axes by name.",
  family: "products",
  synonyms: ["exponent", "pow"],
  brackets: NO_BRACKETS,
  operands: [{ name: "base" }, { name: "exponent" }],
  infer: arithmetic,
  glyph: (call) =>
    infixGlyph(call, {
      sign: "\\wedge",
      right: (c) => `(\\cdot)^{${c}}`,
      left: (c) => `${c}^{(\\cdot)}`,
    }),
  spoken: () => "power",
  examples: [
    { given: "input A[t m]", text: "C[t m] = A^2" },
    { given: "input A[t m], b[m]", text: "C[t m] = A^b" },
  ],
};
