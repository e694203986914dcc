import { hexagon } from "../draw/forms/relabel.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { relabelled } from "./shared/relabelled.ts";

export const shift: Op = {
  name: "shift",
  title: "Shift",
  summary: "Moves the entries along an axis to later positions and fills up from the front.",
  family: "axes",
  synonyms: ["roll", "delay", "offset"],
  brackets: {
    targets: 1,
    results: "none",
    options: {
      by: { takes: "size", meaning: "number of positions, 1 unless given" },
      circular: { takes: "flag", meaning: "fill from the other end" },
      reflect: { takes: "flag", meaning: "fill by reflection at the edge" },
    },
  },
  operands: [{ name: "X" }],
  numbers: [{ name: "fill", default: 0 }],
  infer: (call) => ({
    consumed: [namesOf(call.targets)],
    results: [{ axes: call.targets, entries: keptEntries(call) }],
  }),
  glyph: (call) => {
    const [by = "1"] = call.options["by"] ?? [];
    return hexagon({ ...relabelled(call), text: by.startsWith("-") ? by : `+${by}` });
  },
  spoken: (call) => `shift along ${listed(call.targets)}`,
  examples: [
    { given: "input X[t m]", text: "Y[t m] = shift[t; by 1](X)" },
    { given: "input X[t m]", text: "Y[t m] = shift[t; by -1; circular](X)" },
  ],
};
