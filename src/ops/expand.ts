import type { Op } from "./op.ts";
import { keptEntries } from "./shared/entries.ts";
import { newAxisGlyph } from "./shared/glyphs.ts";
import { listed } from "./shared/phrase.ts";

export const expand: Op = {
  name: "expand",
  title: "Expand",
  summary: "Repeats an array along new axes.",
  family: "axes",
  synonyms: ["repeat", "broadcast", "tile", "unsqueeze"],
  brackets: { targets: "some", results: "none", sought: "none", options: {} },
  operands: [{ name: "X" }],
  infer: (call) => ({
    consumed: [[]],
    results: [{ axes: call.targets, entries: keptEntries(call) }],
  }),
  glyph: (call) => newAxisGlyph(call),
  spoken: (call) => `expand along ${listed(call.targets)}`,
  examples: [{ given: "size n\ninput X[t m]", text: "Y[t m n] = expand[n](X)" }],
};
