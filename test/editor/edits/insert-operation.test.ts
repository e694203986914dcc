import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { type Insertion, insertOperation } from "../../../src/editor/edits/insert-operation.ts";
import { changes, edited, refusal, textAfter } from "../../support/edit-laws.ts";

const TOP = { definition: "" };

function insert(name: string, from: Insertion["from"] = [], rest: Partial<Insertion> = {}) {
  return (context: EditContext) =>
    insertOperation(context, { what: { kind: "operation", name }, into: TOP, from, ...rest });
}

describe("an operation that is placed", () => {
  it("stands alone in an empty file with everything missing", () => {
    expect(textAfter("", insert("softmax"))).toBe("S = softmax[?](?)\n");
    expect(textAfter("", insert("linear"))).toBe("L = linear[? -> ?](?)\n");
    expect(textAfter("", insert("dot"))).toBe("D = dot[?](?, ?)\n");
    expect(textAfter("", insert("add"))).toBe("A = ? + ?\n");
    expect(textAfter("", insert("negate"))).toBe("N = -?\n");
    expect(textAfter("", insert("relu"))).toBe("R = relu(?)\n");
    expect(textAfter("", insert("zeros"))).toBe("Z = zeros[?]()\n");
  });

  it("takes its axes from the array that goes in", () => {
    const text = "input X[t d]\n";
    expect(changes(text, insert("linear", ["X"]))).toEqual(["+ L[t d'] = linear[d -> d'](X)"]);
    expect(changes(text, insert("softmax", ["X"]))).toEqual(["+ S[t d] = softmax[d](X)"]);
    expect(changes(text, insert("sum", ["X"]))).toEqual(["+ S[t] = sum[d](X)"]);
    expect(changes(text, insert("relu", ["X"]))).toEqual(["+ R[t d] = relu(X)"]);
    expect(changes(text, insert("split", ["X"]))).toEqual([
      "+ S[t d' d''] = split[d -> d' d''](X)",
    ]);
    expect(changes(text, insert("expand", ["X"]))).toEqual(["+ E[t d n] = expand[n](X)"]);
    expect(changes("input ids[t] of v\n", insert("embedding", ["ids"]))).toEqual([
      "+ E[t v'] = embedding[v -> v'](ids)",
    ]);
  });

  it("names every array that it gives", () => {
    expect(changes("input G[t g=4 n]\n", insert("unstack", ["G"]))).toEqual([
      "+ U[t n], U2[t n], U3[t n], U4[t n] = unstack[g](G)",
    ]);
    expect(changes("input X[t d]\n", insert("chunk", ["X"]))).toEqual([
      "+ C[t d'], C2[t d''] = chunk[d -> d' d''](X)",
    ]);
  });

  it("sums over the axis that two arrays share, but not over a batch in front", () => {
    const dot = insert("dot", ["Q", "K"]);
    expect(changes("input Q[y k h], K[x k h]\n", dot)).toEqual(["+ D[y x h] = dot[k](Q, K)"]);
    expect(changes("input Q[y x h], K[x k h]\n", dot)).toEqual(["+ D[y k h] = dot[x](Q, K)"]);
    expect(changes("input Q[b t d], K[b s d]\n", dot)).toEqual(["+ D[b t s] = dot[d](Q, K)"]);
    expect(changes("input Q[i], K[j]\n", dot)).toEqual(["+ D[i j] = dot(Q, K)"]);
  });

  it("waits with its axes for what is missing", () => {
    expect(changes("input A[y x]\n", insert("dot", ["A"]))).toEqual(["+ D = dot[?](A, ?)"]);
    expect(changes("input A[y x]\n", insert("dot", [undefined, "A"]))).toEqual([
      "+ D = dot[?](?, A)",
    ]);
  });

  it("goes after its last producer and what stands beside, and takes a name that is free", () => {
    const text = `
      input X[t d]
      S = relu(X)   # first
      Y = sigmoid(X)
      S2 = Y + X
    `;
    expect(textAfter(text, insert("softmax", ["S"]))).toBe(
      [
        "input X[t d]",
        "S = relu(X)   # first",
        "Y = sigmoid(X)",
        "S3[t d] = softmax[d](S)",
        "S2 = Y + X",
        "",
      ].join("\n"),
    );
  });

  it("stands behind what was added before it, in the same paragraph", () => {
    const text = `
      input E[y m], X[x m]
      Q[y m] = relu(E)

      # Afterwards.
      Z[x m] = exp(X)
    `;
    expect(textAfter(text, insert("sigmoid", ["X"]))).toContain(
      "Q[y m] = relu(E)\nS[x m] = sigmoid(X)\n\n# Afterwards.",
    );
  });

  it("takes the name that it is given", () => {
    const text = "input X[t d]\n";
    expect(changes(text, insert("relu", ["X"], { name: "H" }))).toEqual(["+ H[t d] = relu(X)"]);
    expect(refusal(text, insert("relu", ["X"], { name: "X" }))).toBe(
      "`X` is already in use here; choose another name.",
    );
    expect(refusal(text, insert("relu", ["X"], { name: "load" }))).toBe(
      "`load` is a word of the language and cannot name an array; `load_` can.",
    );
    expect(refusal(text, insert("relu", ["X"], { name: "2x" }))).toBe(
      "`2x` is no name: names start with a letter from A to Z, then letters, digits, `_` and primes.",
    );
  });

  it("is selected, and undo says what was done", () => {
    const { label, select } = edited("input X[t d]\n", insert("softmax", ["X"]));
    expect({ label, select }).toEqual({ label: "Added softmax", select: ["S"] });
  });

  it("is refused more arrays than it takes", () => {
    const text = "input X[t d], Y[t d]\n";
    expect(refusal(text, insert("softmax", ["X", "Y"]))).toBe(
      "Softmax takes one array, so there is no place for 2.",
    );
    expect(refusal(text, insert("attend"))).toBe("There is no operation named `attend`.");
  });
});

