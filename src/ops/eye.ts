import { cap } from "../draw/forms/cap.ts";
import type { Op } from "./op.ts";
import { drawnArrays, firstResult } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { exactSourceAxes, SOURCE_BRACKETS, sourceGlyph } from "./shared/source.ts";

export const eye: Op = {
  name: "eye",
  title: "Identity matrix",
  summary: "One where the positions along both axes are equal, zero elsewhere.",
  family: "arrays",
  synonyms: ["identity", "unit", "delta", "kronecker"],
  brackets: SOURCE_BRACKETS,
  operands: [],
  infer: (call, claims) => {
    const axes = exactSourceAxes({ form: "eye[n p]", count: 2 }, call, claims);
    const [row, column] = axes;
    if (row && column) claims.equal(row.size, column.size, "an identity matrix is square");
    return { consumed: [], results: [{ axes, entries: REAL }] };
  },
  glyph: (call) => {
    const axes = firstResult(call);
    const isCap = axes.length === 2 && drawnArrays(call).length === 0;
    return isCap ? cap({ axes, label: call.label }) : sourceGlyph(call, "I");
  },
  spoken: () => "identity matrix",
  examples: [{ given: "size n", text: "I[n p=n] = eye[n p=n]()" }],
};
