import { bead } from "../draw/forms/relabel.ts";
import type { Op } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { relabelled } from "./shared/relabelled.ts";

export const rename: Op = {
  name: "rename",
  title: "Rename",
  summary: "Gives axes other names, so that they count as different axes of the same sizes.",
  family: "axes",
  synonyms: ["alias", "relabel"],
  renames: true,
  brackets: { targets: "some", results: "some", options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const { targets, results } = call;
    if (targets.length !== results.length) {
      claims.fail("S05", "`rename` needs as many axes after `->` as before it.");
    }
    targets.forEach((target, i) => {
      const result = results[i];
      if (result) claims.equal(result.size, target.size, `\`rename\` keeps the size of axes`);
    });
    return {
      consumed: [namesOf(targets)],
      results: [{ axes: results, entries: keptEntries(call) }],
    };
  },
  glyph: (call) => bead(relabelled(call)),
  spoken: (call) => `rename ${listed(call.targets)} to ${listed(call.resultAxes)}`,
  examples: [
    { given: "input X[t n]", text: "Y[t p=n] = rename[n -> p](X)" },
    { given: "input X[H W c]", text: "Y[y=H x=W c] = rename[H W -> y x](X)" },
  ],
};
