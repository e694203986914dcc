import type { Op } from "./op.ts";
import { REAL } from "./shared/entries.ts";
import { SOURCE_BRACKETS, sourceAxes, sourceGlyph } from "./shared/source.ts";

export const ones: Op = {
  name: "ones",
  title: "Ones",
  summary: "An array of ones, by default with the axes that the left side declares.",
  family: "arrays",
  synonyms: ["one", "ones_like"],
  brackets: SOURCE_BRACKETS,
  operands: [],
  infer: (call, claims) => ({
    consumed: [],
    results: [{ axes: sourceAxes("ones", call, claims), entries: REAL }],
  }),
  glyph: (call) => sourceGlyph(call, "1"),
  spoken: () => "ones",
  examples: [{ given: "size n", text: "A[n] = ones[n]()" }],
};
