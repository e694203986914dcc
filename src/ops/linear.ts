import type { ArrayType } from "../../shapes/array-type.ts";
import type { Axis } from "../../shapes/axis.ts";
import { fedPlate } from "../draw/forms/fed-plate.ts";
import { plate, plateText } from "../draw/forms/plate.ts";
import type { Slab } from "../draw/slab.ts";
import type { Claims, DrawnCall, Op, OpCall } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { attached, drawnArrays, enteringArrays } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { usedUp } from "./shared/given-array.ts";
import { instanceTex } from "./shared/instance.ts";
import { listed } from "./shared/phrase.ts";

export const linear: Op = {
  name: "linear",
  title: "Linear",
  summary: "Contracts the axes before the arrow with weights and brings in those after it.",
  family: "learned",
  synonyms: ["dense", "fully connected", "projection", "fc", "matmul"],
  learned: true,
  brackets: {
    targets: "any",
    results: "any",
    options: { bias: { takes: "flag", meaning: "add a learned bias" } },
  },
  operands: [{ name: "X" }, { name: "weight", keyword: true }, { name: "bias", keyword: true }],
  above: ["bias", "weight"],
  infer: (call, claims) => {
    const { weight, bias } = call.keywords;
    const consumed = [namesOf(call.targets)];
    if (weight) consumed.push(usedUpOfWeight(call, weight, claims));
    if (bias) {
      const given = { callee: "linear", keyword: "bias", array: bias };
      consumed.push(usedUp(given, namesOf(call.results), claims));
    }
    return { consumed, results: [{ axes: call.results, entries: REAL }] };
  },
  weights: (call) => {
    const { weight, bias } = call.keywords;
    const outputs = call.results.map((axis) => ({ ...axis, name: nameInWeight(call, axis) }));
    return [
      ...(weight ? [] : [{ name: "weight", axes: [...call.targets, ...outputs] }]),
      ...(call.options["bias"] && !bias ? [{ name: "bias", axes: call.results }] : []),
    ];
  },
  glyph: linearGlyph,
  spoken: (call) => {
    const from = call.targets.length > 0 ? ` from ${listed(call.targets)}` : "";
    const into = call.resultAxes.length > 0 ? ` to ${listed(call.resultAxes)}` : "";
    const bias = call.options["bias"] || call.keywords["bias"] ? " with bias" : "";
    return `linear${from}${into}${bias}`;
  },
  examples: [
    { given: "size m, k, h\ninput X[t m]", text: "Q[t k h] = linear[m -> k h](X)" },
    { given: "size m\ninput X[t m]", text: "Y[t m] = linear[m -> m; bias](X)" },
    { given: "input X[t m]", text: "Y[t] = linear[m ->](X)" },
    {
      given: "input X[p], W[p a], b[a]",
      text: "H[a] = linear[p -> a](X, weight=W, bias=b)",
    },
  ],
};

/** A result that is also a target stands in the weight with one more prime. */
function nameInWeight(call: OpCall, axis: Axis): string {
  return hasAxis(call.targets, axis.name) ? `${axis.name}'` : axis.name;
}

function usedUpOfWeight(call: OpCall, weight: ArrayType, claims: Claims): readonly string[] {
  const outputs = call.results.map((axis) => nameInWeight(call, axis));
  call.results.forEach((axis, i) => {
    const own = weight.shape.find((candidate) => candidate.name === outputs[i]);
    if (own) claims.equal(own.size, axis.size, `the weight gives \`${axis.name}\``);
  });
  const given = { callee: "linear", keyword: "weight", array: weight };
  return usedUp(given, [...namesOf(call.targets), ...outputs], claims);
}

/** The plate **L**; weights that are arrays themselves arrive on its top edge, the bias above them. */
function linearGlyph(call: DrawnCall): Slab {
  const { weight, bias } = call.keywords;
  const hasBias = call.options["bias"] !== undefined || bias !== undefined;
  const fed = [bias, weight].filter((array) => array !== undefined);
  const [data] = attached(drawnArrays(call));
  if (data === undefined || fed.length === 0) {
    return plate({
      inputs: attached(enteringArrays(call)),
      outputs: call.results,
      text: plateText("L", instanceTex(call), hasBias),
      label: call.label,
    });
  }
  return fedPlate({
    fed: attached(fed),
    data,
    outputs: call.results,
    text: weight ? `L${hasBias ? "_{+}" : ""}` : plateText("L", instanceTex(call), hasBias),
    isLearned: weight === undefined,
    label: call.label,
  });
}
