import type { Op } from "./op.ts";
import { arithmetic, NO_BRACKETS } from "./shared/elementwise.ts";
import { infixGlyph } from "./shared/infix.ts";
import { inverseTex } from "./shared/scalar-tex.ts";

export const divide: Op = {
  name: "divide",
  operator: "/",
  title: "Divide",
  summary: "Divides the first array by the second entry by entry, matching axes by name.",
  family: "products",
  synonyms: ["quotient", "ratio", "scale"],
  brackets: NO_BRACKETS,
  operands: [{ name: "A" }, { name: "B" }],
  infer: arithmetic,
  glyph: (call) =>
    infixGlyph(call, {
      sign: "\\div",
      right: (c) => `\\ast ${inverseTex(c)}`,
      left: (c) => `${c} /`,
    }),
  spoken: () => "divide",
  examples: [
    { given: "input A[t m], b[m]", text: "C[t m] = A / b" },
    { given: "size k\ninput S[y x]", text: "C[y x] = S / sqrt(k)" },
  ],
};