describe("a call of a block that is placed", () => {
  const text = `
    block FeedForward(X[m]) -> Y[m], Z[m]:
      Y[m] = relu(X)
      Z[m] = X + X

    input A[t m]
  `;
  const call = (from: Insertion["from"]) => (context: EditContext) =>
    insertOperation(context, {
      what: { kind: "call", name: "FeedForward" },
      into: TOP,
      ...(from && { from }),
    });

  it("names what the block gives and takes what goes in", () => {
    expect(changes(text, call(["A"]))).toEqual(["+ Y[t m], Z[t m] = FeedForward(A)"]);
    expect(changes(text, call(undefined))).toEqual(["+ Y, Z = FeedForward(?)"]);
    expect(edited(text, call(["A"])).label).toBe("Added Feed-forward");
  });

  it("is refused more arrays than the block has inputs", () => {
    expect(refusal(text, call(["A", "A"]))).toBe(
      "`FeedForward` takes one array, so there is no place for 2.",
    );
  });
});

describe("an operation in a loop", () => {
  const text = `
    block F(X[t n]) -> Y[t n]:
      scan t:
        each x[n] in X
        carry h[n] from zeros() to h'
        collect Y[t n] from h'
        h'[n] = x + h
  `;
  const into = { definition: "F", loop: "F/scan:h" };

  it("stands in its body and reads what is there", () => {
    expect(changes(text, insert("tanh", ["h'"], { into }))).toEqual(["+ T[n] = tanh(h')"]);
    expect(changes(text, insert("tanh", ["x"], { into }))).toEqual(["+ T[n] = tanh(x)"]);
  });

  it("is refused an array that it cannot see", () => {
    expect(refusal(text, insert("tanh", ["x"], { into: { definition: "F" } }))).toBe(
      "`x` cannot be seen where the operation would stand.",
    );
  });
});
