import type { Op } from "./op.ts";
import { REAL } from "./shared/entries.ts";
import { SOURCE_BRACKETS, sourceAxes, sourceGlyph } from "./shared/source.ts";

export const uniform: Op = {
  name: "uniform",
  title: "Uniform random numbers",
  summary: "Independent draws from between two bounds, 0 and 1 unless they are given.",
  family: "arrays",
  synonyms: ["rand", "noise", "random"],
  brackets: SOURCE_BRACKETS,
  operands: [{ name: "bound", repeated: { least: 0 }, entries: "real" }],
  infer: (call, claims) => {
    const count = call.operands.length;
    if (count !== 0 && count !== 2) {
      claims.fail("N03", `\`uniform\` takes both bounds or none, but got ${count}.`);
    }
    return {
      consumed: call.operands.map(() => []),
      results: [{ axes: sourceAxes("uniform", call, claims), entries: REAL }],
    };
  },
  glyph: (call) => sourceGlyph(call, "\\mathcal{U}"),
  spoken: () => "uniform random numbers",
  examples: [{ given: "size n", text: "Z[n] = uniform[n](-1, 1)" }],
};
