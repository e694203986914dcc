import { reduction } from "../draw/forms/reduction.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { overAxes } from "./shared/phrase.ts";

export const sample: Op = {
  name: "sample",
  title: "Sample",
  summary: "Draws a position along the target at random, each as likely as its entry says.",
  family: "choice",
  synonyms: ["multinomial", "categorical", "draw", "random"],
  brackets: { targets: 1, results: "none", options: {} },
  operands: [{ name: "P" }],
  infer: (call) => {
    const [target] = call.targets;
    const entries = target ? ({ kind: "index", axis: target.name } as const) : REAL;
    return { consumed: [namesOf(call.targets)], results: [{ axes: [], entries }] };
  },
  glyph: (call) =>
    reduction({
      axes: drawnArrays(call)[0]?.axes ?? [],
      targets: call.targets,
      output: firstResult(call),
      text: "\\sim",
    }),
  spoken: (call) => overAxes("sample", call.targets),
  examples: [{ given: "input P[t v]", text: "I[t] of v = sample[v](P)" }],
};
