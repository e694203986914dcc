import type { Op } from "./op.ts";
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
import { claimWindows, slidingWindows, UNHEARD, WINDOW_OPTIONS } from "./shared/windows.ts";

const { kernel, stride, pad, pad_before, pad_after, dilation } = WINDOW_OPTIONS;

export const conv: Op = {
  name: "conv",
  title: "Convolution",
  summary: "Moves windows along one to three axes and makes new channels of each with weights.",
  family: "learned",
  synonyms: ["convolution", "conv1d", "conv2d", "conv3d", "depthwise", "pointwise", "filter"],
  learned: true,
  above: FED,
  brackets: {
    targets: "some",
    results: "some",
    options: {
      over: OVER,
      kernel,
      stride,
      pad: { ...pad, initial: "1" },
      pad_before,
      pad_after,
      dilation,
      groups: { takes: "size", meaning: "groups of channels that do not mix, 1 unless given" },
      bias: { takes: "flag", meaning: "add a learned bias" },
    },
  },
  operands: [{ name: "X" }, { name: "weight", keyword: true }, { name: "bias", keyword: true }],
  infer: (call, claims) => {
    const along = overOf("conv", call, claims);
    const slidings = slidingWindows("conv", call, along, claims) ?? [];
    claimWindows("conv", slidings, claims);
    claimGroups("conv", call, claims);
    const consumed = [...namesOf(call.targets), ...namesOf(along.axes)];
    return {
      consumed: [consumed, ...usedUpByKernel("conv", call, slidings, claims)],
      results: [{ ...convolvedAxes(call, along), entries: REAL }],
    };
  },
  weights: (call) => {
    const along = { axes: call.over?.axes ?? [], results: [] };
    return kernelWeights(call, slidingWindows("conv", call, along, UNHEARD) ?? [], "input");
  },
  glyph: (call) => convolvedGlyph(call, false),
  spoken: (call) => spokenConvolution("convolution", call),
  examples: [
    {
      given: "size d\ninput X[c y x]",
      text: "Y[d y x] = conv[c -> d; over y x; kernel 3; pad 1; bias](X)",
    },
    {
      given: "size d\ninput X[y=2*h x=2*w c]",
      text: "Y[h w d] = conv[c -> d; over y x -> h w; kernel 3; stride 2; pad 1](X)",
    },
    {
      given: "input X[b t c]",
      text: "Y[b t c] = conv[c -> c; over t; kernel 4; pad causal; groups c; bias](X)",
    },
    {
      given: "input X[t c], W[d c k=3]",
      text: "Y[s=t-2 d] = conv[c -> d; over t -> s; kernel k=3](X, weight=W)",
    },
  ],
};
