import { add, constant, multiply, subtract } from "../../shapes/size.ts";
import { transposedSize } from "../../shapes/window.ts";
import { fold } from "../draw/forms/unfold.ts";
import type { Claims, Op, OpCall } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";
import { positive } from "./shared/positive.ts";
import { windowTexts } from "./shared/window-texts.ts";
import { WINDOW_OPTIONS } from "./shared/windows.ts";

const { stride, pad_before, pad_after, dilation } = WINDOW_OPTIONS;

export const overlapAdd: Op = {
  name: "overlap_add",
  title: "Overlap and add",
  summary: "Puts windows back where they were cut and adds them up where they overlap.",
  family: "axes",
  synonyms: ["fold", "col2im", "overlap-add", "unpatch"],
  brackets: {
    targets: 2,
    results: 1,
    options: {
      stride,
      pad: {
        takes: "sizes",
        words: ["causal"],
        meaning: "places cut off at both ends, or `causal`",
      },
      pad_before,
      pad_after,
      dilation,
    },
  },
  operands: [{ name: "X" }],
  infer: (call, claims) => {
    claimLength(call, claims);
    return { consumed: [namesOf(call.targets)], results: [{ axes: call.results, entries: REAL }] };
  },
  glyph: (call) => {
    const { stride, padding } = windowTexts(call, []);
    return fold({
      axes: drawnArrays(call)[0]?.axes ?? [],
      targets: call.targets,
      results: call.resultAxes,
      taps: call.targets.slice(1),
      output: firstResult(call),
      stride,
      padding,
      label: call.label,
    });
  },
  spoken: (call) => `overlap and add along ${listed(call.targets)}`,
  examples: [
    { given: "input X[s j m]", text: "Y[t=s+j-1 m] = overlap_add[s j -> t](X)" },
    { given: "input X[s j=4 m]", text: "Y[t=2*s+2 m] = overlap_add[s j -> t; stride 2](X)" },
  ],
};

function claimLength(call: OpCall, claims: Claims): void {
  const [count, inside] = call.targets;
  const [result] = call.results;
  if (!count || !inside || !result) return;
  const size = (word: string, otherwise: number) => call.options[word]?.[0] ?? constant(otherwise);
  const distance = positive(size("dilation", 1), "The dilation of `overlap_add`", claims);
  const isCausal = call.words?.["pad"] === "causal";
  const cut = isCausal
    ? multiply(distance, subtract(inside.size, constant(1)))
    : add(size("pad", 0), size("pad_before", 0));
  const length = transposedSize(count.size, {
    kernel: inside.size,
    stride: positive(size("stride", 1), "The stride of `overlap_add`", claims),
    dilation: distance,
    before: cut,
    after: isCausal ? constant(0) : add(size("pad", 0), size("pad_after", 0)),
  });
  claims.atLeast(length, constant(1), "something is left of the windows");
  claims.equal(result.size, length, `\`overlap_add\` adds up windows along \`${result.name}\``);
}
