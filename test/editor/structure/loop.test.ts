import { describe, expect, it } from "vitest";
import {
  axesToScan,
  guessCrossings,
  type LoopCrossing,
} from "../../../src/editor/structure/loop-crossings.ts";
import type { LoopForm } from "../../../src/editor/structure/loop-form.ts";
import { makeLoop } from "../../../src/editor/structure/make-loop.ts";
import { unwrapLoop } from "../../../src/editor/structure/unwrap-loop.ts";
import {
  contextOf,
  type Edited,
  holdStructureLaws,
  holdTextLawsOfEdit,
  refusal,
} from "../../support/structure-laws.ts";
import { dedent } from "../../support/typed.ts";

const LAYERS = `
  block Layer(Z[t m]) -> Y[t m]:
    Y[t m] = relu(Z)

  input E[t m]
  # the layer
  Y[t m] = Layer( E )
  P[t] = sum[m](Y)
`;

const RNN = `
  size n = 16
  input X[t i], H[n]
  U = linear[i->n](X)
  H'[t n] = tanh(U + linear[n -> n](H))
  Y[t] = sum[n](H')
`;

function guessed(text: string, nodes: readonly string[], form: LoopForm): readonly LoopCrossing[] {
  const guess = guessCrossings(contextOf(text), nodes, form);
  if (!guess.ok) throw new RangeError(guess.says);
  return guess.crossings;
}

const REPEAT: LoopForm = { kind: "repeat", count: "6" };
const SCAN: LoopForm = { kind: "scan", axis: "t" };

function looped(text: string, nodes: readonly string[], form: LoopForm): Edited {
  const context = contextOf(text);
  const crossings = guessed(text, nodes, form);
  return holdTextLawsOfEdit(context, makeLoop(context, { nodes, form, crossings }));
}

describe("the guess how arrays cross", () => {
  it("is that a repeat carries what keeps its axes", () => {
    expect(guessed(LAYERS, ["Y"], REPEAT)).toEqual([{ as: "carried", array: "E", next: "Y" }]);
  });

  it("is that a scan slices what has the axis and carries what is its own next state", () => {
    expect(guessed(RNN, ["U", "H'"], SCAN)).toEqual([
      { as: "sliced", array: "X" },
      { as: "carried", array: "H", next: "H'" },
    ]);
    expect(guessed(RNN, ["U"], SCAN)).toEqual([
      { as: "sliced", array: "X" },
      { as: "collected", array: "U" },
    ]);
  });

  it("knows the axes that a scan can go along", () => {
    expect(axesToScan(contextOf(RNN), ["U"])).toEqual(["t"]);
  });
});

describe("a repeat around lines", () => {
  it("carries its state, and the name outside stays", () => {
    const context = contextOf(LAYERS);
    const made = looped(LAYERS, ["Y"], REPEAT);
    holdStructureLaws(context, { ok: true, ...made, document: made.context.document });
    expect(made.text).toBe(
      dedent(`
        block Layer(Z[t m]) -> Y[t m]:
          Y[t m] = relu(Z)

        input E[t m]
        repeat 6:
          carry Y[t m] from E to Y'
          # the layer
          Y'[t m] = Layer(Y)
        P[t] = sum[m](Y)
      `),
    );
    expect(made.label).toBe("Made a repeat of 6");
    expect(made.select).toEqual(["repeat:Y"]);
  });

  it("unwraps into the lines as they were", () => {
    const { context } = looped(LAYERS, ["Y"], REPEAT);
    const { text } = holdStructureLaws(context, unwrapLoop(context, { node: "repeat:Y" }));
    expect(text).toBe(dedent(LAYERS).replace("( E )", "(E)"));
  });
});

describe("a scan around lines", () => {
  it("slices and stacks", () => {
    const context = contextOf(RNN);
    const made = looped(RNN, ["U"], SCAN);
    holdStructureLaws(context, { ok: true, ...made, document: made.context.document });
    expect(made.text).toContain(
      dedent(`
        scan t:
          each X_t[i] in X
          collect U[t n] from U_t
          U_t = linear[i -> n](X_t)
      `),
    );
    const back = holdStructureLaws(made.context, unwrapLoop(made.context, { node: "scan:U" }));
    expect(back.text).toContain("U[t n] = linear[i -> n](X)\n");
  });

  it("carries a state from step to step", () => {
    expect(looped(RNN, ["U", "H'", "Y"], SCAN).text).toBe(
      dedent(`
        size n = 16
        input X[t i], H[n]
        scan t:
          each X_t[i] in X
          carry H'[n] from H to H''
          collect Y[t] from Y_t
          U = linear[i -> n](X_t)
          H''[n] = tanh(U + linear[n -> n](H'))
          Y_t[] = sum[n](H'')
      `),
    );
  });
});

