import type { Axis } from "../../shapes/axis.ts";
import { add } from "../../shapes/size.ts";
import type { Claims, Op, OpCall } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { joinEntries } from "./shared/entries.ts";
import { joinedAlong } from "./shared/joined-along.ts";
import { fromInto } from "./shared/phrase.ts";

export const concat: Op = {
  name: "concat",
  title: "Concatenate",
  summary: "Puts arrays one after the other along an axis; the i-th target is that of the i-th.",
  family: "axes",
  synonyms: ["cat", "join", "append"],
  brackets: { targets: "some", results: 1, sought: "none", options: {} },
  operands: [{ name: "A", repeated: { least: 1 } }],
  infer: (call, claims) => {
    const targets = targetsByOperand(call, claims);
    const [result] = call.results;
    if (result && targets.length > 0) {
      const total = add(...targets.map((axis) => axis.size));
      claims.equal(result.size, total, `\`concat\` adds up sizes along \`${result.name}\``);
    }
    return {
      consumed: call.operands.map(({ shape }, i) =>
        namesOf(targets.slice(i, i + 1)).filter((name) => hasAxis(shape, name)),
      ),
      results: [{ axes: call.results, entries: joinEntries("concat", call, claims) }],
    };
  },
  glyph: (call) => joinedAlong(call, call.resultAxes[0] ?? ""),
  spoken: (call) => fromInto("concatenate", call.targets, call.resultAxes),
  examples: [
    { given: "input A[e], B[t d]", text: "C[t i=e+d] = concat[e d -> i](A, B)" },
    { given: "input A[t c], B[t c]", text: "C[t e=2*c] = concat[c -> e](A, B)" },
  ],
};

/** One target per operand; a single target stands for all of them. */
function targetsByOperand({ targets, operands }: OpCall, claims: Claims): readonly Axis[] {
  const [only] = targets;
  const all = targets.length === 1 && only ? operands.map(() => only) : targets;
  if (all.length !== operands.length) {
    claims.fail(
      "N03",
      `\`concat\` has ${targets.length} axes before \`->\` for ${operands.length} arrays.`,
    );
  }
  operands.forEach(({ shape }, i) => {
    const axis = all[i];
    if (axis && !hasAxis(shape, axis.name)) {
      claims.fail(
        "S01",
        `\`concat\` along \`${axis.name}\` needs it in its array number ${i + 1}.`,
        `axis ${axis.name}`,
      );
    }
  });
  return all;
}
