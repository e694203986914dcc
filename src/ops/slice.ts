import { ceilDivide, constant, type Size, subtract } from "../../shapes/size.ts";
import { hexagon } from "../draw/forms/relabel.ts";
import type { Claims, Op, OpCall } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { positive } from "./shared/positive.ts";
import { relabelled } from "./shared/relabelled.ts";

export const slice: Op = {
  name: "slice",
  title: "Slice",
  summary: "Keeps the positions of an axis from one to before another, by steps.",
  family: "axes",
  synonyms: ["crop", "narrow", "take", "subset"],
  brackets: {
    targets: 1,
    results: 1,
    options: {
      from: { takes: "size", meaning: "first position, 0 unless given" },
      to: { takes: "size", meaning: "position after the last, the end unless given" },
      step: { takes: "size", meaning: "distance of the positions, 1 unless given" },
    },
  },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const [target] = call.targets;
    const [result] = call.results;
    if (target && result) {
      const { from, to, step } = boundsOf(call, target.size, claims);
      claims.atLeast(from, constant(0), "`from` counts from 0");
      claims.atLeast(target.size, to, `\`to\` lies within \`${target.name}\``);
      claims.atLeast(subtract(to, from), constant(1), "a slice has at least one position");
      claims.equal(
        result.size,
        ceilDivide(subtract(to, from), step),
        `\`slice\` takes part of \`${target.name}\``,
      );
    }
    return {
      consumed: [namesOf(call.targets)],
      results: [{ axes: call.results, entries: keptEntries(call) }],
    };
  },
  glyph: (call) => {
    const [from = "0"] = call.options["from"] ?? [];
    const [to = ""] = call.options["to"] ?? [];
    return hexagon({ ...relabelled(call), text: `${from}{:}${to}` });
  },
  spoken: (call) => `slice of ${listed(call.targets)}`,
  examples: [
    { given: "input X[t m]", text: "Y[s=t-1 m] = slice[t -> s; from 1](X)" },
    {
      given: "input X[t=8 m]",
      text: "Y[s=3 m] = slice[t -> s; from 0; to 6; step 2](X)",
    },
  ],
};

function boundsOf(call: OpCall, size: Size, claims: Claims): Record<"from" | "to" | "step", Size> {
  return {
    from: call.options["from"]?.[0] ?? constant(0),
    to: call.options["to"]?.[0] ?? size,
    step: positive(call.options["step"]?.[0] ?? constant(1), "The step of `slice`", claims),
  };
}
