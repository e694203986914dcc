import type { Op } from "../op.ts";
import { elementwise, NO_BRACKETS } from "./elementwise.ts";
import { BOOL } from "./entries.ts";
import { infixGlyph } from "./infix.ts";

interface Comparison {
  readonly name: string;
  readonly operator: string;
  readonly title: string;
  readonly summary: string;
  readonly synonyms?: readonly string[];
  readonly tex: string;
  /** LaTeX of the sign that says the same with the sides exchanged. */
  readonly mirrored: string;
}

/** An operation that compares two arrays entry by entry; positions along an axis compare as numbers. */
export function comparison(sign: Comparison): Op {
  const { name, operator, title, summary, synonyms = [], tex, mirrored } = sign;
  return {
    name,
    operator,
    title,
    summary,
    family: "functions",
    symmetric: tex === mirrored,
    synonyms: ["compare", ...synonyms],
    brackets: NO_BRACKETS,
    operands: [{ name: "A" }, { name: "B" }],
    infer: (call) => elementwise(call, BOOL),
    glyph: (call) =>
      infixGlyph(call, {
        sign: tex,
        right: (c) => `${tex} ${c}`,
        left: (c) => `${mirrored} ${c}`,
      }),
    spoken: () => title.toLowerCase(),
    examples: [
      { given: "input A[t m], b[m]", text: `M[t m] of bool = A ${operator} b` },
      { given: "input A[t m]", text: `M[t m] of bool = A ${operator} 0` },
    ],
  };
}
