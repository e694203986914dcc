import { pentagon } from "../draw/forms/pentagon.ts";
import type { Op } from "./op.ts";
import { attached, drawnArrays } from "./shared/drawn-arrays.ts";
import { REAL, requireIndex } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const oneHot: Op = {
  name: "one_hot",
  title: "One hot",
  summary: "Turns each index into a vector that is 1 at that position and 0 elsewhere.",
  family: "axes",
  synonyms: ["onehot", "indicator", "dummy"],
  brackets: { targets: 1, results: "none", sought: "none", options: {} },
  operands: [{ name: "ids", entries: "index" }],
  infer: (call, claims) => {
    const [ids] = call.operands;
    const [axis] = call.targets;
    if (ids && axis) requireIndex("one_hot", { axis: axis.name, array: ids }, claims);
    return { consumed: [[]], results: [{ axes: call.targets, entries: REAL }] };
  },
  glyph: (call) =>
    pentagon({
      inputs: attached(drawnArrays(call)),
      outputs: call.results,
      texts: ["1"],
      points: "left",
      label: call.label,
    }),
  spoken: (call) => `one hot along ${listed(call.targets)}`,
  examples: [{ given: "size v\ninput ids[t] of v", text: "X[t v] = one_hot[v](ids)" }],
};
