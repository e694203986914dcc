import { flattenBar } from "../draw/forms/flatten-bar.ts";
import type { Op } from "./op.ts";
import { entryCount, namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { fromInto, quoted } from "./shared/phrase.ts";

export const merge: Op = {
  name: "merge",
  title: "Merge axes",
  summary: "Merges axes into one in row-major order, the first being the slowest.",
  family: "axes",
  synonyms: ["reshape", "view", "flatten", "heads"],
  brackets: { targets: "some", results: 1, options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const { targets, results } = call;
    claims.equal(
      entryCount(results),
      entryCount(targets),
      `\`merge\` makes ${quoted(namesOf(results))} of ${quoted(namesOf(targets))}`,
    );
    return {
      consumed: [namesOf(targets)],
      results: [{ axes: results, entries: keptEntries(call) }],
      factored: {
        way: "together",
        whole: namesOf(results).join(" "),
        parts: namesOf(targets),
      },
    };
  },
  glyph: (call) =>
    flattenBar({
      axes: drawnArrays(call)[0]?.axes ?? [],
      targets: call.targets,
      output: firstResult(call),
      label: call.label,
    }),
  spoken: (call) => fromInto("merge", call.targets, call.resultAxes),
  examples: [{ given: "input X[t h k]", text: "Y[t d=h*k] = merge[h k -> d](X)" }],
};
