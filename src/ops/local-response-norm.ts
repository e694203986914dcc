import { circle } from "../draw/forms/circle.ts";
import type { Op } from "./op.ts";
import { along } from "./shared/along.ts";
import { overAxes } from "./shared/phrase.ts";
import { positive } from "./shared/positive.ts";
import { shapeKept } from "./shared/shape-kept.ts";

export const localResponseNorm: Op = {
  name: "local_response_norm",
  title: "Local response norm",
  summary: "Divides each channel by what its neighbours along the target amount to.",
  family: "along",
  synonyms: ["lrn", "localresponsenorm", "lateral inhibition", "alexnet"],
  brackets: {
    targets: 1,
    results: "none",
    options: {
      size: { takes: "size", initial: "5", meaning: "number of neighbours, itself among them" },
    },
  },
  operands: [{ name: "X" }],
  numbers: [
    { name: "alpha", default: 1e-4 },
    { name: "beta", default: 0.75 },
    { name: "k", default: 1 },
  ],
  infer: (call, claims) => {
    const [size] = call.options["size"] ?? [];
    if (size) positive(size, "The size of `local_response_norm`", claims);
    else claims.fail("S05", "`local_response_norm` needs its size, as in `size 5`.");
    return along(call);
  },
  glyph: (call) => {
    const { targets } = call;
    return shapeKept(call, (axes) => circle({ axes, targets, inside: { letter: "\\mathrm{R}" } }));
  },
  spoken: (call) => overAxes("local response norm", call.targets),
  examples: [
    { given: "input X[c y x]", text: "Y[c y x] = local_response_norm[c; size 5](X, k=2)" },
  ],
};
