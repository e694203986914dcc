import type { Op } from "./op.ts";
import { entryCount, namesOf } from "./shared/axes.ts";
import {
  GAIN_AND_BIAS,
  gainAndBias,
  normGlyph,
  normLayer,
  STATISTICS_OVER,
} from "./shared/norm-layer.ts";
import { listed, quoted } from "./shared/phrase.ts";

export const groupNorm: Op = {
  name: "group_norm",
  title: "Group norm",
  summary: "Brings groups of channels, with the axes after `over`, to mean 0 and variance 1.",
  family: "learned",
  synonyms: ["normalise", "groupnorm", "gn"],
  learned: true,
  brackets: {
    ...GAIN_AND_BIAS,
    options: {
      over: STATISTICS_OVER,
      groups: { takes: "size", initial: "1", meaning: "number of groups of channels" },
      ...GAIN_AND_BIAS.options,
    },
  },
  operands: [{ name: "X" }, { name: "weight", keyword: true }, { name: "bias", keyword: true }],
  numbers: [{ name: "eps", default: 1e-5 }],
  infer: (call, claims) => {
    const [groups] = call.options["groups"] ?? [];
    const channels = quoted(namesOf(call.targets));
    if (groups) {
      const says = `\`group_norm\` makes equal groups of ${channels}`;
      claims.divides(groups, entryCount(call.targets), says);
    } else {
      claims.fail("S05", "`group_norm` needs the number of its groups, as in `groups 32`.");
    }
    return normLayer("group_norm", call, claims);
  },
  weights: gainAndBias,
  glyph: (call) =>
    normGlyph(call, { letter: "\\mathrm{G}" }, [...call.targets, ...(call.over?.axes ?? [])]),
  spoken: (call) => {
    const over = call.over ? ` and ${listed(call.over.axes)}` : "";
    return `group norm over groups of ${listed(call.targets)}${over}`;
  },
  examples: [
    {
      given: "input X[b c=64 y x]",
      text: "Y[b c y x] = group_norm[c; over y x; groups 32](X)",
    },
    { given: "size g\ninput X[t c=8*g]", text: "Y[t c] = group_norm[c; groups g; plain](X)" },
  ],
};
