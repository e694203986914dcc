import type { Axis } from "../../shapes/axis.ts";
import { contraction } from "../draw/forms/contraction.ts";
import { elementwise } from "../draw/forms/elementwise.ts";
import type { Slab } from "../draw/slab.ts";
import type { Claims, DrawnCall, Op, OpCall } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { axesOf, drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { inTurn } from "./shared/in-turn.ts";
import { overAxes } from "./shared/phrase.ts";
import { factorTex } from "./shared/scalar-tex.ts";
import { shapeKept } from "./shared/shape-kept.ts";
import { sourceGlyph } from "./shared/source.ts";

export const dot: Op = {
  name: "dot",
  title: "Dot product",
  summary: "Multiplies arrays by axis name and sums over the given axes.",
  family: "products",
  symmetric: true,
  synonyms: ["einsum", "matmul", "@", "contraction", "inner product", "tensordot"],
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
      { kind: "one operand", callee: "sum" },
    );
  }
}

/** Cups for the targets; numbers among the operands are factors over the product. */
function dotGlyph(call: DrawnCall): Slab {
  const arrays = axesOf(drawnArrays(call));
  const output = firstResult(call);
  const factors = call.operands.flatMap(({ scalar }) => scalar ?? []).map(factorTex);
  const text = `\\ast ${factors.join(" ")}`;
  if (arrays.length === 0) return sourceGlyph(call, text);
  if (arrays.length === 1) {
    return shapeKept(call, (axes) => elementwise({ axes, text, role: "scale" }));
  }
  const product = contraction({ operands: arrays, output, closing: call.hole ?? "up" });
  return factors.length === 0
    ? product
    : inTurn(product, elementwise({ axes: output, text, role: "scale" }));
}
