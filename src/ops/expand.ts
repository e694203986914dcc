import { expand as expandForm } from "../draw/forms/expand.ts";
import type { Op } from "./op.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const expand: Op = {
  name: "expand",
  title: "Expand",
  summary: "Repeats an array along new axes.",
  family: "axes",
  synonyms: ["repeat", "broadcast", "tile"],
  brackets: { targets: "some", results: "none", sought: "none", options: {} },
  operands: [{ name: "X" }],
  infer: (call) => ({
    consumed: [[]],
    results: [{ axes: call.targets, entries: keptEntries(call) }],
  }),
  glyph: (call) =>
    expandForm({
      axes: drawnArrays(call)[0]?.axes ?? [],
      output: firstResult(call),
      label: call.label,
    }),
  spoken: (call) => `expand along ${listed(call.targets)}`,
  examples: [{ given: "size n\ninput X[t m]", text: "Y[t m n] = expand[n](X)" }],
};
