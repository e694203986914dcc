import { describe, expect, it } from "vitest";
import type { LoopForm } from "../../../src/editor/structure/loop-form.ts";
import {
  type ChosenCrossing,
  type CrossingRow,
  carryOut,
  planLoop,
} from "../../../src/editor/structure/loop-plan.ts";
import { makeLoop } from "../../../src/editor/structure/make-loop.ts";
import { contextOf, holdTextLawsOfEdit } from "../../support/structure-laws.ts";

const RNN = `
  size n = 16
  input X[t i], H[n]
  U = linear[i -> n](X)
  H'[t n] = tanh(U + linear[n -> n](H))
  Y[t] = sum[n](H')
`;

const LAYERS = `
  input E[t m]
  A[t m] = relu(E)
  B[t m] = tanh(A)
  P[t] = sum[m](B)
  R[t] = sum[m](A)
`;

const REPEAT: LoopForm = { kind: "repeat", count: "6" };
const SCAN: LoopForm = { kind: "scan", axis: "t" };

function planned(
  text: string,
  nodes: readonly string[],
  form: LoopForm,
  chosen: Readonly<Record<string, ChosenCrossing>> = {},
) {
  const plan = planLoop(contextOf(text), { nodes, form, chosen: new Map(Object.entries(chosen)) });
  if (!plan.ok) throw new RangeError(plan.says);
  return plan;
}

function told({ array, as, next, says }: CrossingRow): string {
  return [array, as, next ?? "", says ?? ""].filter((part) => part !== "").join(" ");
}

describe("the plan of a loop", () => {
  it("has a row for each array that crosses, guessed from the shapes", () => {
    expect(planned(RNN, ["U", "H'"], SCAN).rows.map(told)).toEqual(["X sliced", "H carried H'"]);
    expect(planned(LAYERS, ["A", "B"], REPEAT).rows.map(told)).toEqual([
      "E carried A",
      "B collected",
    ]);
  });

  it("goes on as the chosen array, and collects what is no longer carried", () => {
    const chosen = { E: { as: "carried", next: "B" } } as const;
    expect(planned(LAYERS, ["A", "B"], REPEAT, chosen).rows.map(told)).toEqual([
      "E carried B",
      "A collected",
    ]);
    expect(planned(LAYERS, ["A", "B"], REPEAT, { E: { as: "read" } }).rows.map(told)).toEqual([
      "E read",
      "A collected",
      "B collected",
    ]);
  });

  it("says at its row why a way does not fit", () => {
    const [first] = planned(LAYERS, ["A"], REPEAT, { E: { as: "sliced" } }).rows;
    expect(first?.says).toBe(
      "A slice for each copy needs an index: one that is called like the axis of `E` that counts the copies.",
    );
    const { rows } = planned(RNN, ["U"], SCAN, { X: { as: "carried" } });
    expect(rows[0]?.says).toBe(
      "Nothing that these lines make has the axes of `X`, so it cannot go on to the next step.",
    );
  });

  it("knows what an array could start from that is to be carried out", () => {
    const { rows } = planned(LAYERS, ["A", "B"], REPEAT);
    expect(carryOut(rows, "B")).toEqual({ start: "E" });
    const scan = planned(RNN, ["U"], SCAN).rows;
    expect(carryOut(scan, "U")).toEqual({
      says: "Nothing that comes in has the axes of `U`, so there is nothing that it could start from; it is collected.",
    });
  });

  it("can be made, however its arrays cross, as long as no row complains", () => {
    const ways = ["carried", "read", "sliced"] as const;
    for (const as of ways) {
      for (const form of [REPEAT, SCAN]) {
        const context = contextOf(LAYERS);
        const nodes = ["A", "B"];
        const plan = planLoop(context, { nodes, form, chosen: new Map([["E", { as }]]) });
        if (!plan.ok) throw new RangeError(plan.says);
        const edit = makeLoop(context, { nodes, form, crossings: plan.crossings });
        const isFit = plan.rows.every(({ says }) => says === undefined);
        expect(edit.ok, `${as} ${form.kind}`).toBe(isFit);
        if (edit.ok) holdTextLawsOfEdit(context, edit);
      }
    }
  });
});
