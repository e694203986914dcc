import type { Op } from "./op.ts";
import { REAL } from "./shared/entries.ts";
import { SOURCE_BRACKETS, sourceAxes, sourceGlyph } from "./shared/source.ts";

export const normal: Op = {
  name: "normal",
  title: "Normal random numbers",
  summary: "Independent draws from a normal distribution of mean 0 and a given deviation.",
  family: "arrays",
  synonyms: ["gaussian", "randn", "noise", "random"],
  brackets: SOURCE_BRACKETS,
  operands: [{ name: "deviation", repeated: { least: 0 }, entries: "real" }],
  infer: (call, claims) => {
    const count = call.operands.length;
    if (count > 1) claims.fail("N03", `\`normal\` takes at most 1 number, but got ${count}.`);
    return {
      consumed: call.operands.map(() => []),
      results: [{ axes: sourceAxes("normal", call, claims), entries: REAL }],
    };
  },
  glyph: (call) => sourceGlyph(call, "\\mathcal{N}"),
  spoken: () => "normal random numbers",
  examples: [{ given: "size n", text: "Z[n] = normal[n](0.02)" }],
};
