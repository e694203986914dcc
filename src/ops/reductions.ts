import type { Entries } from "../../shapes/array-type.ts";
import { reduction as reductionForm } from "../draw/forms/reduction.ts";
import type { NumberSpec, Op, OpCall, OperandSpec } from "./op.ts";
import { namesOf } from "./shared/axes.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { BOOL, keptEntries, REAL } from "./shared/entries.ts";
import { overAxes } from "./shared/phrase.ts";

interface Reduction {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** What stands where the targets end; a plain sum ends in a dot. */
  readonly tex?: string;
  readonly synonyms?: readonly string[];
  readonly takes?: OperandSpec["entries"];
  /** The kind of the result; real when absent. */
  readonly gives?: (call: OpCall) => Entries;
  /** Its result is a position, so there is one target. */
  readonly single?: boolean;
  readonly numbers?: readonly NumberSpec[];
}

const REDUCTIONS: readonly Reduction[] = [
  {
    name: "sum",
    title: "Sum",
    summary: "Adds up the entries along the targets, which go.",
    synonyms: ["total", "reduce"],
  },
  {
    name: "mean",
    title: "Mean",
    summary: "Averages the entries along the targets, which go.",
    tex: "\\mathbb{E}",
    synonyms: ["average", "expectation", "pool"],
  },
  {
    name: "max",
    title: "Largest entry",
    summary: "Takes the largest entry along the targets, which go.",
    tex: "\\mathrm{Max}",
    synonyms: ["amax", "maximum"],
    gives: keptEntries,
  },
  {
    name: "min",
    title: "Smallest entry",
    summary: "Takes the smallest entry along the targets, which go.",
    tex: "\\mathrm{Min}",
    synonyms: ["amin", "minimum"],
    gives: keptEntries,
  },
  {
    name: "prod",
    title: "Product along axes",
    summary: "Multiplies the entries along the targets, which go.",
    tex: "\\Pi",
    synonyms: ["multiply"],
  },
  {
    name: "var",
    title: "Variance",
    summary: "The mean squared distance from the mean along the targets, which go.",
    tex: "\\mathrm{Var}",
    synonyms: ["spread"],
  },
  {
    name: "std",
    title: "Standard deviation",
    summary: "The root of the biased variance along the targets, which go.",
    tex: "\\mathrm{Std}",
    synonyms: ["deviation", "spread"],
  },
  {
    name: "norm",
    title: "L2 norm",
    summary: "The root of the sum of squares along the targets, which go.",
    tex: "\\|\\cdot\\|",
    synonyms: ["length", "euclidean"],
    numbers: [{ name: "eps", default: 0 }],
  },
  {
    name: "logsumexp",
    title: "Log sum exp",
    summary: "The logarithm of the sum of exponentials along the targets, computed safely.",
    tex: "\\mathrm{LSE}",
    synonyms: ["log partition", "soft maximum"],
  },
  {
    name: "argmax",
    title: "Position of the largest",
    summary: "The first position along the target where the entry is largest.",
    tex: "\\mathrm{ArgMax}",
    gives: position,
    single: true,
  },
  {
    name: "argmin",
    title: "Position of the smallest",
    summary: "The first position along the target where the entry is smallest.",
    tex: "\\mathrm{ArgMin}",
    gives: position,
    single: true,
  },
  {
    name: "quantile",
    title: "Quantile",
    summary: "The entry along the targets below which the part q of the others lies.",
    tex: "\\mathrm{Q}",
    synonyms: ["median", "percentile"],
    numbers: [{ name: "q", default: 0.5 }],
  },
  {
    name: "any",
    title: "Any",
    summary: "True where at least one entry along the targets is true.",
    tex: "\\exists",
    synonyms: ["or"],
    takes: "bool",
    gives: () => BOOL,
  },
  {
    name: "all",
    title: "All",
    summary: "True where every entry along the targets is true.",
    tex: "\\forall",
    synonyms: ["and"],
    takes: "bool",
    gives: () => BOOL,
  },
];

/** The operations that make one entry of all entries along their targets. */
export const REDUCTION_OPS: readonly Op[] = REDUCTIONS.map(reduction);

function reduction(spec: Reduction): Op {
  const { name, title, summary, tex, synonyms, takes, gives = () => REAL, single, numbers } = spec;
  return {
    name,
    title,
    summary,
    family: "products",
    ...(synonyms && { synonyms }),
    brackets: { targets: single ? 1 : "some", results: "none", options: {} },
    operands: [{ name: "X", ...(takes && { entries: takes }) }],
    ...(numbers && { numbers }),
    infer: (call) => ({
      consumed: [namesOf(call.targets)],
      results: [{ axes: [], entries: gives(call) }],
    }),
    glyph: (call) =>
      reductionForm({
        axes: drawnArrays(call)[0]?.axes ?? [],
        targets: call.targets,
        output: firstResult(call),
        ...(tex !== undefined && { text: tex }),
      }),
    spoken: (call) => overAxes(title.toLowerCase(), call.targets),
    examples: examplesOf(spec),
  };
}

function examplesOf({ name, takes, single }: Reduction): Op["examples"] {
  const kind = takes === "bool" ? " of bool" : "";
  if (single) return [{ given: "input X[t m]", text: `Y[t] of m = ${name}[m](X)` }];
  return [
    { given: `input X[t m]${kind}`, text: `Y[t]${kind} = ${name}[m](X)` },
    { given: `input X[b t m]${kind}`, text: `Y[b]${kind} = ${name}[t m](X)` },
  ];
}

function position(call: OpCall): Entries {
  const [target] = call.targets;
  return target ? { kind: "index", axis: target.name } : REAL;
}
