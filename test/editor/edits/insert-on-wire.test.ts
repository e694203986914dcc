import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { insertOnWire, type WireInsertion } from "../../../src/editor/edits/insert-on-wire.ts";
import { changes, edited, refusal } from "../../support/edit-laws.ts";

function drop(
  name: string,
  array: string,
  rest: Partial<WireInsertion> = {},
  definition = "",
): (context: EditContext) => ReturnType<typeof insertOnWire> {
  return (context) =>
    insertOnWire(context, {
      what: { kind: "operation", name },
      array: { definition, array },
      ...rest,
    });
}

const TEXT = `
  input X[t d], W[t]
  A[t d] = relu(X)
  B[t d] = tanh(A)
  C[t d] = A + B
`;

describe("an operation on a wire", () => {
  it("stands between an array and all that read it", () => {
    expect(changes(TEXT, drop("softmax", "A"))).toEqual([
      "- B[t d] = tanh(A)",
      "- C[t d] = A + B",
      "+ S[t d] = softmax[d](A)",
      "+ B[t d] = tanh(S)",
      "+ C[t d] = S + B",
    ]);
    expect(edited(TEXT, drop("softmax", "A"))).toMatchObject({
      label: "Inserted softmax after A",
      select: ["S"],
    });
  });

  it("stands in front of one port", () => {
    const consumers = [{ node: "C", operand: 0 }];
    expect(changes(TEXT, drop("softmax", "A", { consumers }))).toEqual([
      "+ S[t d] = softmax[d](A)",
      "- C[t d] = A + B",
      "+ C[t d] = S + B",
    ]);
    expect(refusal(TEXT, drop("softmax", "A", { consumers: [{ node: "C", operand: 1 }] }))).toBe(
      "`A` does not go into this port.",
    );
  });

  it("takes axes that what follows can use", () => {
    expect(changes("input X[t d]\nY[t] = sum[d](X)\n", drop("linear", "X"))).toEqual([
      "- Y[t] = sum[d](X)",
      "+ L[t d] = linear[d -> d](X)",
      "+ Y[t] = sum[d](L)",
    ]);
  });

  it("may take the array as a later operand", () => {
    expect(changes("input X[t]\nY[t] = relu(X)\n", drop("subtract", "X", { operand: 1 }))).toEqual([
      "- Y[t] = relu(X)",
      "+ S = ? - X",
      "+ Y[t] = relu(S)",
    ]);
  });

  it("takes over the name that a block gives out", () => {
    const text = "block F(X[m]) -> Y[m]:\n  Y[m] = relu(X)\n\nblock G(X[m]) -> X[m]:\n";
    expect(changes(text, drop("tanh", "Y", {}, "F"))).toEqual([
      "- Y[m] = relu(X)",
      "+ Y2[m] = relu(X)",
      "+ Y[m] = tanh(Y2)",
    ]);
  });

  it("stands inside a loop or behind it", () => {
    const text = `
      block F(X[t n]) -> Y[t n]:
        scan t:
          each x[n] in X
          carry h[n] from zeros() to h'
          collect Y[t n] from h'
          h'[n] = x + h
    `;
    expect(changes(text, drop("tanh", "x", {}, "F"))).toEqual([
      "+ T[n] = tanh(x)",
      "- h'[n] = x + h",
      "+ h'[n] = T + h",
    ]);
    expect(changes(text, drop("tanh", "h'", {}, "F"))).toEqual([
      "- carry h[n] from zeros() to h'",
      "- collect Y[t n] from h'",
      "+ carry h[n] from zeros() to T",
      "+ collect Y[t n] from T",
      "+ T[n] = tanh(h')",
    ]);
    expect(changes(text, drop("tanh", "Y", {}, "F"))).toEqual([
      "- block F(X[t n]) -> Y[t n]:",
      "+ block F(X[t n]) -> T[t n]:",
      "+ T[t n] = tanh(Y)",
    ]);
  });
});
