import { add, constant } from "../../shapes/size.ts";
import { hexagon } from "../draw/forms/relabel.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { relabelled } from "./shared/relabelled.ts";

export const pad: Op = {
  name: "pad",
  title: "Pad",
  summary: "Adds positions before and after an axis, filled with a value or from the array itself.",
  family: "axes",
  synonyms: ["border", "extend"],
  brackets: {
    targets: 1,
    results: 1,
    options: {
      before: { takes: "size", meaning: "positions added in front, 0 unless given" },
      after: { takes: "size", meaning: "positions added at the end, 0 unless given" },
      circular: { takes: "flag", meaning: "fill from the other end" },
      reflect: { takes: "flag", meaning: "fill by reflection at the edge" },
    },
  },
  operands: [{ name: "X" }],
  numbers: [{ name: "value", default: 0 }],
  infer: (call, claims) => {
    const [target] = call.targets;
    const [result] = call.results;
    const before = call.options["before"]?.[0] ?? constant(0);
    const after = call.options["after"]?.[0] ?? constant(0);
    if (target && result) {
      const total = add(target.size, before, after);
      claims.equal(result.size, total, `\`pad\` lengthens \`${target.name}\``);
    }
    if (target && call.options["reflect"]) {
      for (const border of [before, after]) {
        const least = add(border, constant(1));
        claims.atLeast(target.size, least, "a reflection does not reach past the other edge");
      }
    }
    return {
      consumed: [namesOf(call.targets)],
      results: [{ axes: call.results, entries: keptEntries(call) }],
    };
  },
  glyph: (call) => {
    const [before = "0"] = call.options["before"] ?? [];
    const [after = "0"] = call.options["after"] ?? [];
    return hexagon({ ...relabelled(call), text: `${before}{+}${after}` });
  },
  spoken: (call) => `pad ${listed(call.targets)}`,
  examples: [
    { given: "input X[t m]", text: "Y[s=t+1 m] = pad[t -> s; before 1](X)" },
    {
      given: "input X[t m]",
      text: "Y[s=t+4 m] = pad[t -> s; before 2; after 2](X, value=1)",
    },
  ],
};
