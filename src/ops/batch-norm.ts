import type { DrawnCall, Op } from "./op.ts";
import { drawnArrays } from "./shared/drawn-arrays.ts";
import { GAIN_AND_BIAS, gainAndBias, normGlyph, normLayer } from "./shared/norm-layer.ts";
import { overAxes } from "./shared/phrase.ts";

export const batchNorm: Op = {
  name: "batch_norm",
  title: "Batch norm",
  summary: "Brings each entry of the target to mean 0 and variance 1 over all other axes.",
  family: "learned",
  synonyms: ["normalise", "batchnorm", "batchnorm1d", "batchnorm2d", "bn"],
  learned: true,
  brackets: GAIN_AND_BIAS,
  operands: [{ name: "X" }, { name: "weight", keyword: true }, { name: "bias", keyword: true }],
  numbers: [{ name: "eps", default: 1e-5 }],
  infer: (call, claims) => normLayer("batch_norm", call, claims),
  weights: gainAndBias,
  glyph: (call) => {
    const axes = drawnArrays(call)[0]?.axes ?? [];
    return normGlyph(call, "empty", [...call.targets, ...shorterSide(axes, call)]);
  },
  spoken: (call) => overAxes("batch norm per", call.targets).replace("per over", "per"),
  examples: [
    { given: "input X[b c y x]", text: "Y[b c y x] = batch_norm[c](X)" },
    { given: "input X[y x n b]", text: "Y[y x n b] = batch_norm[n](X, eps=1e-3)" },
    { given: "input X[b n], g[n]", text: "Y[b n] = batch_norm[n; no_bias](X, weight=g)" },
  ],
};

/** Of the axes that the statistics run over, those that bend in: the fewer, as published. */
function shorterSide(
  axes: readonly string[],
  { targets, arity }: Pick<DrawnCall, "targets" | "arity">,
): readonly string[] {
  const first = axes.findIndex((axis) => targets.includes(axis));
  const others = (part: readonly string[]) => part.filter((axis) => !targets.includes(axis));
  const above = others(axes.slice(0, Math.max(0, first)));
  const below = others(axes.slice(first + 1));
  const count = (side: readonly string[]) =>
    side.reduce((sum, axis) => sum + (arity?.get(axis) ?? 1), 0);
  if (above.length === 0 || below.length === 0 || count(above) === count(below)) {
    return [...above, ...below];
  }
  return count(above) < count(below) ? above : below;
}
