import { hexagon } from "../draw/forms/relabel.ts";
import type { Op } from "./op.ts";
import { ALONG_BRACKETS, keeping } from "./shared/along.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { relabelled } from "./shared/relabelled.ts";

export const flip: Op = {
  name: "flip",
  title: "Flip",
  summary: "Turns round the order of the entries along the targets.",
  family: "along",
  synonyms: ["reverse", "mirror", "backwards"],
  brackets: ALONG_BRACKETS,
  operands: [{ name: "X" }],
  infer: (call) => keeping(call.targets, keptEntries(call)),
  glyph: (call) => {
    const [first] = call.targets;
    const isOne = call.targets.length === 1 && first !== undefined;
    return hexagon({ ...relabelled(call), text: isOne ? `-${call.label(first)}` : "-" });
  },
  spoken: (call) => `flip ${listed(call.targets)}`,
  examples: [
    { given: "input X[b t m]", text: "Y[b t m] = flip[t](X)" },
    { given: "input X[y b x]", text: "Y[y b x] = flip[y x](X)" },
  ],
};
