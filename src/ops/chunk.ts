import { add, constant, multiply, subtract } from "../../shapes/size.ts";
import { splitting } from "../draw/forms/splitting.ts";
import type { Claims, Op, OpCall } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays } from "./shared/drawn-arrays.ts";
import { keptEntries } from "./shared/entries.ts";
import { fromInto } from "./shared/phrase.ts";

export const chunk: Op = {
  name: "chunk",
  title: "Cut into parts",
  summary:
    "Cuts an axis into parts one after the other, an array each; open sizes are equal shares.",
  family: "axes",
  synonyms: ["split", "partition", "tensor_split", "unconcat"],
  arrays: "one a result",
  brackets: { targets: 1, results: "some", repeats: true, options: {} },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    const { targets, results, wanted } = call;
    if (wanted !== results.length) {
      const arrays = results.length === 1 ? "1 array" : `${results.length} arrays`;
      const names = wanted === 1 ? "1 name stands" : `${wanted} names stand`;
      const title = `\`chunk\` gives ${arrays}, but ${names} on the left.`;
      claims.fail("N07", title, undefined, { kind: "results", gives: results.length });
    }
    shareOut(call, claims);
    const entries = keptEntries(call);
    return {
      consumed: [namesOf(targets)],
      results: results.map((axis) => ({ axes: [axis], entries })),
    };
  },
  glyph: (call) =>
    splitting({
      axes: drawnArrays(call)[0]?.axes ?? [],
      axis: call.targets[0] ?? "",
      outputs: call.results,
      parts: call.results.map((_, i) => call.resultAxes[i]),
      label: call.label,
    }),
  spoken: (call) => fromInto("cut", call.targets, [...new Set(call.resultAxes)]),
  examples: [
    { given: "size a, b\ninput X[t c=a+b]", text: "A[t a], B[t b] = chunk[c -> a b](X)" },
    { given: "size m\ninput X[t c=3*m]", text: "Q[t m], K[t m], V[t m] = chunk[c -> m m m](X)" },
  ],
};

/** The parts make up the whole; those whose size nothing says share what the others leave. */
function shareOut({ targets, results }: OpCall, claims: Claims): void {
  const [whole] = targets;
  if (!whole) return;
  const open = results.filter((axis) => claims.isOpen(axis.size));
  const fixed = results.filter((axis) => !claims.isOpen(axis.size));
  const says = `the parts make up \`${whole.name}\``;
  const distinct = new Set(namesOf(open));
  if (distinct.size > 1) {
    const left = subtract(whole.size, add(...fixed.map((axis) => axis.size)));
    for (const axis of open) {
      claims.equal(multiply(constant(open.length), axis.size), left, says);
    }
    return;
  }
  claims.equal(whole.size, add(...results.map((axis) => axis.size)), says);
}
