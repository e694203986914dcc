import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { REAL } from "./shared/entries.ts";
import { overAxes } from "./shared/phrase.ts";

export const kl: Op = {
  name: "kl",
  title: "Kullback–Leibler divergence",
  summary: "How far the first distribution along the target is from the second.",
  family: "choice",
  synonyms: ["loss", "relative entropy", "kl divergence", "distillation"],
  brackets: { targets: "some", results: "none", options: {} },
  operands: [{ name: "P" }, { name: "Q" }],
  infer: (call) => {
    const names = namesOf(call.targets);
    return { consumed: [names, names], results: [{ axes: [], entries: REAL }] };
  },
  glyph: (call) => boxedGlyph(call, "\\mathrm{KL}"),
  spoken: (call) => overAxes("kl divergence", call.targets),
  examples: [{ given: "input P[t v], Q[t v]", text: "D[t] = kl[v](P, Q)" }],
};
