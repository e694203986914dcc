import { constant } from "../../shapes/size.ts";
import type { Op } from "./op.ts";
import { joinEntries } from "./shared/entries.ts";
import { joinedAlong } from "./shared/joined-along.ts";
import { listed } from "./shared/phrase.ts";

export const stack: Op = {
  name: "stack",
  title: "Stack",
  summary: "Puts arrays side by side along a new axis, one position each.",
  family: "axes",
  synonyms: ["pack"],
  brackets: { targets: 1, results: "none", sought: "none", options: {} },
  operands: [{ name: "A", repeated: { least: 1 } }],
  infer: (call, claims) => {
    const count = call.operands.length;
    for (const axis of call.targets) {
      claims.equal(axis.size, constant(count), `\`stack\` puts ${count} arrays along it`);
    }
    return {
      consumed: call.operands.map(() => []),
      results: [{ axes: call.targets, entries: joinEntries("stack", call, claims) }],
    };
  },
  glyph: (call) => joinedAlong(call, call.targets[0] ?? ""),
  spoken: (call) => `stack along ${listed(call.targets)}`,
  examples: [{ given: "input A[n], B[n]", text: "C[n g=2] = stack[g](A, B)" }],
};
