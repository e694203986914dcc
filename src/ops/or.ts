import type { Op } from "./op.ts";
import { elementwise, NO_BRACKETS } from "./shared/elementwise.ts";
import { BOOL } from "./shared/entries.ts";
import { infixGlyph } from "./shared/infix.ts";

export const or: Op = {
  name: "or",
  operator: "or",
  title: "Or",
  summary: "True where at least one of the two arrays is true.",
  family: "functions",
  commutes: true,
  synonyms: ["mask", "disjunction", "either"],
  brackets: NO_BRACKETS,
  operands: [
    { name: "A", entries: "bool" },
    { name: "B", entries: "bool" },
  ],
  infer: (call) => elementwise(call, BOOL),
  glyph: (call) =>
    infixGlyph(call, { sign: "\\vee", right: (c) => `\\vee ${c}`, left: (c) => `\\vee ${c}` }),
  spoken: () => "or",
  examples: [{ given: "input A[y x] of bool, B[x] of bool", text: "M[y x] of bool = A or B" }],
};
