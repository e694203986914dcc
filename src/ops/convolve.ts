import { contraction } from "../draw/forms/contraction.ts";
import { unfold } from "../draw/forms/unfold.ts";
import type { Slab } from "../draw/slab.ts";
import type { DrawnCall, Op } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { inTurn } from "./shared/in-turn.ts";
import { listed } from "./shared/phrase.ts";

export const convolve: Op = {
  name: "convolve",
  title: "Convolve",
  summary: "A long causal convolution: at every position the kernel times what came before.",
  family: "products",
  synonyms: ["fft convolution", "long convolution", "kernel", "ssm", "hyena"],
  brackets: { targets: 2, results: 1, sought: "none", options: {} },
  operands: [{ name: "U" }, { name: "K" }],
  infer: (call, claims) => {
    const [time, lag] = call.targets;
    const [data, kernel] = call.operands;
    const [result] = call.results;
    for (const [array, axis, what] of [
      [data, time, "first"],
      [kernel, lag, "second"],
    ] as const) {
      if (!array || !axis || hasAxis(array.shape, axis.name)) continue;
      const title = `\`convolve\` needs the axis \`${axis.name}\` in its ${what} array.`;
      claims.fail("S01", title, `axis ${axis.name}`);
    }
    if (time && result) claims.equal(result.size, time.size, "`convolve` keeps every position");
    return {
      consumed: [namesOf(call.targets.slice(0, 1)), namesOf(call.targets.slice(1))],
      results: [{ axes: call.results, entries: REAL }],
    };
  },
  glyph: convolveGlyph,
  spoken: (call) => `convolve along ${listed(call.targets.slice(0, 1))}`,
  examples: [
    { given: "input U[t d], K[j d]", text: "Y[t d] = convolve[t j -> t](U, K)" },
    { given: "input U[t], K[j]", text: "Y[s=t] = convolve[t j -> s](U, K)" },
  ],
};

/** The unfold over all positions, whose windows meet the kernel in a cup. */
function convolveGlyph(call: DrawnCall): Slab {
  const [data, kernel, ...more] = drawnArrays(call);
  const [time = "", lag = ""] = call.targets;
  const [result = ""] = call.resultAxes;
  const output = firstResult(call);
  const known = [...(data?.axes ?? []), ...(kernel?.axes ?? []), result];
  if (!data || !kernel || more.length > 0 || output.some((axis) => !known.includes(axis))) {
    return boxedGlyph(call, "\\star");
  }
  if (data.axes.includes(lag) || kernel.axes.includes(time) || result !== time) {
    return boxedGlyph(call, "\\star");
  }
  const windows = data.axes.flatMap((axis) => (axis === time ? [result, lag] : [axis]));
  return inTurn(
    unfold({
      axes: data.axes,
      targets: [time],
      results: [result],
      taps: [lag],
      output: windows,
      padding: "\\mathrm{causal}",
    }),
    contraction({ operands: [windows, kernel.axes], output, closing: call.hole ?? "up" }),
  );
}
