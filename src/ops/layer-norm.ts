import type { Op } from "./op.ts";
import { GAIN_AND_BIAS, gainAndBias, normGlyph, normLayer } from "./shared/norm-layer.ts";
import { overAxes } from "./shared/phrase.ts";

export const layerNorm: Op = {
  name: "layer_norm",
  title: "Layer norm",
  summary: "Brings the targets to mean 0 and variance 1, then applies a learned gain and bias.",
  family: "learned",
  synonyms: ["normalise", "layernorm", "ln"],
  learned: true,
  brackets: GAIN_AND_BIAS,
  operands: [{ name: "X" }, { name: "weight", keyword: true }, { name: "bias", keyword: true }],
  numbers: [{ name: "eps", default: 1e-5 }],
  infer: (call, claims) => normLayer("layer_norm", call, claims),
  weights: gainAndBias,
  glyph: (call) => normGlyph(call, "diameter"),
  spoken: (call) => overAxes("layer norm", call.targets),
  examples: [
    { given: "input X[t m]", text: "Y[t m] = layer_norm[m](X)" },
    { given: "input X[t m]", text: "Y[t m] = layer_norm[m; plain](X, eps=1e-6)" },
  ],
};
