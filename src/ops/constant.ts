import { constant as size } from "../../shapes/size.ts";
import type { Op } from "./op.ts";
import { entryCount } from "./shared/axes.ts";
import { commonEntries, REAL } from "./shared/entries.ts";
import { SOURCE_BRACKETS, sourceAxes, sourceGlyph } from "./shared/source.ts";

export const constant: Op = {
  name: "constant",
  title: "Constant",
  summary: "An array of one given number, or of one number per entry in row-major order.",
  family: "arrays",
  synonyms: ["fill", "full", "literal", "table"],
  brackets: SOURCE_BRACKETS,
  operands: [{ name: "value", repeated: { least: 1 } }],
  infer: (call, claims) => {
    const axes = sourceAxes("constant", call, claims);
    const count = call.operands.length;
    if (count > 1) {
      claims.equal(entryCount(axes), size(count), `\`constant\` lists ${count} numbers`);
    }
    const entries = commonEntries(call.operands.map((operand) => operand.entries)) ?? REAL;
    return {
      consumed: call.operands.map(() => []),
      results: [{ axes, entries }],
    };
  },
  glyph: (call) => {
    const [value] = call.operands;
    const single = call.operands.length === 1 ? value?.scalar : undefined;
    return sourceGlyph(call, single ?? "\\ldots");
  },
  spoken: (call) => (call.operands.length === 1 ? "constant" : `${call.operands.length} constants`),
  examples: [
    { given: "size n", text: "C[n] = constant[n](0.5)" },
    { given: "", text: "C[n=3] = constant[n=3](1, 0.5, 0.25)" },
  ],
};
