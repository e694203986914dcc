import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import type { Callee } from "../../../src/editor/edits/insert-operation.ts";
import { replaceOperation } from "../../../src/editor/edits/replace-operation.ts";
import { type CallSetting, setCall } from "../../../src/editor/edits/set-call.ts";
import { changes, edited, refusal } from "../../support/edit-laws.ts";

const set = (node: string, setting: CallSetting) => (context: EditContext) =>
  setCall(context, { node, setting });
const targets = (node: string, text: string) => set(node, { kind: "targets", text });
const results = (node: string, text: string) => set(node, { kind: "results", text });
const option = (node: string, word: string, text?: string) =>
  set(node, { kind: "option", word, text });
const number = (node: string, name: string, text?: string) =>
  set(node, { kind: "number", name, text });
const replace = (node: string, name: string, kind: Callee["kind"] = "operation") => {
  return (context: EditContext) => replaceOperation(context, { node, what: { kind, name } });
};

const TEXT = `
  input X[t m]
  L[t k] = linear[m -> k](X)
  S[t k] = softmax[k](L)
  N[t k] = layer_norm[k](S, eps=1e-6)
  Z[s=2 k] = slice[t -> s; from 0; to 2](N)
`;

describe("the axes of an operation", () => {
  it("are set as text, and written shapes follow", () => {
    expect(changes(TEXT, targets("S", "t"))).toEqual([
      "- S[t k] = softmax[k](L)",
      "+ S[t k] = softmax[t](L)",
    ]);
    expect(changes(TEXT, targets("S", "t k"))).toEqual([
      "- S[t k] = softmax[k](L)",
      "+ S[t k] = softmax[t k](L)",
    ]);
    expect(
      changes(
        "input X[t m]\nL[t k] = linear[m -> k](X)\nR[t k] = relu(L)\n",
        results("L", "q=8 h"),
      ),
    ).toEqual([
      "- L[t k] = linear[m -> k](X)",
      "- R[t k] = relu(L)",
      "+ L[t q h] = linear[m -> q=8 h](X)",
      "+ R[t q h] = relu(L)",
    ]);
    expect(edited(TEXT, targets("S", "t")).label).toBe("Set the targets of softmax");
  });

  it("that are left out are `?`, where the operation needs them", () => {
    expect(changes(TEXT, targets("S", ""))).toEqual([
      "- S[t k] = softmax[k](L)",
      "+ S[t k] = softmax[?](L)",
    ]);
  });

  it("are refused where the operation takes none, or they cannot be read", () => {
    expect(refusal(TEXT, results("S", "h"))).toBe("Softmax takes no axes behind `->`.");
    expect(refusal(TEXT, targets("Z", "t k"))).toBe("Slice takes one axis in its brackets.");
    expect(refusal(TEXT, targets("S", "t, k"))).toBe(
      "Axes stand side by side, with no `,` between them.",
    );
    expect(refusal(TEXT, targets("S", "t; bias"))).toBe("Only axes can stand here, side by side.");
    expect(refusal(TEXT, targets("S", "t] ["))).toBe(
      "Expected the end of the axes, but found `[`.",
    );
    expect(refusal(TEXT, targets("X", "t"))).toBe("There is nothing to set at this place.");
  });
});

