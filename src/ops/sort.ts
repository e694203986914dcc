import type { Op } from "./op.ts";
import { keeping } from "./shared/along.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const sort: Op = {
  name: "sort",
  title: "Sort",
  summary: "Puts the entries along the target in order, the smallest first.",
  family: "along",
  synonyms: ["order", "ascending"],
  brackets: { targets: 1, results: "none", options: {} },
  operands: [{ name: "X" }],
  infer: (call) => keeping(call.targets, keptEntries(call)),
  glyph: (call) => boxedGlyph(call, "\\mathrm{sort}"),
  spoken: (call) => `sort along ${listed(call.targets)}`,
  examples: [{ given: "input X[t m]", text: "Y[t m] = sort[m](X)" }],
};
