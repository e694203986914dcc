import type { Op } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { boxedGlyph } from "./shared/boxed.ts";
import { REAL } from "./shared/entries.ts";
import { claimSquare } from "./shared/matrix.ts";
import { listed } from "./shared/phrase.ts";

export const solve: Op = {
  name: "solve",
  title: "Solve",
  summary: "Finds X along the second target with A X = B, where B runs along the first.",
  family: "linear-algebra",
  synonyms: ["linear system", "least squares", "inverse", "linsolve"],
  brackets: { targets: 2, results: "none", sought: "first", options: {} },
  operands: [{ name: "A" }, { name: "B" }],
  infer: (call, claims) => {
    claimSquare("solve", call, claims);
    const [row, column] = call.targets;
    const right = call.operands[1];
    if (row && right && !hasAxis(right.shape, row.name)) {
      const title = `\`solve\` needs the axis \`${row.name}\` in its second array too.`;
      claims.fail("S01", title, `axis ${row.name}`);
    }
    return {
      consumed: [namesOf(call.targets), row ? [row.name] : []],
      results: [{ axes: column ? [column] : [], entries: REAL }],
    };
  },
  glyph: (call) => boxedGlyph(call, "A^{-1}B"),
  spoken: (call) => `solve along ${listed(call.targets)}`,
  examples: [{ given: "input A[b n p=n], B[b n m]", text: "X[b p m] = solve[n p](A, B)" }],
};