describe("the options and numbers of an operation", () => {
  it("come, change and go", () => {
    expect(changes(TEXT, option("L", "bias", ""))).toEqual([
      "- L[t k] = linear[m -> k](X)",
      "+ L[t k] = linear[m -> k; bias](X)",
    ]);
    expect(changes(TEXT, option("Z", "to", "t//2"))).toEqual([
      "- Z[s=2 k] = slice[t -> s; from 0; to 2](N)",
      "+ Z[s=2 k] = slice[t -> s; from 0; to t//2](N)",
    ]);
    expect(changes(TEXT, option("Z", "from"))).toEqual([
      "- Z[s=2 k] = slice[t -> s; from 0; to 2](N)",
      "+ Z[s=2 k] = slice[t -> s; to 2](N)",
    ]);
    expect(changes(TEXT, number("N", "eps", "1e-5"))).toEqual([
      "- N[t k] = layer_norm[k](S, eps=1e-6)",
      "+ N[t k] = layer_norm[k](S, eps=1e-5)",
    ]);
    expect(changes(TEXT, number("N", "eps"))).toEqual([
      "- N[t k] = layer_norm[k](S, eps=1e-6)",
      "+ N[t k] = layer_norm[k](S)",
    ]);
    expect(edited(TEXT, option("L", "bias", "")).label).toBe("Set bias of linear");
  });

  it("are refused where the operation has none, or they cannot be read", () => {
    expect(refusal(TEXT, option("S", "bias", ""))).toBe("Softmax has no option `bias`.");
    expect(refusal(TEXT, option("L", "bias", "2"))).toBe("`bias` takes nothing behind it.");
    expect(refusal(TEXT, option("Z", "to", "2 3"))).toBe("`to` takes one size.");
    expect(refusal(TEXT, number("S", "eps", "1"))).toBe("Softmax has no number `eps`.");
    expect(refusal(TEXT, number("N", "eps", "much"))).toBe("`much` is no number.");
  });

  it("of a shared layer are set where it is made", () => {
    const text = "layer W = linear[m -> k]\ninput X[t m]\nY[t k] = W(X)\n";
    expect(changes(text, option("Y", "bias", ""))).toEqual([
      "- layer W = linear[m -> k]",
      "+ layer W = linear[m -> k; bias]",
    ]);
  });
});

describe("the binding of an axis", () => {
  const text = `
    block F(X[m]) -> Y[m]:
      Y[m] = softmax[m](X)

    input A[t m]
    C[t m] = F(A)
  `;

  it("stands in the brackets of the call", () => {
    const bind = set("C", { kind: "binding", axis: "m", text: "t" });
    expect(changes(text, bind)).toEqual(["- C[t m] = F(A)", "+ C[t m] = F[m=t](A)"]);
    const unbind = set("C", { kind: "binding", axis: "m", text: undefined });
    expect(changes(text.replace("F(A)", "F[m=t](A)"), unbind)).toEqual([
      "- C[t m] = F[m=t](A)",
      "+ C[t m] = F(A)",
    ]);
    expect(refusal(text, targets("C", "m"))).toBe(
      "`F` is a block; its brackets bind its axes and sizes.",
    );
  });
});

describe("an operation that is replaced", () => {
  it("keeps its operands and the axes that fit", () => {
    expect(changes(TEXT, replace("S", "log_softmax"))).toEqual([
      "- S[t k] = softmax[k](L)",
      "+ S[t k] = log_softmax[k](L)",
    ]);
    expect(changes(TEXT, replace("N", "rms_norm"))).toEqual([
      "- N[t k] = layer_norm[k](S, eps=1e-6)",
      "+ N[t k] = rms_norm[k](S, eps=1e-6)",
    ]);
    expect(changes("input X[t m]\nS[t m] = softmax[m](X)\n", replace("S", "sum"))).toEqual([
      "- S[t m] = softmax[m](X)",
      "+ S[t] = sum[m](X)",
    ]);
    expect(edited(TEXT, replace("S", "log_softmax")).label).toBe("Replaced softmax by log softmax");
  });

  it("takes new axes where the old ones do not fit", () => {
    expect(changes("input X[t m]\nR[t m] = relu(X)\n", replace("R", "softmax"))).toEqual([
      "- R[t m] = relu(X)",
      "+ R[t m] = softmax[m](X)",
    ]);
  });

  it("leaves `?` for operands that are missing, and names those that lose their place", () => {
    const text = "input X[t m], Y[t m]\nA[t m] = relu(X) + tanh(Y)\n";
    expect(changes(text, replace("A", "relu"))).toEqual([
      "- A[t m] = relu(X) + tanh(Y)",
      "+ T = tanh(Y)",
      "+ A[t m] = relu(relu(X))",
    ]);
    expect(changes(text, replace("A.1", "multiply"))).toEqual([
      "- A[t m] = relu(X) + tanh(Y)",
      "+ A[t m] = X * ? + tanh(Y)",
    ]);
  });

  it("may be a call of a block", () => {
    const text = "block F(X[m]) -> Y[m]:\n  Y[m] = X\n\ninput A[t m]\nB[t m] = relu(A)\n";
    expect(changes(text, replace("B", "F", "call"))).toEqual([
      "- B[t m] = relu(A)",
      "+ B[t m] = F(A)",
    ]);
    expect(refusal(text, replace("B", "G", "call"))).toBe("There is no block or layer named `G`.");
  });
});
