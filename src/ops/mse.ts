import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { REAL } from "./shared/entries.ts";
import { overAxes } from "./shared/phrase.ts";

export const mse: Op = {
  name: "mse",
  title: "Mean squared error",
  summary: "The mean over the targets of the squared differences of two arrays.",
  family: "choice",
  synonyms: ["loss", "l2 loss", "squared error", "regression"],
  commutes: true,
  brackets: { targets: "some", results: "none", options: {} },
  operands: [{ name: "A" }, { name: "B" }],
  infer: (call) => {
    const names = namesOf(call.targets);
    return { consumed: [names, names], results: [{ axes: [], entries: REAL }] };
  },
  glyph: (call) => boxedGlyph(call, "\\mathrm{MSE}"),
  spoken: (call) => overAxes("mean squared error", call.targets),
  examples: [{ given: "input A[b m], B[b m]", text: "L[b] = mse[m](A, B)" }],
};
