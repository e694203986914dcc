import type { Axis } from "../../shapes/axis.ts";
import type { Claims, Op, OpCall } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { REAL } from "./shared/entries.ts";
import { dotGlyph } from "./shared/glyphs.ts";
import { overAxes } from "./shared/phrase.ts";

export const dot: Op = {
  name: "dot",
  title: "Dot product",
  summary: "Multiplies arrays by axis name and sums over the given axes.",
  family: "products",
  synonyms: ["einsum", "matmul", "contraction", "inner product", "tensordot"],
  brackets: { targets: "any", results: "none", sought: "none", options: {} },
  operands: [{ name: "A", repeated: { least: 2 } }],
  infer: (call, claims) => {
    for (const target of call.targets) demandPair(call, target, claims);
    return {
      consumed: call.operands.map((operand) =>
        namesOf(call.targets).filter((name) => hasAxis(operand.shape, name)),
      ),
      results: [{ axes: [], entries: REAL }],
    };
  },
  glyph: dotGlyph,
  spoken: (call) => (call.targets.length > 0 ? overAxes("dot product", call.targets) : "product"),
  examples: [
    { given: "input Q[y k h], K[x k h]", text: "S[y x h] = dot[k](Q, K)" },
    { given: "input A[i k], B[i k h]", text: "S[h] = dot[i k](A, B)" },
    { given: "input A[i k], B[k j], C[k]", text: "S[i j] = dot[k](A, B, C)" },
    { given: "input A[i], B[j]", text: "P[i j] = dot(A, B)" },
  ],
};

function demandPair(call: OpCall, target: Axis, claims: Claims): void {
  const having = call.operands.filter((operand) => hasAxis(operand.shape, target.name)).length;
  const { name } = target;
  if (having === 0) {
    claims.fail("S01", `\`dot\` over \`${name}\` finds \`${name}\` in no operand.`, `axis ${name}`);
  }
  if (having === 1) {
    claims.fail(
      "S01",
      `\`dot\` over \`${name}\` needs it in two operands; use \`sum[${name}]\` for one.`,
      `axis ${name}`,
    );
  }
}
