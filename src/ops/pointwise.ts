import type { Op, OpCall } from "./op.ts";
import { arithmetic, choosing, floatGlyph, NO_BRACKETS } from "./shared/elementwise.ts";

interface PointwiseFunction {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** What stands between the two arrows over the array. */
  readonly tex: string;
  readonly synonyms?: readonly string[];
  readonly infer?: Op["infer"];
}

const FUNCTIONS: readonly PointwiseFunction[] = [
  {
    name: "relu",
    title: "ReLU",
    summary: "max(x, 0): negative entries become zero.",
    tex: "R",
    synonyms: ["rectifier", "activation"],
  },
  {
    name: "gelu",
    title: "GELU",
    summary: "x·Φ(x), with the normal distribution function Φ.",
    tex: "\\mathrm{gelu}",
    synonyms: ["activation"],
  },
  {
    name: "gelu_tanh",
    title: "GELU by tanh",
    summary: "The approximation of GELU that is made with tanh.",
    tex: "\\mathrm{gelu}",
    synonyms: ["gelu_new", "activation"],
  },
  {
    name: "quick_gelu",
    title: "Quick GELU",
    summary: "x·σ(1.702·x), the approximation of GELU that is made with the sigmoid.",
    tex: "\\mathrm{gelu}",
    synonyms: ["activation"],
  },
  {
    name: "silu",
    title: "SiLU",
    summary: "x·σ(x), also named swish.",
    tex: "\\mathrm{silu}",
    synonyms: ["swish", "activation"],
  },
  {
    name: "sigmoid",
    title: "Sigmoid",
    summary: "1/(1 + exp(−x)), between 0 and 1.",
    tex: "\\sigma",
    synonyms: ["logistic", "activation", "gate"],
  },
  {
    name: "tanh",
    title: "Hyperbolic tangent",
    summary: "The hyperbolic tangent, between −1 and 1.",
    tex: "\\tanh",
    synonyms: ["activation"],
  },
  { name: "exp", title: "Exponential", summary: "e to the power of each entry.", tex: "\\exp" },
  {
    name: "log",
    title: "Logarithm",
    summary: "The natural logarithm of each entry.",
    tex: "\\log",
    synonyms: ["ln"],
  },
  {
    name: "sqrt",
    title: "Square root",
    summary: "The square root of each entry.",
    tex: "(\\cdot)^{1/2}",
    synonyms: ["root"],
  },
  {
    name: "rsqrt",
    title: "Inverse square root",
    summary: "One over the square root of each entry.",
    tex: "(\\cdot)^{-1/2}",
    synonyms: ["root"],
  },
  { name: "square", title: "Square", summary: "Each entry times itself.", tex: "(\\cdot)^{2}" },
  {
    name: "reciprocal",
    title: "Reciprocal",
    summary: "One over each entry.",
    tex: "(\\cdot)^{-1}",
    synonyms: ["inverse"],
  },
  {
    name: "abs",
    title: "Absolute value",
    summary: "Each entry without its sign.",
    tex: "|\\cdot|",
    synonyms: ["magnitude"],
  },
  {
    name: "sign",
    title: "Sign",
    summary: "−1, 0 or 1 as the entry is negative, zero or positive.",
    tex: "\\mathrm{sgn}",
  },
  { name: "sin", title: "Sine", summary: "The sine of each entry, in radians.", tex: "\\sin" },
  { name: "cos", title: "Cosine", summary: "The cosine of each entry, in radians.", tex: "\\cos" },
  {
    name: "arcsin",
    title: "Arc sine",
    summary: "The angle in radians whose sine is the entry.",
    tex: "\\arcsin",
    synonyms: ["asin"],
  },
  {
    name: "arccos",
    title: "Arc cosine",
    summary: "The angle in radians whose cosine is the entry.",
    tex: "\\arccos",
    synonyms: ["acos"],
  },
  {
    name: "softplus",
    title: "Softplus",
    summary: "log(1 + exp(x)), a smooth ReLU.",
    tex: "\\mathrm{softplus}",
    synonyms: ["activation"],
  },
  {
    name: "softsign",
    title: "Softsign",
    summary: "x/(1 + |x|), between −1 and 1.",
    tex: "\\mathrm{softsign}",
    synonyms: ["activation"],
  },
  {
    name: "elu",
    title: "ELU",
    summary: "x where it is positive, exp(x) − 1 elsewhere.",
    tex: "\\mathrm{elu}",
    synonyms: ["activation"],
  },
  {
    name: "selu",
    title: "SELU",
    summary: "ELU scaled so that layers keep mean 0 and variance 1.",
    tex: "\\mathrm{selu}",
    synonyms: ["activation"],
  },
  {
    name: "erf",
    title: "Error function",
    summary: "The error function of each entry.",
    tex: "\\mathrm{erf}",
  },
  {
    name: "logsigmoid",
    title: "Log sigmoid",
    summary: "The logarithm of the sigmoid, computed safely.",
    tex: "\\log\\sigma",
    synonyms: ["log_sigmoid"],
  },
  {
    name: "hardtanh",
    title: "Hard tanh",
    summary: "Each entry limited to between −1 and 1.",
    tex: "\\mathrm{hardtanh}",
    synonyms: ["activation"],
  },
  {
    name: "hardsigmoid",
    title: "Hard sigmoid",
    summary: "x/6 + 1/2 limited to between 0 and 1.",
    tex: "\\mathrm{hardsigmoid}",
    synonyms: ["activation"],
  },
  {
    name: "hardswish",
    title: "Hard swish",
    summary: "x times its hard sigmoid.",
    tex: "\\mathrm{hardswish}",
    synonyms: ["activation"],
  },
  {
    name: "mish",
    title: "Mish",
    summary: "x·tanh(softplus(x)).",
    tex: "\\mathrm{mish}",
    synonyms: ["activation"],
  },
  {
    name: "floor",
    title: "Round down",
    summary: "The greatest whole number that is not above the entry.",
    tex: "\\lfloor\\cdot\\rfloor",
  },
  {
    name: "round",
    title: "Round",
    summary: "The nearest whole number, the even one of two.",
    tex: "\\lfloor\\cdot\\rceil",
  },
  {
    name: "lgamma",
    title: "Log gamma",
    summary: "The logarithm of the absolute value of the gamma function.",
    tex: "\\log\\Gamma",
  },
  {
    name: "erfinv",
    title: "Inverse error function",
    summary: "The number whose error function is the entry.",
    tex: "\\mathrm{erf}^{-1}",
  },
  {
    name: "stop_gradient",
    title: "Stop gradient",
    summary: "Hands the array on unchanged and lets no gradient pass back.",
    tex: "\\mathrm{stop}",
    synonyms: ["detach"],
    infer: (call: OpCall) => choosing(call),
  },
];

/** The functions of one array that differ in nothing but what they compute for an entry. */
export const POINTWISE: readonly Op[] = FUNCTIONS.map(
  ({ name, title, summary, tex, synonyms, infer = arithmetic }) => ({
    name,
    title,
    summary,
    family: "functions",
    ...(synonyms && { synonyms }),
    brackets: NO_BRACKETS,
    operands: [{ name: "X" }],
    infer,
    glyph: (call) => floatGlyph(call, tex),
    spoken: () => title,
    examples: [{ given: "input X[t m]", text: `Y[t m] = ${name}(X)` }],
  }),
);
