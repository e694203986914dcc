import { constant, constantValue } from "../../shapes/size.ts";
import { splitting } from "../draw/forms/splitting.ts";
import type { Claims, Op, OpCall } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

export const unstack: Op = {
  name: "unstack",
  title: "Unstack",
  summary: "Gives one array for every position along an axis, which goes.",
  family: "axes",
  synonyms: ["unbind", "unpack", "gates"],
  arrays: "one a position",
  brackets: { targets: 1, results: "none", options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    matchCount(call, claims);
    const entries = keptEntries(call);
    return {
      consumed: [namesOf(call.targets)],
      results: Array.from({ length: call.wanted }, () => ({ axes: [], entries })),
    };
  },
  glyph: (call) =>
    splitting({
      axes: drawnArrays(call)[0]?.axes ?? [],
      axis: call.targets[0] ?? "",
      outputs: call.results,
      parts: call.results.map(() => undefined),
      label: call.label,
    }),
  spoken: (call) => `unstack along ${listed(call.targets)}`,
  examples: [
    { given: "input G[t g=2 n]", text: "a[t n], b[t n] = unstack[g](G)" },
    {
      given: "input G[g=4 n]",
      text: "a[n], f[n], z[n], o[n] = unstack[g](G)",
    },
  ],
};

function matchCount({ targets, wanted }: OpCall, claims: Claims): void {
  for (const axis of targets) {
    const known = constantValue(axis.size);
    if (known === undefined || known === BigInt(wanted)) {
      claims.equal(axis.size, constant(wanted), `\`unstack\` gives ${wanted} arrays`);
    } else {
      const names = wanted === 1 ? "1 name stands" : `${wanted} names stand`;
      claims.fail(
        "N07",
        `\`unstack[${axis.name}]\` gives ${known} arrays, but ${names} on the left.`,
        undefined,
        { kind: "results", gives: Number(known) },
      );
    }
  }
}
