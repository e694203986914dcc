import { triangle } from "../draw/forms/triangle.ts";
import type { Op } from "./op.ts";
import { ALONG_BRACKETS, along } from "./shared/along.ts";
import { overAxes } from "./shared/phrase.ts";
import { shapeKept } from "./shared/shape-kept.ts";

export const softmax: Op = {
  name: "softmax",
  title: "Softmax",
  summary: "Turns entries into weights that are positive and sum to one along the targets.",
  family: "along",
  synonyms: ["attention", "probabilities", "normalise"],
  brackets: ALONG_BRACKETS,
  operands: [{ name: "S" }],
  infer: along,
  glyph: (call) => shapeKept(call, (axes) => triangle({ axes, targets: call.targets })),
  spoken: (call) => overAxes("softmax", call.targets),
  examples: [
    { given: "input S[y x h]", text: "A[y x h] = softmax[x](S)" },
    { given: "input S[b y x]", text: "A[b y x] = softmax[y x](S)" },
  ],
};
