import type { Op } from "./op.ts";
import { REAL } from "./shared/entries.ts";
import { exactSourceAxes, SOURCE_BRACKETS, sourceGlyph } from "./shared/source.ts";

/**
 * A[n p] with positions from 0: −√(2n+1)·√(2p+1) below the diagonal, −(n+1) on it, 0 above
 * (Gu et al. 2020, https://arxiv.org/abs/2008.07669).
 */
export const hippoLegs: Op = {
  name: "hippo_legs",
  title: "HiPPO-LegS matrix",
  summary: "The state matrix that makes a linear recurrence remember by Legendre polynomials.",
  family: "arrays",
  synonyms: ["hippo", "legendre", "state space"],
  brackets: SOURCE_BRACKETS,
  operands: [],
  infer: (call, claims) => {
    const axes = exactSourceAxes({ form: "hippo_legs[n p]", count: 2 }, call, claims);
    const [row, column] = axes;
    if (row && column) claims.equal(row.size, column.size, "a state matrix is square");
    return { consumed: [], results: [{ axes, entries: REAL }] };
  },
  glyph: (call) => sourceGlyph(call, "\\mathrm{LegS}"),
  spoken: () => "HiPPO-LegS matrix",
  examples: [{ given: "size n", text: "A[n p=n] = hippo_legs[n p=n]()" }],
};