describe("what makes no loop", () => {
  const says = (text: string, request: Partial<Parameters<typeof makeLoop>[1]>) =>
    refusal(makeLoop(contextOf(text), { nodes: ["Y"], form: SCAN, crossings: [], ...request }));

  it("says that copies would save the same entry of a memory or count by the same name", () => {
    const saving =
      "input X[n]\nrepeat 2 as i:\n  carry Y[n] from X to Y'\n  save C[i] = Y\n  Y'[n] = relu(Y)";
    const nodes = contextOf(saving).document.statements.map(({ id }) => id);
    expect(says(saving, { nodes, form: { kind: "repeat", count: "2", index: "i" } })).toBe(
      "`i` is a name here already; choose another one for the copies.",
    );
    expect(says(saving, { nodes, form: { kind: "repeat", count: "N" } })).toBe(
      "Every copy of the repeat would save `C[i]`, which can be saved once; leave the line that saves it outside.",
    );
  });

  it("says so in one sentence", () => {
    expect(says(LAYERS, { form: { kind: "repeat", count: "6 +" } })).toBe(
      "`6 +` is no count: expected a size, but found the end of the line.",
    );
    expect(says(LAYERS, { form: { kind: "repeat", count: " " } })).toBe(
      "A repeat needs a count: a number, or a size such as `N`.",
    );
    expect(says(LAYERS, { form: { kind: "repeat", count: "2", index: "of" } })).toBe(
      "`of` is a word of the language and cannot name the copies of a repeat; `of_` can.",
    );
    expect(says(LAYERS, { form: { kind: "scan", axis: "1t" } })).toBe(
      "`1t` is no name: names start with a letter from A to Z, then letters, digits, `_` and primes.",
    );
    expect(says(LAYERS, {})).toBe("`Y` is used after the loop; carry it or collect it.");
    expect(says(LAYERS, { crossings: [{ as: "collected", array: "Q" }] })).toBe(
      "`Q` is not made by these lines, so it cannot leave the loop.",
    );
    const twice = { as: "collected", array: "Y" } as const;
    expect(says(LAYERS, { crossings: [twice, twice] })).toBe(
      "`Y` leaves the loop twice; carry it or collect it.",
    );
    expect(says(LAYERS, { crossings: [{ as: "sliced", array: "P" }, twice] })).toBe(
      "`P` is not read by these lines, so it does not enter the loop.",
    );
    expect(
      says(RNN, {
        nodes: ["H'"],
        crossings: [
          { as: "sliced", array: "H" },
          { as: "collected", array: "H'" },
        ],
      }),
    ).toBe("`H` has no axis `t`, so there is no slice of it for each step.");
    const softmax = "input S[y x]\nA = softmax[x](S)";
    const crossings = [
      { as: "sliced", array: "S" },
      { as: "collected", array: "A" },
    ] as const;
    expect(says(softmax, { nodes: ["A"], form: { kind: "scan", axis: "x" }, crossings })).toBe(
      "These lines act on `x` itself, so they cannot be done one step of `x` at a time.",
    );
    expect(says(LAYERS, { nodes: ["E"] })).toBe(
      "A loop needs an operation; select the lines that are done again and again.",
    );
  });
});

describe("what stays inside its loop", () => {
  const says = (body: string) => {
    const text = `input X[t n]\n${dedent(body)}`;
    const context = contextOf(text);
    const loop = context.document.statements.find(
      ({ kind }) => kind === "repeat" || kind === "scan",
    );
    return refusal(unwrapLoop(context, { node: loop?.id ?? "X" }));
  };

  it("says so in one sentence", () => {
    expect(says("Y = relu(X)")).toBe(
      "There is no loop here; select a repeat or a scan to unwrap it.",
    );
    expect(
      says(`
        scan t:
          each x in X
          carry H[n] from zeros() to H'
          H'[n] = x + H
      `),
    ).toBe(
      "`H` is carried from step to step, so these lines cannot stand outside the scan over `t`.",
    );
    expect(
      says(`
        repeat 3 as i:
          carry H[t n] from X to H'
          H'[t n] = H * i
      `),
    ).toBe("These lines use `i`, which counts the copies and is not known outside the repeat.");
    expect(
      says(`
        size w = (1, 2, 3)
        repeat 2 as i:
          carry H[c=w[i]] from X to H'[d=w[i+1]]
          H'[d=w[i+1]] = linear[c -> d](H)
      `),
    ).toBe(
      "`H` changes its shape from copy to copy, so these lines cannot stand outside the repeat.",
    );
    expect(
      says(`
        repeat 2:
          carry H[t n] from X to H'
          H'[t n] = relu(H
      `),
    ).toBe("There is a line in the repeat that cannot be read; mend it first.");
  });
});
