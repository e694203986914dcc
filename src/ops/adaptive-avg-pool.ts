import { pooling } from "../draw/forms/pooling.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const adaptiveAvgPool: Op = {
  name: "adaptive_avg_pool",
  title: "Adaptive average pool",
  summary: "Means over windows that are chosen so that as many come out as the results say.",
  family: "images",
  synonyms: ["adaptiveavgpool2d", "pooling", "global average"],
  brackets: { targets: "some", results: "some", options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const { targets, results } = call;
    if (targets.length !== results.length) {
      claims.fail("S05", "`adaptive_avg_pool` needs one axis after `->` for each in front.");
    }
    return {
      consumed: [namesOf(targets)],
      results: [{ axes: results, entries: REAL, places: namesOf(targets) }],
    };
  },
  glyph: (call) =>
    pooling({
      axes: drawnArrays(call)[0]?.axes ?? [],
      targets: call.targets,
      results: call.resultAxes,
      output: firstResult(call),
      kernel: "",
      text: "\\mathbb{E}",
      label: call.label,
    }),
  spoken: (call) =>
    `adaptive average pool of ${listed(call.targets)} to ${listed(call.resultAxes)}`,
  examples: [
    { given: "input X[c y x]", text: "Y[c h=7 w=7] = adaptive_avg_pool[y x -> h=7 w=7](X)" },
  ],
};
