import { diagonalPlace } from "../draw/forms/diagonal-place.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const diag: Op = {
  name: "diag",
  title: "Place on a diagonal",
  summary: "Makes a matrix with the entries on its diagonal and zeros beside it.",
  family: "products",
  synonyms: ["diagonal matrix", "diag_embed"],
  brackets: { targets: 1, results: "some", options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const [target] = call.targets;
    if (call.results.length < 2)
      claims.fail("S05", "`diag` needs two axes after `->` to run along.");
    for (const result of call.results) {
      if (target) claims.equal(result.size, target.size, "a diagonal runs along equal sizes");
    }
    return {
      consumed: [namesOf(call.targets)],
      results: [{ axes: call.results, entries: keptEntries(call) }],
    };
  },
  glyph: (call) =>
    diagonalPlace({
      axes: drawnArrays(call)[0]?.axes ?? [],
      target: call.targets[0] ?? "",
      results: call.resultAxes,
      output: firstResult(call),
      label: call.label,
    }),
  spoken: (call) => `place ${listed(call.targets)} on the diagonal of ${listed(call.resultAxes)}`,
  examples: [
    { given: "input X[b n]", text: "D[b n p=n] = diag[n -> n p](X)" },
    { given: "input X[n t]", text: "D[i=n j=n t] = diag[n -> i j](X)" },
  ],
};
