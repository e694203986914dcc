import { flattenBar } from "../draw/forms/flatten-bar.ts";
import type { Op } from "./op.ts";
import { entryCount, namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { fromInto, quoted } from "./shared/phrase.ts";

export const split: Op = {
  name: "split",
  title: "Split an axis",
  summary: "Splits one axis into several in row-major order, the first being the slowest.",
  family: "axes",
  synonyms: ["reshape", "view", "unflatten", "heads"],
  brackets: { targets: 1, results: "some", options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const { targets, results } = call;
    claims.equal(
      entryCount(targets),
      entryCount(results),
      `\`split\` makes ${quoted(namesOf(results))} of ${quoted(namesOf(targets))}`,
    );
    return {
      consumed: [namesOf(targets)],
      results: [{ axes: results, entries: keptEntries(call) }],
      factored: {
        way: "apart",
        whole: namesOf(targets).join(" "),
        parts: namesOf(results),
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
  spoken: (call) => fromInto("split", call.targets, call.resultAxes),
  examples: [
    { given: "size k, h\ninput X[t d=k*h]", text: "Y[t h k] = split[d -> h k](X)" },
    { given: "size k, h = 8\ninput X[t d=k*h]", text: "Y[t h e=k] = split[d -> h e](X)" },
  ],
};
