import type { Op } from "./op.ts";
import { GAIN_ONLY, normGlyph, normLayer } from "./shared/norm-layer.ts";
import { overAxes } from "./shared/phrase.ts";

export const rmsNorm: Op = {
  name: "rms_norm",
  title: "RMS norm",
  summary: "Divides by the root mean square over the targets, then applies a learned gain.",
  family: "learned",
  synonyms: ["normalise", "rmsnorm"],
  learned: true,
  brackets: GAIN_ONLY,
  operands: [{ name: "X" }, { name: "weight", keyword: true }],
  numbers: [{ name: "eps", default: 1e-5 }],
  infer: (call, claims) => normLayer("rms_norm", call, claims),
  weights: ({ targets, options, keywords }) =>
    options["plain"] || keywords["weight"] ? [] : [{ name: "weight", axes: targets }],
  glyph: (call) => normGlyph(call, "rms"),
  spoken: (call) => overAxes("RMS norm", call.targets),
  examples: [
    { given: "input X[t m]", text: "Y[t m] = rms_norm[m](X)" },
    { given: "input X[t m], g[m]", text: "Y[t m] = rms_norm[m](X, weight=g)" },
  ],
};
