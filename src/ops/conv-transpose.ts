import { add, constant, maximum } from "../../shapes/size.ts";
import { transposedSize } from "../../shapes/window.ts";
import type { Claims, Op, OpCall } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import {
  convolvedAxes,
  convolvedGlyph,
  FED,
  OVER,
  overOf,
  spokenConvolution,
} from "./shared/convolved.ts";
import { REAL } from "./shared/entries.ts";
import { claimGroups, kernelWeights, usedUpByKernel } from "./shared/kernel-weight.ts";
import {
  type Sliding,
  sizesPerAxis,
  slidingWindows,
  UNHEARD,
  WINDOW_OPTIONS,
} from "./shared/windows.ts";

const { kernel, stride, pad_before, pad_after, dilation } = WINDOW_OPTIONS;
const ONE = constant(1);

export const convTranspose: Op = {
  name: "conv_transpose",
  title: "Transposed convolution",
  summary:
    "Spreads every position over a window with weights and adds up: a convolution turned round.",
  family: "learned",
  synonyms: ["deconvolution", "upconv", "convtranspose2d", "upsampling", "fractionally strided"],
  learned: true,
  above: FED,
  brackets: {
    targets: "some",
    results: "some",
    options: {
      over: { ...OVER, initial: "? -> ?" },
      kernel: { ...kernel, initial: "2" },
      stride: { ...stride, initial: "2" },
      pad: { takes: "sizes", meaning: "places cut off at both ends, 0 unless given" },
      pad_before,
      pad_after,
      output_pad: { takes: "sizes", meaning: "places added at the end, 0 unless given" },
      dilation,
      groups: { takes: "size", meaning: "groups of channels that do not mix, 1 unless given" },
      bias: { takes: "flag", meaning: "add a learned bias" },
    },
  },
  operands: [{ name: "X" }, { name: "weight", keyword: true }, { name: "bias", keyword: true }],
  infer: (call, claims) => {
    const along = overOf("conv_transpose", call, claims);
    const slidings = slidingWindows("conv_transpose", call, along, claims) ?? [];
    claimSizes(call, slidings, claims);
    claimGroups("conv_transpose", call, claims);
    const consumed = [...namesOf(call.targets), ...namesOf(along.axes)];
    return {
      consumed: [consumed, ...usedUpByKernel("conv_transpose", call, slidings, claims)],
      results: [{ ...convolvedAxes(call, along), entries: REAL }],
    };
  },
  weights: (call) => {
    const along = { axes: call.over?.axes ?? [], results: [] };
    const slidings = slidingWindows("conv_transpose", call, along, UNHEARD) ?? [];
    return kernelWeights(call, slidings, "output");
  },
  glyph: (call) => convolvedGlyph(call, true),
  spoken: (call) => spokenConvolution("transposed convolution", call),
  examples: [
    {
      given: "size d\ninput X[c y x]",
      text: "Y[d h=2*y w=2*x] = conv_transpose[c -> d; over y x -> h w; kernel 2; stride 2](X)",
    },
    {
      given: "size d\ninput X[t c]",
      text: "Y[s=2*t d] = conv_transpose[c -> d; over t -> s; kernel 3; stride 2; pad 1; output_pad 1](X)",
    },
  ],
};

function claimSizes(call: OpCall, slidings: readonly Sliding[], claims: Claims): void {
  const asked = { word: "output_pad", count: slidings.length, otherwise: constant(0) };
  const extras = sizesPerAxis("conv_transpose", call, asked, claims);
  slidings.forEach(({ axis, result, window }, i) => {
    const extra = extras[i] ?? constant(0);
    const { stride: step = ONE, dilation: distance = ONE } = window;
    if (call.options["output_pad"]) {
      const says = "`output_pad` is smaller than the stride or the dilation";
      claims.atLeast(maximum(step, distance), add(extra, ONE), says);
    }
    const size = transposedSize(axis.size, window, extra);
    claims.atLeast(
      size,
      ONE,
      `something of \`${result.name}\` is left after the padding is cut off`,
    );
    const isKept = result.name === axis.name;
    const says = isKept
      ? `\`conv_transpose\` keeps \`${axis.name}\``
      : `\`conv_transpose\` makes \`${result.name}\` of \`${axis.name}\``;
    claims.equal(result.size, size, says);
  });
}
