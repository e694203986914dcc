import type { Op } from "./op.ts";
import { keeping } from "./shared/along.ts";
import { namesOf } from "./shared/axes.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { floatGlyph } from "./shared/elementwise.ts";
import { REAL } from "./shared/entries.ts";
import { usedUp } from "./shared/given-array.ts";
import { listed } from "./shared/phrase.ts";

export const prelu: Op = {
  name: "prelu",
  title: "PReLU",
  summary: "A rectifier with a learned slope for negative entries, one for each of the targets.",
  family: "learned",
  synonyms: ["activation", "leaky"],
  learned: true,
  brackets: { targets: "any", results: "none", options: {} },
  operands: [{ name: "X" }, { name: "weight", keyword: true }],
  infer: (call, claims) => {
    const { consumed, results } = keeping(call.targets, REAL);
    const { weight } = call.keywords;
    const names = namesOf(call.targets);
    const given =
      weight && usedUp({ callee: "prelu", keyword: "weight", array: weight }, names, claims);
    return { consumed: [...consumed, ...(given ? [given] : [])], results };
  },
  weights: ({ targets, keywords }) =>
    keywords["weight"] ? [] : [{ name: "weight", axes: targets }],
  glyph: (call) =>
    call.keywords["weight"] ? boxedGlyph(call, "\\mathrm{prelu}") : floatGlyph(call, "\\mathbf{R}"),
  spoken: (call) => `prelu${call.targets.length > 0 ? ` per ${listed(call.targets)}` : ""}`,
  examples: [
    { given: "input X[c y x]", text: "Y[c y x] = prelu[c](X)" },
    { given: "input X[t m]", text: "Y[t m] = prelu[](X)" },
    { given: "input X[t c], a[c]", text: "Y[t c] = prelu[c](X, weight=a)" },
  ],
};
