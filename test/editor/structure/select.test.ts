import { describe, expect, it } from "vitest";
import {
  selectAll,
  selectBetween,
  selectDownstream,
  selectUpstream,
  selectWithAxis,
} from "../../../src/editor/structure/select.ts";
import { contextOf } from "../../support/structure-laws.ts";

const context = contextOf(`
  size n = 4

  block LSTM(X[t i]) -> Y[t n]:
    U[t n] = linear[i -> n](X)
    scan t:
      each u[n] in U
      carry H[n] from zeros() to H'
      collect Y[t n] from relu(H')
      W[n] = linear[n -> n](H)
      H'[n] = tanh(u + W)

  input A[t i], B[t i]
  C[t n] = LSTM(A)
  D[t] = sum[n](C) + mean[i](B)
`);

const inLstm = (select: typeof selectUpstream, ...nodes: readonly string[]) =>
  [...select(context, "LSTM", nodes)].toSorted();

describe("selecting", () => {
  it("all takes loops and what stands in them", () => {
    expect([...selectAll(context, "LSTM")].toSorted()).toEqual([
      "LSTM/H'",
      "LSTM/H'.1",
      "LSTM/H.1",
      "LSTM/U",
      "LSTM/W",
      "LSTM/Y.1",
      "LSTM/scan:H",
    ]);
    expect([...selectAll(context, "")]).toEqual(["A", "C", "D.1", "D.2", "D"]);
    expect([...selectAll(context, "Nowhere")]).toEqual([]);
  });

  it("upstream goes in through the walls of loops", () => {
    expect(inLstm(selectUpstream, "LSTM/H'")).toEqual([
      "LSTM/H'",
      "LSTM/H'.1",
      "LSTM/H.1",
      "LSTM/U",
      "LSTM/W",
    ]);
  });

  it("downstream goes out through them", () => {
    expect(inLstm(selectDownstream, "LSTM/W")).toEqual([
      "LSTM/H'",
      "LSTM/H'.1",
      "LSTM/W",
      "LSTM/Y.1",
      "LSTM/scan:H",
    ]);
    expect(inLstm(selectDownstream, "LSTM/U")).toEqual([
      "LSTM/H'",
      "LSTM/H'.1",
      "LSTM/U",
      "LSTM/Y.1",
      "LSTM/scan:H",
    ]);
  });

  it("between is what lies on the way from one to another", () => {
    expect([...selectBetween(context, "", ["C", "D"])]).toEqual(["C", "D", "D.1"]);
  });

  it("takes all that an axis goes through", () => {
    expect([...selectWithAxis(context, "", "i")]).toEqual(["A", "C", "D.2"]);
  });
});
