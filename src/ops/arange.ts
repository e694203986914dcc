import type { Op } from "./op.ts";
import { REAL } from "./shared/entries.ts";
import { exactSourceAxes, SOURCE_BRACKETS, sourceGlyph } from "./shared/source.ts";

export const arange: Op = {
  name: "arange",
  title: "Positions",
  summary: "The positions 0, 1, 2, … along one axis, as indices of that axis.",
  family: "arrays",
  synonyms: ["range", "iota", "positions", "indices", "counter"],
  brackets: SOURCE_BRACKETS,
  operands: [],
  infer: (call, claims) => {
    const axes = exactSourceAxes({ form: "arange[t]", count: 1 }, call, claims);
    const [axis] = axes;
    return {
      consumed: [],
      results: [{ axes, entries: axis ? { kind: "index", axis: axis.name } : REAL }],
    };
  },
  glyph: (call) => sourceGlyph(call, "0\\ldots"),
  spoken: (call) => `positions along ${call.results[0]?.[0] ?? "an axis"}`,
  examples: [{ given: "size t", text: "P[t] of t = arange[t]()" }],
};
