import type { Op } from "./op.ts";
import { overAxes } from "./shared/phrase.ts";
import { poolExamples, pooled, poolGlyph, poolOptions } from "./shared/pooled.ts";
import { WINDOW_OPTIONS } from "./shared/windows.ts";

export const maxPool: Op = {
  name: "max_pool",
  title: "Max pool",
  summary: "The largest entry of each window along the targets.",
  family: "images",
  synonyms: ["maxpool", "maxpool2d", "pooling", "downsample"],
  brackets: {
    targets: "some",
    results: "any",
    options: { ...poolOptions(), dilation: WINDOW_OPTIONS.dilation },
  },
  operands: [{ name: "X" }],
  infer: (call, claims) => pooled("max_pool", call, claims),
  glyph: (call) => poolGlyph(call, "\\mathrm{Max}"),
  spoken: (call) => overAxes("max pool", call.targets),
  examples: poolExamples("max_pool"),
};
