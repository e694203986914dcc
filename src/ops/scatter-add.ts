import type { Op } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { REAL, requireIndex } from "./shared/entries.ts";
import { fromInto } from "./shared/phrase.ts";

export const scatterAdd: Op = {
  name: "scatter_add",
  title: "Scatter and add",
  summary: "Adds every entry to the place that an array of positions names.",
  family: "axes",
  synonyms: ["index_add", "segment sum", "message passing", "histogram", "bincount"],
  brackets: { targets: 1, results: 1, sought: "each", options: {} },
  operands: [{ name: "X" }, { name: "I", entries: "index" }],
  infer: (call, claims) => {
    const [into] = call.results;
    const positions = call.operands[1];
    if (into && positions)
      requireIndex("scatter_add", { axis: into.name, array: positions }, claims);
    const gone = namesOf(call.targets);
    return {
      consumed: call.operands.map(({ shape }) => gone.filter((name) => hasAxis(shape, name))),
      results: [{ axes: call.results, entries: REAL }],
    };
  },
  glyph: (call) => boxedGlyph(call, "\\Sigma_{[\\cdot]}"),
  spoken: (call) => fromInto("scatter and add", call.targets, call.resultAxes),
  examples: [
    { given: "size n\ninput X[e d], I[e] of n", text: "Y[n d] = scatter_add[e -> n](X, I)" },
  ],
};
