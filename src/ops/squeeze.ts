import { ONE } from "../../shapes/polynomial.ts";
import { reduction as reductionForm } from "../draw/forms/reduction.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const squeeze: Op = {
  name: "squeeze",
  title: "Squeeze",
  summary: "Takes axes of length 1 away; no entry changes.",
  family: "axes",
  synonyms: ["drop axis", "remove axis"],
  brackets: { targets: "some", results: "none", options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    for (const { size } of call.targets) {
      claims.equal(size, ONE, "only an axis of length 1 can be squeezed");
    }
    return {
      consumed: [namesOf(call.targets)],
      results: [{ axes: [], entries: keptEntries(call) }],
    };
  },
  glyph: (call) =>
    reductionForm({
      axes: drawnArrays(call)[0]?.axes ?? [],
      targets: call.targets,
      output: firstResult(call),
      end: "arrow",
    }),
  spoken: (call) => `squeeze ${listed(call.targets)}`,
  examples: [{ given: "input X[t u=1]", text: "Y[t] = squeeze[u](X)" }],
};
