import { type CircleSpec, circle } from "../../draw/forms/circle.ts";
import { join } from "../../draw/forms/join.ts";
import type { Slab } from "../../draw/slab.ts";
import type {
  BracketSpec,
  Claims,
  DrawnCall,
  Inferred,
  OpCall,
  OptionSpec,
  WeightSpec,
} from "../op.ts";
import { keeping } from "./along.ts";
import { namesOf } from "./axes.ts";
import { drawnArrays, firstResult } from "./drawn-arrays.ts";
import { REAL } from "./entries.ts";
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

/** Further axes of the statistics, which have no gain of their own. */
export const STATISTICS_OVER = {
  takes: "axes",
  meaning: "further axes that the statistics run over",
} as const satisfies OptionSpec;

/** The learned arrays of a norm: a gain and a bias of its targets, as far as it has them. */
export function gainAndBias({ targets, options, keywords }: OpCall): readonly WeightSpec[] {
  const gain = !options["plain"] && !keywords["weight"];
  const bias = !options["plain"] && !options["no_bias"] && !keywords["bias"];
  return [
    ...(gain ? [{ name: "weight", axes: targets }] : []),
    ...(bias ? [{ name: "bias", axes: targets }] : []),
  ];
}

/** What a norm over its targets infers; arrays given for gain and bias must have the targets. */
export function normLayer(callee: string, call: OpCall, claims: Claims): Inferred {
  const names = namesOf(call.targets);
  if (call.over?.results) {
    claims.fail("N07", `\`over\` of \`${callee}\` takes no axes after \`->\`.`, "option over");
  }
  const { consumed, results } = keeping([...call.targets, ...(call.over?.axes ?? [])], REAL);
  const ofWeights = (["weight", "bias"] as const).flatMap((keyword) => {
    const array = call.keywords[keyword];
    if (!array) return [];
    return [usedUp({ callee, keyword, array }, names, claims)];
  });
  return { consumed: [...consumed, ...ofWeights], results };
}

/**
 * The circle on the first of the axes that it touches, and the product and sum with a gain and bias
 * that are arrays.
 */
export function normGlyph(
  call: DrawnCall,
  inside: CircleSpec["inside"],
  targets: readonly string[] = call.targets,
): Slab {
  const { weight, bias } = call.keywords;
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
