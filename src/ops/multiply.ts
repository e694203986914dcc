import type { Op } from "./op.ts";
import { arithmetic, NO_BRACKETS } from "./shared/elementwise.ts";
import { infixGlyph } from "./shared/infix.ts";
import { factorTex } from "./shared/scalar-tex.ts";

export const multiply: Op = {
  name: "multiply",
  operator: "*",
  title: "Multiply",
  summary: "Multiplies entry by entry, matching axes by name; nothing is summed.",
  family: "products",
  commutes: true,
  synonyms: ["times", "product", "hadamard", "gate", "scale"],
  brackets: NO_BRACKETS,
  operands: [{ name: "A" }, { name: "B" }],
  infer: arithmetic,
  glyph: (call) => infixGlyph(call, { sign: "\\times", right: timesScalar, left: timesScalar }),
  spoken: () => "multiply",
  examples: [
    { given: "input A[t m], b[m]", text: "C[t m] = A * b" },
    { given: "size m\ninput A[t m]", text: "C[t m] = A * sqrt(m)" },
  ],
};

function timesScalar(scalar: string): string {
  return `\\ast ${factorTex(scalar)}`;
}
