import { triangle } from "../draw/forms/triangle.ts";
import type { Op } from "./op.ts";
import { ALONG_BRACKETS, along } from "./shared/along.ts";
import { overAxes } from "./shared/phrase.ts";
import { shapeKept } from "./shared/shape-kept.ts";

export const l2Normalize: Op = {
  name: "l2_normalize",
  title: "L2 normalise",
  summary:
    "Divides by the root of the sum of squares along the targets, or by eps if that is more.",
  family: "along",
  synonyms: ["normalize", "unit length", "cosine", "F.normalize"],
  brackets: ALONG_BRACKETS,
  operands: [{ name: "X" }],
  numbers: [{ name: "eps", default: 1e-12 }],
  infer: along,
  glyph: (call) =>
    shapeKept(call, (axes) => triangle({ axes, targets: call.targets, inside: "root" })),
  spoken: (call) => overAxes("L2 normalise", call.targets),
  examples: [
    { given: "input X[t m]", text: "Y[t m] = l2_normalize[m](X)" },
    { given: "input X[t m]", text: "Y[t m] = l2_normalize[m](X, eps=1e-6)" },
  ],
};
