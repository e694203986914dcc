import { diagonal as diagonalForm } from "../draw/forms/diagonal.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const diagonal: Op = {
  name: "diagonal",
  title: "Diagonal",
  summary: "Reads the entries whose positions along all the targets are equal.",
  family: "products",
  synonyms: ["diag", "trace"],
  brackets: { targets: "some", results: 1, options: {} },
  operands: [{ name: "A" }],
  infer: (call, claims) => {
    const { targets, results } = call;
    if (targets.length < 2) claims.fail("S05", "`diagonal` needs two axes to run along.");
    const [result] = results;
    for (const target of targets) {
      if (result) claims.equal(target.size, result.size, "a diagonal runs along equal sizes");
    }
    return {
      consumed: [namesOf(targets)],
      results: [{ axes: results, entries: keptEntries(call) }],
    };
  },
  glyph: (call) =>
    diagonalForm({
      axes: drawnArrays(call)[0]?.axes ?? [],
      targets: call.targets,
      result: call.resultAxes[0] ?? "",
      output: firstResult(call),
      label: call.label,
    }),
  spoken: (call) => `diagonal of ${listed(call.targets)}`,
  examples: [{ given: "input A[b n p=n]", text: "D[b n] = diagonal[n p -> n](A)" }],
};
