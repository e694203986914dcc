import { mask } from "../draw/forms/mask.ts";
import type { Op } from "./op.ts";
import { firstResult } from "./shared/drawn-arrays.ts";
import { BOOL } from "./shared/entries.ts";
import { exactSourceAxes, SOURCE_BRACKETS } from "./shared/source.ts";

export const causal: Op = {
  name: "causal",
  title: "Causal mask",
  summary: "True where the position along the second axis is not after that along the first.",
  family: "arrays",
  synonyms: ["mask", "tril", "triangular", "autoregressive"],
  brackets: SOURCE_BRACKETS,
  operands: [],
  infer: (call, claims) => ({
    consumed: [],
    results: [
      { axes: exactSourceAxes({ form: "causal[y x]", count: 2 }, call, claims), entries: BOOL },
    ],
  }),
  glyph: (call) => mask({ axes: firstResult(call), label: call.label }),
  spoken: (call) => {
    const [later = "the first axis", earlier = "the second"] = call.results[0] ?? [];
    return `causal mask, ${earlier} up to ${later}`;
  },
  examples: [{ given: "size y, x", text: "M[y x] of bool = causal[y x]()" }],
};
