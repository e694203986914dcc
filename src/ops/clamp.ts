import type { Op } from "./op.ts";
import { arithmetic, floatGlyph, NO_BRACKETS } from "./shared/elementwise.ts";

export const clamp: Op = {
  name: "clamp",
  title: "Clamp",
  summary: "Limits every entry to between a smallest and a largest number; either may be left out.",
  family: "functions",
  synonyms: ["clip", "limit"],
  brackets: NO_BRACKETS,
  operands: [{ name: "X" }],
  numbers: [{ name: "min" }, { name: "max" }],
  infer: (call, claims) => {
    if (call.numbers["min"] === undefined && call.numbers["max"] === undefined) {
      claims.fail("S05", "`clamp` needs `min=` or `max=`.");
    }
    return arithmetic(call);
  },
  glyph: (call) => floatGlyph(call, "\\mathrm{clamp}"),
  spoken: () => "clamp",
  examples: [
    { given: "input X[t m]", text: "Y[t m] = clamp(X, min=0, max=6)" },
    { given: "input X[t m]", text: "Y[t m] = clamp(X, min=0)" },
  ],
};
