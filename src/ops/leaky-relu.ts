import type { Op } from "./op.ts";
import { arithmetic, floatGlyph, NO_BRACKETS } from "./shared/elementwise.ts";

export const leakyRelu: Op = {
  name: "leaky_relu",
  title: "Leaky ReLU",
  summary: "Keeps positive entries and scales negative ones by a small slope.",
  family: "functions",
  synonyms: ["activation"],
  brackets: NO_BRACKETS,
  operands: [{ name: "X" }],
  numbers: [{ name: "slope", default: 0.01 }],
  infer: arithmetic,
  glyph: (call) => floatGlyph(call, "R_{\\ell}"),
  spoken: () => "leaky ReLU",
  examples: [
    { given: "input X[t m]", text: "Y[t m] = leaky_relu(X)" },
    { given: "input X[t m]", text: "Y[t m] = leaky_relu(X, slope=0.2)" },
  ],
};
