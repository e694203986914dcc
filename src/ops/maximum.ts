import type { Op } from "./op.ts";
import { choosing, NO_BRACKETS } from "./shared/elementwise.ts";
import { infixGlyph } from "./shared/infix.ts";

export const maximum: Op = {
  name: "maximum",
  title: "Maximum",
  summary: "The larger of two arrays entry by entry, matching axes by name.",
  family: "functions",
  commutes: true,
  synonyms: ["elementwise"],
  brackets: NO_BRACKETS,
  operands: [{ name: "A" }, { name: "B" }],
  infer: choosing,
  glyph: (call) =>
    infixGlyph(call, {
      sign: "\\max",
      right: (c) => `\\max(\\cdot, ${c})`,
      left: (c) => `\\max(\\cdot, ${c})`,
    }),
  spoken: () => "maximum",
  examples: [
    { given: "input A[t m], b[m]", text: "C[t m] = maximum(A, b)" },
    { given: "input A[t m]", text: "C[t m] = maximum(A, 0)" },
  ],
};
