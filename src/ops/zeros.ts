import type { Op } from "./op.ts";
import { REAL } from "./shared/entries.ts";
import { SOURCE_BRACKETS, sourceAxes, sourceGlyph } from "./shared/source.ts";

export const zeros: Op = {
  name: "zeros",
  title: "Zeros",
  summary: "An array of zeros, by default with the axes that the left side declares.",
  family: "arrays",
  synonyms: ["zero", "empty", "zeros_like"],
  brackets: SOURCE_BRACKETS,
  operands: [],
  infer: (call, claims) => ({
    consumed: [],
    results: [{ axes: sourceAxes("zeros", call, claims), entries: REAL }],
  }),
  glyph: (call) => sourceGlyph(call, "0"),
  spoken: () => "zeros",
  examples: [
    { given: "size n", text: "H[n] = zeros[n]()" },
    { given: "size n", text: "H[n] = zeros()" },
  ],
};
