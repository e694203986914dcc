import { constant } from "../../shapes/size.ts";
import type { Op } from "./op.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { squareMatrix } from "./shared/matrix.ts";
import { listed } from "./shared/phrase.ts";

export const matrixPower: Op = {
  name: "matrix_power",
  title: "Matrix power",
  summary: "A square matrix of the two targets times itself, so many times.",
  family: "linear-algebra",
  synonyms: ["power", "repeated squaring", "exponent"],
  brackets: {
    targets: 2,
    results: "none",
    options: { by: { takes: "size", initial: "2", meaning: "the exponent" } },
  },
  operands: [{ name: "A" }],
  infer: (call, claims) => {
    const [by] = call.options["by"] ?? [];
    if (by) claims.atLeast(by, constant(0), "the exponent of `matrix_power` is not negative");
    else claims.fail("S05", "`matrix_power` needs its exponent, as in `by 2`.");
    return squareMatrix("matrix_power", call, claims);
  },
  glyph: (call) => boxedGlyph(call, `(\\cdot)^{${call.options["by"]?.[0] ?? "?"}}`),
  spoken: (call) => `matrix power over ${listed(call.targets)}`,
  examples: [{ given: "size l\ninput A[n p=n]", text: "Y[n p] = matrix_power[n p; by l](A)" }],
};
