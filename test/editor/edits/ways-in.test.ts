import { describe, expect, it } from "vitest";
import type { Edit, EditContext } from "../../../src/editor/edit.ts";
import type { ArrayRef, PortRef } from "../../../src/editor/edits/scope.ts";
import { type WayIn, waysIn } from "../../../src/editor/edits/ways-in.ts";
import { waysOut } from "../../../src/editor/structure/ways-out.ts";
import { changes, contextOf } from "../../support/edit-laws.ts";

type Ways = (context: EditContext, array: ArrayRef, port: PortRef) => readonly WayIn[];

/** What each way is called, and what it changes in the text. */
function told(text: string, name: string, port: PortRef, ways: Ways = waysIn) {
  const array = { definition: "", array: name };
  return ways(contextOf(text), array, port).map(({ title }) => [
    title,
    ...changes(text, (context): Edit => {
      const again = ways(context, array, port).find((way) => way.title === title);
      return again?.edit ?? { ok: false, says: "It is gone." };
    }),
  ]);
}

describe("an array that lacks an axis", () => {
  it("has it under another name, is mapped to it, or is connected as it is", () => {
    const text = "input A[y x], V[t k]\nZ[y k] = dot[x](A, ?)\n";
    expect(told(text, "V", { node: "Z", operand: 1 })).toEqual([
      [
        "Rename t to x and connect",
        "- input A[y x], V[t k]",
        "- Z[y k] = dot[x](A, ?)",
        "+ input A[y x], V[x k]",
        "+ Z[y k] = dot[x](A, V)",
      ],
      [
        "Put a linear t → x between",
        "- Z[y k] = dot[x](A, ?)",
        "+ L[x k] = linear[t -> x](V)",
        "+ Z[y k] = dot[x](A, L)",
      ],
      ["Connect anyway", "- Z[y k] = dot[x](A, ?)", "+ Z[y k] = dot[x](A, V)"],
    ]);
  });

  it("is renamed on the way where the axis comes from elsewhere", () => {
    const text = `
      input A[y x=8], W[t=8 k], U[t x]
      V[t k] = relu(W)
      Z[y k] = dot[x](A, ?)
    `;
    expect(told(text, "V", { node: "Z", operand: 1 })[0]).toEqual([
      "Rename t to x and connect",
      "- Z[y k] = dot[x](A, ?)",
      "+ R[x k] = rename[t -> x](V)",
      "+ Z[y k] = dot[x](A, R)",
    ]);
  });

  it("is renamed where it is made", () => {
    const text = `
      input A[y x], X[n m]
      V[t k] = linear[n m -> t k](X)
      Z[y k] = dot[x](A, ?)
    `;
    expect(told(text, "V", { node: "Z", operand: 1 })[0]).toEqual([
      "Rename t to x and connect",
      "- V[t k] = linear[n m -> t k](X)",
      "- Z[y k] = dot[x](A, ?)",
      "+ V[x k] = linear[n m -> x k](X)",
      "+ Z[y k] = dot[x](A, V)",
    ]);
  });

  it("is mapped from the axes of the size that is missing", () => {
    const text = `
      size k = 4, h = 2, m = k*h
      input V[x k h], X[y m], W[x m]
      Q[y e=3] = linear[m -> e](X)
    `;
    expect(told(text, "V", { node: "Q", operand: 0 })).toEqual([
      [
        "Put a linear k h → m between",
        "- Q[y e=3] = linear[m -> e](X)",
        "+ L[x m] = linear[k h -> m](V)",
        "+ Q[x e=3] = linear[m -> e](L)",
      ],
      ["Connect anyway", "- Q[y e=3] = linear[m -> e](X)", "+ Q[y e=3] = linear[m -> e](V)"],
    ]);
  });
});

describe("a connection that would be a loop", () => {
  it("is cut, or becomes a repeat that starts from what was there", () => {
    const text = `
      input X[t d]
      A[t d] = relu(X)
      B[t d] = linear[d -> d](A)
    `;
    expect(told(text, "B", { node: "A", operand: 0 }, waysOut)).toEqual([
      [
        "Take A off linear and connect",
        "- A[t d] = relu(X)",
        "- B[t d] = linear[d -> d](A)",
        "+ A[t d] = relu(B)",
        "+ B[t d] = linear[d -> d](?)",
      ],
      [
        "Make it a repeat of 2 copies",
        "- A[t d] = relu(X)",
        "- B[t d] = linear[d -> d](A)",
        "+ repeat 2:",
        "+ carry B[t d] from X to B'",
        "+ A[t d] = relu(B)",
        "+ B'[t d] = linear[d -> d](A)",
      ],
    ]);
  });

  it("becomes a scan over an axis that goes through", () => {
    const text = `
      input X[t i], H[n]
      U[t n] = linear[i -> n](X)
      A[t n] = U + linear[n -> n](H)
      B[t n] = tanh(A)
    `;
    expect(told(text, "B", { node: "A.2", operand: 0 }, waysOut)[1]).toEqual([
      "Make it a scan over t",
      "- A[t n] = U + linear[n -> n](H)",
      "- B[t n] = tanh(A)",
      "+ scan t:",
      "+ each U_t[n] in U",
      "+ carry B[n] from H to B'",
      "+ A[n] = U_t + linear[n -> n](B)",
      "+ B'[n] = tanh(A)",
    ]);
  });
});
