import { describe, expect, it } from "vitest";
import type { EditContext } from "../../../src/editor/edit.ts";
import { connect, disconnect, reconnect } from "../../../src/editor/edits/connect.ts";
import type { PortRef } from "../../../src/editor/edits/scope.ts";
import { swapOperands } from "../../../src/editor/edits/swap.ts";
import { changes, edited, refusal } from "../../support/edit-laws.ts";

function wire(array: string, node: string, operand: PortRef["operand"] = 0, definition = "") {
  return (context: EditContext) =>
    connect(context, { array: { definition, array }, port: { node, operand } });
}

function cut(node: string, operand: PortRef["operand"] = 0) {
  return (context: EditContext) => disconnect(context, { port: { node, operand } });
}

const ATTENTION = `
  input Q[y k], K[x k], V[x k]
  S[y x] = dot[k](Q, K) / sqrt(k)
  A[y x] = softmax[x](S)
  Z[y k] = dot[x](A, V)
`;

describe("a connection", () => {
  it("takes the place of what is missing and completes the axes", () => {
    const text = "input A[y x], V[x k]\nZ = dot[?](A, ?)\n";
    expect(changes(text, wire("V", "Z", 1))).toEqual([
      "- Z = dot[?](A, ?)",
      "+ Z[y k] = dot[x](A, V)",
    ]);
    expect(edited(text, wire("V", "Z", 1))).toMatchObject({
      label: "Connected V to dot product",
      select: ["Z"],
    });
    expect(changes("input X[t d]\nL = linear[? -> ?](?)\n", wire("X", "L"))).toEqual([
      "- L = linear[? -> ?](?)",
      "+ L[t d'] = linear[d -> d'](X)",
    ]);
  });

  it("keeps axes that are given", () => {
    expect(changes("input X[t d]\nL = softmax[t](?)\n", wire("X", "L"))).toEqual([
      "- L = softmax[t](?)",
      "+ L[t d] = softmax[t](X)",
    ]);
  });

  it("replaces the array that was there", () => {
    expect(changes(ATTENTION, wire("V", "S.1", 1))).toEqual([
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "+ S[y x] = dot[k](Q, V) / sqrt(k)",
    ]);
  });

  it("lets the shapes that follow from it follow", () => {
    const text = `
      input Q[y k], K[x k], W[z k]
      S[y x] = dot[k](Q, K)
      R[y x] = relu(S)
      T[y x] = R
    `;
    expect(changes(text, wire("W", "S", 1))).toEqual([
      "- S[y x] = dot[k](Q, K)",
      "- R[y x] = relu(S)",
      "- T[y x] = R",
      "+ S[y z] = dot[k](Q, W)",
      "+ R[y z] = relu(S)",
      "+ T[y z] = R",
    ]);
  });

  it("may be ill-typed, and leaves what is written", () => {
    expect(changes(ATTENTION, wire("Q", "A"))).toEqual([
      "- A[y x] = softmax[x](S)",
      "+ A[y x] = softmax[x](Q)",
    ]);
  });

  it("gives a nested operation that it would replace a line of its own", () => {
    expect(changes(ATTENTION, wire("Q", "S", 0))).toEqual([
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "+ D[y x] = dot[k](Q, K)",
      "+ S[y k] = Q / sqrt(k)",
    ]);
    expect(edited(ATTENTION, wire("Q", "S", 0)).label).toBe(
      "Connected Q to divide, and named what was there D",
    );
  });

  it("from a nested operation gives it a name first", () => {
    expect(changes(ATTENTION, wire("S.1:0", "A"))).toEqual([
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "- A[y x] = softmax[x](S)",
      "+ D[y x] = dot[k](Q, K)",
      "+ S[y x] = D / sqrt(k)",
      "+ A[y x] = softmax[x](D)",
    ]);
  });

  it("adds an operand, by keyword too", () => {
    expect(changes(ATTENTION, wire("V", "Z", 2))).toEqual([
      "- Z[y k] = dot[x](A, V)",
      "+ Z[y k] = dot[x](A, V, V)",
    ]);
    const text = "input X[t m], W[m k]\nY[t k] = linear[m -> k](X)\n";
    expect(changes(text, wire("W", "Y", "weight"))).toEqual([
      "- Y[t k] = linear[m -> k](X)",
      "+ Y[t k] = linear[m -> k](X, weight=W)",
    ]);
  });

  it("is refused where it would close a loop, with the ways out", () => {
    expect(refusal(ATTENTION, wire("Z", "S.1", 0))).toBe(
      "`Z` is made from `A` and `S`, so this would be a loop: disconnect one of them first, or make it a scan that carries `Z`.",
    );
    expect(refusal(ATTENTION, wire("A", "A"))).toBe(
      "`A` is made from itself, so this would be a loop: disconnect one of them first, or make it a scan that carries `A`.",
    );
  });
});

