import { elementwise as arrowed } from "../draw/forms/elementwise.ts";
import { join } from "../draw/forms/join.ts";
import type { Slab } from "../draw/slab.ts";
import type { DrawnCall, Op } from "./op.ts";
import { axesOf, drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { elementwise, NO_BRACKETS } from "./shared/elementwise.ts";
import { joinEntries } from "./shared/entries.ts";
import { shapeKept } from "./shared/shape-kept.ts";

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

/** The mask meets what it chooses from in dots; a number stands in the sign. */
function whereGlyph(call: DrawnCall): Slab {
  const arrays = drawnArrays(call);
  const [, yes, no] = call.operands;
  const sign = signTex(yes?.scalar, no?.scalar);
  return arrays.length === 1
    ? shapeKept(call, (axes) => arrowed({ axes, text: sign, role: "scale" }))
    : join({ operands: axesOf(arrays), output: firstResult(call), sign });
}

/** "if" between arrays, "else −∞" or "then 1" where one of them is a number. */
function signTex(yes: string | undefined, no: string | undefined): string {
  const words = [
    ...(yes === undefined ? [] : [`\\mathrm{then}\\;${yes}`]),
    ...(no === undefined ? [] : [`\\mathrm{else}\\;${no}`]),
  ];
  return words.length === 0 ? "\\mathrm{if}" : words.join("\\;");
}
