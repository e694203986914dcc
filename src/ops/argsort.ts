import type { Op } from "./op.ts";
import { keeping } from "./shared/along.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { REAL } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const argsort: Op = {
  name: "argsort",
  title: "Positions in order",
  summary: "The positions along the target that put its entries in order, the smallest first.",
  family: "along",
  synonyms: ["order", "rank", "sort"],
  brackets: { targets: 1, results: "none", options: {} },
  operands: [{ name: "X" }],
  infer: (call) => {
    const [target] = call.targets;
    return keeping(call.targets, target ? { kind: "index", axis: target.name } : REAL);
  },
  glyph: (call) => boxedGlyph(call, "\\mathrm{argsort}"),
  spoken: (call) => `positions in order along ${listed(call.targets)}`,
  examples: [{ given: "input X[t m]", text: "Y[t m] of m = argsort[m](X)" }],
};