describe("a connection across bodies", () => {
  const TEXT = `
    block F(X[t n]) -> Y[t n]:
      scan t:
        each x[n] in X
        carry h[n] from zeros() to h'
        collect Y[t n] from h'
        h'[n] = x + h
      Z[t n] = relu(?)

    input A[t n]
    B[t n] = F(A)
  `;

  it("reads an outer array inside a loop", () => {
    const text = TEXT.replace("X[t n]", "X[t n], W[n]").replace("F(A)", "F(A, ?)");
    expect(changes(text, wire("W", "F/h'", 0, "F"))).toEqual([
      "- h'[n] = x + h",
      "+ h'[n] = W + h",
    ]);
  });

  it("changes what a loop carries, slices and stacks", () => {
    expect(changes(TEXT, wire("x", "F/Y", 0, "F"))).toEqual([
      "- collect Y[t n] from h'",
      "+ collect Y[t n] from x",
    ]);
    expect(changes(TEXT, wire("x", "F/h", "to", "F"))).toEqual([
      "- carry h[n] from zeros() to h'",
      "+ carry h[n] from zeros() to x",
    ]);
  });

  it("is refused where the array cannot be seen", () => {
    expect(refusal(TEXT, wire("x", "F/Z", 0, "F"))).toBe(
      "`x` stays inside its loop; `carry` or `collect` it to use it outside.",
    );
    expect(refusal(TEXT, wire("A", "F/Z"))).toBe(
      "Block `F` cannot see `A` of the top of the file; give the block an input for it.",
    );
    expect(refusal(TEXT, wire("Y", "B", 0, "F"))).toBe(
      "`Y` stays inside block `F`; make it an output of the block to use it here.",
    );
    expect(refusal(TEXT, wire("A", "Q"))).toBe("This operation is no longer in the file.");
  });
});

describe("a connection that is taken off", () => {
  it("leaves `?`", () => {
    expect(changes(ATTENTION, cut("Z", 1))).toEqual([
      "- Z[y k] = dot[x](A, V)",
      "+ Z[y k] = dot[x](A, ?)",
    ]);
    expect(edited(ATTENTION, cut("Z", 1)).label).toBe("Disconnected V from dot product");
  });

  it("goes where the operation can do without it", () => {
    const text =
      "input X[t m], W[m k], b[k]\nY = linear[m -> k](X, weight=W, bias=b)\nZ = dot[m](X, X, W)\n";
    expect(changes(text, cut("Y", "weight"))).toEqual([
      "- Y = linear[m -> k](X, weight=W, bias=b)",
      "+ Y = linear[m -> k](X, bias=b)",
    ]);
    expect(changes(text, cut("Z", 1))).toEqual(["- Z = dot[m](X, X, W)", "+ Z = dot[m](X, W)"]);
  });

  it("keeps a nested operation on a line of its own", () => {
    expect(changes(ATTENTION, cut("S", 0))).toEqual([
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "+ D[y x] = dot[k](Q, K)",
      "+ S[y x] = ? / sqrt(k)",
    ]);
  });

  it("is refused where nothing is", () => {
    expect(refusal("Y = relu(?)\n", cut("Y"))).toBe("Nothing is connected here.");
    expect(refusal("input X[t]\noutput X\n", cut("output:X"))).toBe(
      "The output needs an array here; connect another one instead.",
    );
  });
});

describe("a connection that is moved", () => {
  it("leaves `?` behind", () => {
    const move = (context: EditContext) =>
      reconnect(context, { from: { node: "Z", operand: 1 }, to: { node: "A", operand: 0 } });
    expect(changes(ATTENTION, move)).toEqual([
      "- A[y x] = softmax[x](S)",
      "- Z[y k] = dot[x](A, V)",
      "+ A[x k] = softmax[x](V)",
      "+ Z[y k] = dot[x](A, ?)",
    ]);
    expect(edited(ATTENTION, move).label).toBe("Moved V from dot product to softmax");
  });
});

describe("a layer", () => {
  it("takes no array where it is made", () => {
    const text = "input X[k]\nlayer P = ?\nY[k] = relu(X)\n";
    const array = { definition: "", array: "X" };
    const intoLayer = (context: EditContext) => {
      const layer = context.document.statements.find(({ kind }) => kind === "layer");
      return connect(context, { array, port: { node: layer?.id ?? "", operand: 0 } });
    };
    expect(refusal(text, intoLayer)).toBe(
      "A layer takes its arrays where it is called; connect them there.",
    );
  });
});

describe("swapped operands", () => {
  it("exchange their places, nested ones too", () => {
    const swap = (context: EditContext) => swapOperands(context, { node: "S", operands: [0, 1] });
    expect(changes(ATTENTION, swap)).toEqual([
      "- S[y x] = dot[k](Q, K) / sqrt(k)",
      "+ S[y x] = sqrt(k) / dot[k](Q, K)",
    ]);
    expect(edited(ATTENTION, swap).label).toBe("Swapped dot product and square root at divide");
  });

  it("are refused where there is one only", () => {
    expect(
      refusal(ATTENTION, (context) => swapOperands(context, { node: "A", operands: [0, 1] })),
    ).toBe("There are no two inputs to swap here.");
  });
});
