import type { Op } from "./op.ts";
import { arithmetic, floatGlyph, NO_BRACKETS } from "./shared/elementwise.ts";

export const negate: Op = {
  name: "negate",
  operator: "-",
  title: "Negate",
  summary: "Changes the sign of every entry.",
  family: "products",
  synonyms: ["minus", "neg"],
  brackets: NO_BRACKETS,
  operands: [{ name: "X" }],
  infer: arithmetic,
  glyph: (call) => floatGlyph(call, "-"),
  spoken: () => "negate",
  examples: [{ given: "input A[t m]", text: "C[t m] = -A" }],
};
