import type { Op } from "./op.ts";
import {
  GAIN_AND_BIAS,
  gainAndBias,
  normGlyph,
  normLayer,
  STATISTICS_OVER,
} from "./shared/norm-layer.ts";
import { listed } from "./shared/phrase.ts";

export const instanceNorm: Op = {
  name: "instance_norm",
  title: "Instance norm",
  summary: "Brings each channel by itself to mean 0 and variance 1 over the axes after `over`.",
  family: "learned",
  synonyms: ["normalise", "instancenorm"],
  learned: true,
  brackets: {
    ...GAIN_AND_BIAS,
    options: { over: { ...STATISTICS_OVER, initial: "?" }, ...GAIN_AND_BIAS.options },
  },
  operands: [{ name: "X" }, { name: "weight", keyword: true }, { name: "bias", keyword: true }],
  numbers: [{ name: "eps", default: 1e-5 }],
  infer: (call, claims) => {
    if (!call.over) {
      const title = "`instance_norm` needs the axes of its statistics, as in `over y x`.";
      claims.fail("S05", title);
    }
    return normLayer("instance_norm", call, claims);
  },
  weights: gainAndBias,
  glyph: (call) =>
    normGlyph(call, { letter: "\\mathrm{I}" }, [...call.targets, ...(call.over?.axes ?? [])]),
  spoken: (call) =>
    `instance norm of ${listed(call.targets)} over ${listed(call.over?.axes ?? [])}`,
  examples: [
    { given: "input X[b c y x]", text: "Y[b c y x] = instance_norm[c; over y x](X)" },
    { given: "input X[t c]", text: "Y[t c] = instance_norm[c; over t; plain](X)" },
  ],
};
