import { adaptiveAvgPool } from "./adaptive-avg-pool.ts";
import { add } from "./add.ts";
import { and } from "./and.ts";
import { arange } from "./arange.ts";
import { argsort } from "./argsort.ts";
import { asIndex } from "./as-index.ts";
import { avgPool } from "./avg-pool.ts";
import { batchNorm } from "./batch-norm.ts";
import { bce } from "./bce.ts";
import { bilinear } from "./bilinear.ts";
import { causal } from "./causal.ts";
import { cholesky } from "./cholesky.ts";
import { chunk } from "./chunk.ts";
import { clamp } from "./clamp.ts";
import { concat } from "./concat.ts";
import { constant } from "./constant.ts";
import { conv } from "./conv.ts";
import { convTranspose } from "./conv-transpose.ts";
import { convolve } from "./convolve.ts";
import { crossEntropy } from "./cross-entropy.ts";
import { cummax } from "./cummax.ts";
import { cumprod } from "./cumprod.ts";
import { cumsum } from "./cumsum.ts";
import { diag } from "./diag.ts";
import { diagonal } from "./diagonal.ts";
import { divide } from "./divide.ts";
import { dot } from "./dot.ts";
import { dropout } from "./dropout.ts";
import { embedding } from "./embedding.ts";
import { equal } from "./equal.ts";
import { expand } from "./expand.ts";
import { eye } from "./eye.ts";
import { flip } from "./flip.ts";
import { greater } from "./greater.ts";
import { greaterEqual } from "./greater-equal.ts";
import { groupNorm } from "./group-norm.ts";
import { hippoLegs } from "./hippo-legs.ts";
import { index } from "./index-op.ts";
import { input } from "./input.ts";
import { instanceNorm } from "./instance-norm.ts";
import { inverse } from "./inverse.ts";
import { kl } from "./kl.ts";
import { l2Normalize } from "./l2-normalize.ts";
import { layerNorm } from "./layer-norm.ts";
import { leakyRelu } from "./leaky-relu.ts";
import { less } from "./less.ts";
import { lessEqual } from "./less-equal.ts";
import { linear } from "./linear.ts";
import { localResponseNorm } from "./local-response-norm.ts";
import { logSoftmax } from "./log-softmax.ts";
import { matrixPower } from "./matrix-power.ts";
import { maxPool } from "./max-pool.ts";
import { maximum } from "./maximum.ts";
import { merge } from "./merge.ts";
import { minimum } from "./minimum.ts";
import { mse } from "./mse.ts";
import { multiply } from "./multiply.ts";
import { negate } from "./negate.ts";
import { normal } from "./normal.ts";
import { not } from "./not.ts";
import { notEqual } from "./not-equal.ts";
import { oneHot } from "./one-hot.ts";
import { ones } from "./ones.ts";
import type { Op, StatementFace } from "./op.ts";
import { or } from "./or.ts";
import { output } from "./output.ts";
import { overlapAdd } from "./overlap-add.ts";
import { pad } from "./pad.ts";
import { pixelShuffle } from "./pixel-shuffle.ts";
import { POINTWISE } from "./pointwise.ts";
import { power } from "./power.ts";
import { prelu } from "./prelu.ts";
import { rearrange } from "./rearrange.ts";
import { REDUCTION_OPS } from "./reductions.ts";
import { rename } from "./rename.ts";
import { resize } from "./resize.ts";
import { rmsNorm } from "./rms-norm.ts";
import { sample } from "./sample.ts";
import { scatterAdd } from "./scatter-add.ts";
import { shift } from "./shift.ts";
import { sinusoid } from "./sinusoid.ts";
import { slice } from "./slice.ts";
import { softmax } from "./softmax.ts";
import { solve } from "./solve.ts";
import { sort } from "./sort.ts";
import { split } from "./split.ts";
import { squeeze } from "./squeeze.ts";
import { stack } from "./stack.ts";
import { subtract } from "./subtract.ts";
import { topk } from "./topk.ts";
import { trace } from "./trace.ts";
import { uniform } from "./uniform.ts";
import { unsqueeze } from "./unsqueeze.ts";
import { unstack } from "./unstack.ts";
import { weight } from "./weight.ts";
import { where } from "./where.ts";
import { windows } from "./windows.ts";
import { zeros } from "./zeros.ts";

/** The statements that stand before the operations in the palette. */
export const STATEMENTS = [input, output, weight] as const satisfies readonly StatementFace[];

/** Every operation once, in the order of the palette. */
export const OPS = [
  zeros,
  ones,
  constant,
  eye,
  arange,
  causal,
  sinusoid,
  hippoLegs,
  normal,
  uniform,
  linear,
  embedding,
  conv,
  convTranspose,
  layerNorm,
  rmsNorm,
  batchNorm,
  groupNorm,
  instanceNorm,
  prelu,
  dot,
  add,
  subtract,
  multiply,
  divide,
  power,
  negate,
  ...REDUCTION_OPS,
  cumsum,
  cumprod,
  cummax,
  diagonal,
  diag,
  trace,
  convolve,
  ...POINTWISE,
  leakyRelu,
  clamp,
  maximum,
  minimum,
  where,
  dropout,
  less,
  lessEqual,
  greater,
  greaterEqual,
  equal,
  notEqual,
  and,
  or,
  not,
  softmax,
  logSoftmax,
  l2Normalize,
  localResponseNorm,
  sort,
  argsort,
  topk,
  flip,
  rename,
  split,
  merge,
  rearrange,
  stack,
  unstack,
  concat,
  chunk,
  slice,
  pad,
  shift,
  index,
  oneHot,
  scatterAdd,
  asIndex,
  expand,
  squeeze,
  unsqueeze,
  windows,
  overlapAdd,
  maxPool,
  avgPool,
  adaptiveAvgPool,
  resize,
  pixelShuffle,
  bilinear,
  solve,
  inverse,
  cholesky,
  matrixPower,
  sample,
  crossEntropy,
  mse,
  kl,
  bce,
] as const satisfies readonly Op[];

/** The operation that a call names; one that is written as a sign has no word in the text. */
export function findOp(name: string): Op | undefined {
  return OPS.find((op: Op) => op.name === name && op.operator === undefined);
}

/** The operation of a sign or word between two arrays (`+`, `and`) or before one (`-`, `not`). */
export function findOperator(sign: string, place: "infix" | "prefix"): Op | undefined {
  const arity = place === "infix" ? 2 : 1;
  return OPS.find((op: Op) => op.operator === sign && op.operands.length === arity);
}

/**
 * The operation that a word of another library means: `LayerNorm`, `einsum`, `cat`. Spelling is
 * compared without case and punctuation; slips of the finger are left to whoever knows all names.
 */
export function nearestOp(name: string): Op | undefined {
  const wanted = lettersOf(name);
  if (wanted === "") return undefined;
  const called = OPS.filter((op: Op) => op.operator === undefined);
  const means = (word: string) => lettersOf(word) === wanted;
  return (
    called.find((op) => means(op.name)) ??
    called.find((op: Op) => op.synonyms?.some(means) || means(op.title))
  );
}

function lettersOf(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
