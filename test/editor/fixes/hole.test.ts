import { describe, expect, it } from "vitest";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { fixesOf } from "../../../src/editor/fixes/fixes.ts";

/** The fixes of the first empty port, the first of them first. */
function fixesFor(...lines: readonly string[]): readonly string[] {
  const context = fixContext(`${lines.join("\n")}\n`);
  const error = context.diagnostics.find(({ code }) => code === "S05");
  return error === undefined ? [] : fixesOf(context, error).map(({ title }) => title);
}

const GIVEN = ["input X[t m], L[m d]", "N[t m] = layer_norm[m](X)"];

describe("an empty port", () => {
  it("gets the array that nothing reads and that has the axis", () => {
    const lines = ["input U[q], X[t m], K[m d], L[m d]", "N = relu(X)", "O = relu(K)"];
    expect(fixesFor(...lines, "P[t d] = dot[m](N, ?)", "Q = relu(O)")[0]).toBe("Connect `L` [m d]");
  });

  it.each([
    ["below it, where it can be seen", ["P[t d] = dot[m](N, ?)", "Q = softmax[z](P)"]],
    ["below it, where this one hides it", ["P = dot[m](N, ?)", "Q = split[t -> a=3 b=2](P + z)"]],
    ["in a line that reads it", ["size d=8, h=3", "P = dot[m](N, ?)", "Q = split[d -> h k](P)"]],
  ])("gets it where another mistake stands %s", (_, lines) => {
    expect(fixesFor(...GIVEN, ...lines)[0]).toBe("Connect `L` [m d]");
  });

  it("gets it where a call of the block is wrong, which this one hides", () => {
    const block = ["block F(X[t m], L[m d]) -> P:", "  N = layer_norm[m](X)", "  P = dot[m](N, ?)"];
    const [first] = fixesFor(...block, "input A[t m], B[m d]", "C[t] = F(A, B)");
    expect(first).toBe("Connect `L` [m d]");
  });

  it("gets it where the other operand lacks the axis", () => {
    const lines = ["input X[t m], L[m d], U[t]", "N = sum[m](X)", "P[t d] = dot[m](N, ?)"];
    expect(fixesFor(...lines)[0]).toBe("Connect `L` [m d]");
  });

  it("gets the array with the axes that the port of a block has here", () => {
    const block = ["custom Attention(Q[y k], V[x d]) -> Z[y d]"];
    const lines = ["input A[t k], U[q], W[s d]", "C[t d] = Attention[y=t x=s](A, ?)"];
    expect(fixesFor(...block, ...lines)).toEqual(["Connect `W` [s d]", "Add an input `V` [s d]"]);
  });

  it("never gets what is made of it", () => {
    const titles = fixesFor(...GIVEN, "P = dot[m](N, ?)", "Q[t d] = relu(P)");
    expect(titles.filter((title) => title.startsWith("Connect `Q`"))).toEqual([]);
  });

  it("can be filled where its neighbour is empty too", () => {
    expect(fixesFor(...GIVEN, "P[t d] = dot[m](?, ?)")[0]).toMatch(/^Connect/);
  });

  it("can go where the call does without it", () => {
    expect(fixesFor("input X[m]", "Y[m] = relu(X, ?)")).toContain("Leave out this argument");
    const [first] = fixesFor("input X[t m]", "Y[t k] = linear[m -> k](X, weight=?)");
    expect(first).toBe("Leave out `weight`");
  });
});
