import { ONE } from "../../shapes/polynomial.ts";
import { expand as expandForm } from "../draw/forms/expand.ts";
import type { Op } from "./op.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const unsqueeze: Op = {
  name: "unsqueeze",
  title: "Unsqueeze",
  summary: "Adds axes of length 1; no entry changes.",
  family: "axes",
  synonyms: ["add axis", "new axis"],
  brackets: { targets: "some", results: "none", sought: "none", options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    for (const { size } of call.targets) {
      claims.equal(size, ONE, "an axis that is added without entries has length 1");
    }
    return { consumed: [[]], results: [{ axes: call.targets, entries: keptEntries(call) }] };
  },
  glyph: (call) =>
    expandForm({
      axes: drawnArrays(call)[0]?.axes ?? [],
      output: firstResult(call),
      label: call.label,
      start: "arrow",
    }),
  spoken: (call) => `unsqueeze ${listed(call.targets)}`,
  examples: [{ given: "input X[t]", text: "Y[t u=1] = unsqueeze[u=1](X)" }],
};
