import { selfCup } from "../draw/forms/self-cup.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const trace: Op = {
  name: "trace",
  title: "Trace",
  summary: "The sum of the entries whose positions along both targets are equal.",
  family: "products",
  synonyms: ["diagonal sum", "spur"],
  brackets: { targets: 2, results: "none", options: {} },
  operands: [{ name: "A" }],
  infer: (call, claims) => {
    const [row, column] = call.targets;
    if (row && column) claims.equal(row.size, column.size, "a trace is taken of a square matrix");
    return { consumed: [namesOf(call.targets)], results: [{ axes: [], entries: REAL }] };
  },
  glyph: (call) =>
    selfCup({
      axes: drawnArrays(call)[0]?.axes ?? [],
      targets: call.targets,
      output: firstResult(call),
    }),
  spoken: (call) => `trace over ${listed(call.targets)}`,
  examples: [
    { given: "input A[b n p=n]", text: "s[b] = trace[n p](A)" },
    { given: "input A[n t p=n m]", text: "s[t m] = trace[n p](A)" },
  ],
};
