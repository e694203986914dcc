import type { Op } from "./op.ts";
import { arithmetic, floatGlyph, NO_BRACKETS } from "./shared/elementwise.ts";

export const dropout: Op = {
  name: "dropout",
  title: "Dropout",
  summary: "While training, zeroes entries at random and scales up the rest.",
  family: "functions",
  synonyms: ["regularisation", "noise"],
  brackets: NO_BRACKETS,
  operands: [{ name: "X" }],
  numbers: [{ name: "p", default: 0.1 }],
  infer: arithmetic,
  glyph: (call) => floatGlyph(call, "\\mathrm{drop}"),
  spoken: () => "dropout",
  examples: [
    { given: "input X[t m]", text: "Y[t m] = dropout(X)" },
    { given: "input X[t m]", text: "Y[t m] = dropout(X, p=0.5)" },
  ],
};
