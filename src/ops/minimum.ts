import type { Op } from "./op.ts";
import { choosing, NO_BRACKETS } from "./shared/elementwise.ts";
import { infixGlyph } from "./shared/infix.ts";

export const minimum: Op = {
  name: "minimum",
  title: "Minimum",
  summary: "The smaller of two arrays entry by entry, matching axes by name.",
  family: "functions",
  commutes: true,
  synonyms: ["elementwise"],
  brackets: NO_BRACKETS,
  operands: [{ name: "A" }, { name: "B" }],
  infer: choosing,
  glyph: (call) =>
    infixGlyph(call, {
      sign: "\\min",
      right: (c) => `\\min(\\cdot, ${c})`,
      left: (c) => `\\min(\\cdot, ${c})`,
    }),
  spoken: () => "minimum",
  examples: [
    { given: "input A[t m], b[m]", text: "C[t m] = minimum(A, b)" },
    { given: "input A[t m]", text: "C[t m] = minimum(A, 0)" },
  ],
};
