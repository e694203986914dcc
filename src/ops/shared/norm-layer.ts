import { type CircleSpec, circle } from "../../draw/forms/circle.ts";
import { join } from "../../draw/forms/join.ts";
import type { Slab } from "../../draw/slab.ts";
import type { BracketSpec, Claims, DrawnCall, Inferred, OpCall } from "../op.ts";
import { along } from "./along.ts";
import { namesOf } from "./axes.ts";
import { drawnArrays, firstResult } from "./drawn-arrays.ts";
import { usedUp } from "./given-array.ts";
import { inTurn } from "./in-turn.ts";
import { shapeKept } from "./shape-kept.ts";

const PLAIN = { takes: "flag", meaning: "without learned weights" } as const;
const NO_BIAS = { takes: "flag", meaning: "with a learned gain and without a bias" } as const;

/** The brackets of a norm that has a gain and a bias. */
export const GAIN_AND_BIAS: BracketSpec = {
  targets: "some",
  results: "none",
  options: { plain: PLAIN, no_bias: NO_BIAS },
};

/** The brackets of a norm that has a gain only. */
export const GAIN_ONLY: BracketSpec = {
  targets: "some",
  results: "none",
  options: { plain: PLAIN },
};

/** What a norm over its targets infers; arrays given for gain and bias must have the targets. */
export function normLayer(callee: string, call: OpCall, claims: Claims): Inferred {
  const names = namesOf(call.targets);
  const { consumed, results } = along(call);
  const ofWeights = (["weight", "bias"] as const).flatMap((keyword) => {
    const array = call.keywords[keyword];
    if (!array) return [];
    return [usedUp({ callee, keyword, array }, names, claims)];
  });
  return { consumed: [...consumed, ...ofWeights], results };
}

/** The circle on the targets, and the product and sum with a gain and bias that are arrays. */
export function normGlyph(call: DrawnCall, inside: CircleSpec["inside"]): Slab {
  const { weight, bias } = call.keywords;
  const { targets } = call;
  if (!weight && !bias) return shapeKept(call, (axes) => circle({ axes, targets, inside }));
  const output = firstResult(call);
  let axes = drawnArrays(call)[0]?.axes ?? [];
  let slab = circle({ axes, targets, inside });
  const given = [
    { array: weight, sign: "\\times" },
    { array: bias, sign: "+" },
  ].flatMap(({ array, sign }) => (array ? [{ beside: array.axes, sign }] : []));
  given.forEach(({ beside, sign }, i) => {
    const isLast = i === given.length - 1;
    const known = new Set([...axes, ...beside]);
    const joined = isLast ? output : output.filter((axis) => known.has(axis));
    slab = inTurn(slab, join({ operands: [axes, beside], output: joined, sign }));
    axes = joined;
  });
  return slab;
}
