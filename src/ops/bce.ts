import type { Op } from "./op.ts";
import { arithmetic, NO_BRACKETS } from "./shared/elementwise.ts";
import { infixGlyph } from "./shared/infix.ts";

export const bce: Op = {
  name: "bce",
  title: "Binary cross entropy",
  summary: "For each entry, minus the log of the probability that its logit gives to the label.",
  family: "choice",
  synonyms: ["loss", "logistic loss", "bcewithlogits"],
  brackets: NO_BRACKETS,
  operands: [{ name: "logits" }, { name: "y" }],
  infer: arithmetic,
  glyph: (call) =>
    infixGlyph(call, {
      sign: "\\mathrm{bce}",
      right: (c) => `\\mathrm{bce}\\,${c}`,
      left: (c) => `${c}\\,\\mathrm{bce}`,
    }),
  spoken: () => "binary cross entropy",
  examples: [{ given: "input Z[b], y[b] of bool", text: "L[b] = bce(Z, y)" }],
};
