import type { Op } from "./op.ts";
import { elementwise, floatGlyph, NO_BRACKETS } from "./shared/elementwise.ts";
import { BOOL } from "./shared/entries.ts";

export const not: Op = {
  name: "not",
  operator: "not",
  title: "Not",
  summary: "True where the array is false.",
  family: "functions",
  synonyms: ["mask", "invert", "complement"],
  brackets: NO_BRACKETS,
  operands: [{ name: "X", entries: "bool" }],
  infer: (call) => elementwise(call, BOOL),
  glyph: (call) => floatGlyph(call, "\\neg"),
  spoken: () => "not",
  examples: [{ given: "input A[y x] of bool", text: "M[y x] of bool = not A" }],
};
