import type { Op } from "./op.ts";
import { overAxes } from "./shared/phrase.ts";
import { poolExamples, pooled, poolGlyph, poolOptions } from "./shared/pooled.ts";

export const avgPool: Op = {
  name: "avg_pool",
  title: "Average pool",
  summary: "The mean of each window along the targets; padding counts as zeros.",
  family: "images",
  synonyms: ["avgpool", "avgpool2d", "pooling", "mean pool", "downsample"],
  brackets: { targets: "some", results: "any", options: poolOptions() },
  operands: [{ name: "X" }],
  infer: (call, claims) => pooled("avg_pool", call, claims),
  glyph: (call) => poolGlyph(call, "\\mathbb{E}"),
  spoken: (call) => overAxes("average pool", call.targets),
  examples: poolExamples("avg_pool"),
};
