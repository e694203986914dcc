import { box } from "../draw/forms/box.ts";
import type { Op } from "./op.ts";
import { hasAxis, namesOf } from "./shared/axes.ts";
import { attached, drawnArrays } from "./shared/drawn-arrays.ts";
import { REAL } from "./shared/entries.ts";
import { listed } from "./shared/phrase.ts";

/** With h = dt/2: A_bar = (I − hA)⁻¹(I + hA) and B_bar = (I − hA)⁻¹·dt·B. */
export const bilinear: Op = {
  name: "bilinear",
  title: "Bilinear discretisation",
  summary: "Turns a continuous state space A, B into one of discrete steps of length dt.",
  family: "linear-algebra",
  synonyms: ["tustin", "discretise", "state space", "ssm"],
  brackets: { targets: 2, results: "none", sought: "first", options: {} },
  operands: [{ name: "A" }, { name: "B" }, { name: "dt" }],
  infer: (call, claims) => {
    const [row, column] = call.targets;
    const input = call.operands[1];
    if (row && column) claims.equal(row.size, column.size, "a state matrix is square");
    const state = row ? [row] : [];
    if (row && input && !hasAxis(input.shape, row.name)) {
      claims.fail(
        "S01",
        `\`bilinear\` needs the axis \`${row.name}\` in its second array too.`,
        `axis ${row.name}`,
      );
    }
    const ofInput = namesOf(state).filter((name) => input && hasAxis(input.shape, name));
    return {
      consumed: [namesOf(call.targets), ofInput, []],
      results: [
        { axes: call.targets, entries: REAL },
        { axes: state, entries: REAL },
      ],
    };
  },
  glyph: (call) =>
    box({
      inputs: attached(drawnArrays(call)),
      outputs: call.results,
      text: "\\mathrm{bilinear}",
      label: call.label,
    }),
  spoken: (call) => `bilinear discretisation over ${listed(call.targets)}`,
  examples: [
    {
      given: "input A[n p=n], B[n], dt[f]",
      text: "A_bar[f n p], B_bar[f n] = bilinear[n p](A, B, dt)",
    },
  ],
};
