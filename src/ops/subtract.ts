import type { Op } from "./op.ts";
import { arithmetic, NO_BRACKETS } from "./shared/elementwise.ts";
import { infixGlyph } from "./shared/infix.ts";

export const subtract: Op = {
  name: "subtract",
  operator: "-",
  title: "Subtract",
  summary: "Subtracts the second array from the first entry by entry, matching axes by name.",
  family: "products",
  synonyms: ["minus", "difference"],
  brackets: NO_BRACKETS,
  operands: [{ name: "A" }, { name: "B" }],
  infer: arithmetic,
  glyph: (call) => infixGlyph(call, { sign: "-", right: (c) => `- ${c}`, left: (c) => `${c} -` }),
  spoken: () => "subtract",
  examples: [
    { given: "input A[t m], b[m]", text: "C[t m] = A - b" },
    { given: "input A[t m]", text: "C[t m] = 1 - A" },
  ],
};
