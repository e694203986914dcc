import type { Op } from "./op.ts";
import { arithmetic, NO_BRACKETS } from "./shared/elementwise.ts";
import { infixGlyph } from "./shared/infix.ts";

export const add: Op = {
  name: "add",
  operator: "+",
  title: "Add",
  summary: "Adds two arrays entry by entry, matching axes by name.",
  family: "products",
  commutes: true,
  synonyms: ["plus", "sum", "residual", "skip"],
  brackets: NO_BRACKETS,
  operands: [{ name: "A" }, { name: "B" }],
  infer: arithmetic,
  glyph: (call) => infixGlyph(call, { sign: "+", right: (c) => `+ ${c}`, left: (c) => `+ ${c}` }),
  spoken: () => "add",
  examples: [
    { given: "input A[t m], b[m]", text: "C[t m] = A + b" },
    { given: "input A[t m]", text: "C[t m] = A + 1" },
  ],
};
