import type { Op } from "./op.ts";
import { elementwise, NO_BRACKETS } from "./shared/elementwise.ts";
import { BOOL } from "./shared/entries.ts";
import { infixGlyph } from "./shared/infix.ts";

export const and: Op = {
  name: "and",
  operator: "and",
  title: "And",
  summary: "True where both arrays are true.",
  family: "functions",
  commutes: true,
  synonyms: ["mask", "conjunction", "both"],
  brackets: NO_BRACKETS,
  operands: [
    { name: "A", entries: "bool" },
    { name: "B", entries: "bool" },
  ],
  infer: (call) => elementwise(call, BOOL),
  glyph: (call) =>
    infixGlyph(call, {
      sign: "\\wedge",
      right: (c) => `\\wedge ${c}`,
      left: (c) => `\\wedge ${c}`,
    }),
  spoken: () => "and",
  examples: [{ given: "input A[y x] of bool, B[x] of bool", text: "M[y x] of bool = A and B" }],
};
