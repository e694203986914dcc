import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { REAL, requireIndex } from "./shared/entries.ts";
import { overAxes } from "./shared/phrase.ts";

export const crossEntropy: Op = {
  name: "cross_entropy",
  title: "Cross entropy",
  summary: "For each item, minus the log of the probability that the logits give to its class.",
  family: "choice",
  synonyms: ["loss", "negative log likelihood", "nll", "perplexity"],
  brackets: { targets: 1, results: "none", sought: "first", options: {} },
  operands: [{ name: "logits" }, { name: "ids", entries: "index" }],
  infer: (call, claims) => {
    const [target] = call.targets;
    const ids = call.operands[1];
    if (target && ids) requireIndex("cross_entropy", { axis: target.name, array: ids }, claims);
    return { consumed: [namesOf(call.targets), []], results: [{ axes: [], entries: REAL }] };
  },
  glyph: (call) => boxedGlyph(call, "\\mathrm{CE}"),
  spoken: (call) => overAxes("cross entropy", call.targets),
  examples: [
    { given: "size v\ninput Y[t v], ids[t] of v", text: "L[t] = cross_entropy[v](Y, ids)" },
  ],
};
