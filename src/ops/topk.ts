import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { keptEntries, REAL } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const topk: Op = {
  name: "topk",
  title: "Largest k",
  summary: "The largest entries along the target, and where they stood.",
  family: "along",
  synonyms: ["top-k", "top k", "router", "experts", "beam"],
  brackets: { targets: 1, results: 1, options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const [target] = call.targets;
    const [result] = call.results;
    if (target && result) {
      const says = `\`topk\` takes \`${result.name}\` entries out of \`${target.name}\``;
      claims.atLeast(target.size, result.size, says);
    }
    const positions = target ? ({ kind: "index", axis: target.name } as const) : REAL;
    return {
      consumed: [namesOf(call.targets)],
      results: [
        { axes: call.results, entries: keptEntries(call) },
        { axes: call.results, entries: positions },
      ],
    };
  },
  glyph: (call) => {
    const [into] = call.resultAxes;
    const number = into === undefined ? "" : `\\,${call.label(into)}`;
    return boxedGlyph(call, `\\mathrm{top}${number}`);
  },
  spoken: (call) => `largest ${listed(call.resultAxes)} along ${listed(call.targets)}`,
  examples: [{ given: "size k\ninput X[t e]", text: "w[t k], i[t k] of e = topk[e -> k](X)" }],
};
