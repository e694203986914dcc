import type { Op } from "./op.ts";
import { elementwise, NO_BRACKETS } from "./shared/elementwise.ts";
import { joinEntries } from "./shared/entries.ts";
import { whereGlyph } from "./shared/glyphs.ts";

export const where: Op = {
  name: "where",
  title: "Where",
  summary: "Takes the second array where the mask is true and the third where it is false.",
  family: "functions",
  synonyms: ["mask", "masked_fill", "select", "if", "choose"],
  brackets: NO_BRACKETS,
  operands: [{ name: "mask", entries: "bool" }, { name: "A" }, { name: "B" }],
  infer: (call, claims) => {
    const choices = {
      operands: call.operands.slice(1),
      ...(call.scalars && { scalars: call.scalars.slice(1) }),
    };
    return elementwise(call, joinEntries("where", choices, claims));
  },
  glyph: whereGlyph,
  spoken: () => "where",
  examples: [
    { given: "input M[y x] of bool, S[y x h]", text: "T[y x h] = where(M, S, -inf)" },
    { given: "input M[t] of bool, A[t m], B[t m]", text: "C[t m] = where(M, A, B)" },
  ],
};
