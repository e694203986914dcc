import type { Op } from "./op.ts";
import { floatGlyph } from "./shared/elementwise.ts";
import { REAL } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const asIndex: Op = {
  name: "as_index",
  title: "As positions",
  summary: "Takes whole numbers from 0 on as positions along an axis.",
  family: "axes",
  synonyms: ["cast", "ids", "long"],
  brackets: { targets: 1, results: "none", sought: "none", options: {} },
  operands: [{ name: "X", entries: "real" }],
  infer: (call) => {
    const [target] = call.targets;
    const entries = target ? ({ kind: "index", axis: target.name } as const) : REAL;
    return { consumed: [[]], results: [{ axes: [], entries }] };
  },
  glyph: (call) => floatGlyph(call, `\\in ${call.label(call.targets[0] ?? "")}`),
  spoken: (call) => `as positions along ${listed(call.targets)}`,
  examples: [{ given: "size v\ninput X[t] of int", text: "I[t] of v = as_index[v](X)" }],
};
