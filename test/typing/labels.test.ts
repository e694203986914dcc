import { describe, expect, it } from "vitest";
import { typed } from "../support/typed.ts";

/** What is said at the other places of the mistakes of a text, as `3:5 text`. */
function labelsOf(...lines: readonly string[]): readonly string[] {
  return typed(lines.join("\n")).labels;
}

const ATTENTION = [
  "block Attention(Q[y m], X[x m]) -> O[y m]:",
  "  S[y x] = dot[m](Q, X)",
  "  O[y m] = dot[x](S, X)",
] as const;

describe("a circle", () => {
  it("is numbered at the arrays that go round, from the first line on as in its title", () => {
    expect(labelsOf("input X[m]", "A[m] = X + C", "B[m] = relu(A)", "C[m] = tanh(B)")).toEqual([
      "2:1 1. `A` is computed from `C`.",
      "3:1 2. `B` is computed from `A`.",
      "4:1 3. `C` is computed from `B`.",
    ]);
  });

  it("of one array has nothing more to say", () => {
    expect(labelsOf("input X[m]", "A[m] = X + A")).toEqual([]);
  });

  it("of many arrays is numbered where it begins", () => {
    const lines = Array.from({ length: 9 }, (_, i) => `A${i}[m] = relu(A${(i + 8) % 9})`);
    const labels = labelsOf(...lines);
    expect(labels).toHaveLength(6);
    expect(labels[0]).toBe("1:1 1. `A0` is computed from `A8`.");
    expect(labels[5]).toBe("6:1 6. `A5` is computed from `A4`.");
  });
});

describe("an axis that arrives twice", () => {
  it("is bound at one argument and left over at the other", () => {
    expect(labelsOf(...ATTENTION, "input Q[t m], X[x t m]", "O = Attention(Q, X)")).toEqual([
      "5:15 Here `t` is bound to `y`.",
      "5:18 Here `t` is left over.",
    ]);
  });

  it("is told at arguments that are calls themselves", () => {
    const call = "O = relu(Attention(relu(Q), X))";
    expect(labelsOf(...ATTENTION, "input Q[t m], X[x t m]", call)).toEqual([
      "5:20 Here `t` is bound to `y`.",
      "5:29 Here `t` is left over.",
    ]);
  });
});

describe("an axis that cannot be told from others", () => {
  it("says at the argument what matches and what is left", () => {
    expect(labelsOf(...ATTENTION, "input Q[y m], X[m s t]", "O = Attention(Q, X)")).toEqual([
      "5:18 `m` matches by name; `s` and `t` are left for `x`, so the order does not tell.",
    ]);
  });

  it("has nothing that matches where all names are others", () => {
    const block = ["block F(X[y x]) -> Y[y]:", "  Y[y] = sum[x](X)"];
    expect(labelsOf(...block, "input A[a b c]", "B = F(A)")).toEqual([
      "4:7 `a`, `b` and `c` are left for `y` and `x`, so the order does not tell.",
    ]);
  });
});

describe("a state that comes out with other axes", () => {
  const scan = (...body: readonly string[]) =>
    labelsOf(
      "input X[t n], G[n g]",
      "scan t:",
      "  each x[n] in X",
      "  carry H[n] from zeros() to H'",
      ...body.map((line) => `  ${line}`),
    );

  it("tells where an axis appears", () => {
    expect(scan("H' = expand[g](x + H)")).toEqual(["5:8 `g` appears here."]);
    expect(scan("A = relu(expand[g](x + H))", "H' = tanh(A)")).toEqual(["5:12 `g` appears here."]);
  });

  it("tells where an array from outside brings it in", () => {
    expect(scan("H' = relu(x + H * G)")).toEqual(["5:17 `g` appears here."]);
  });

  it("tells where an axis goes away", () => {
    expect(scan("A = sum[n](x + H)", "H' = tanh(A)")).toEqual(["5:7 `n` goes away here."]);
  });

  it("tells what one operation does in one sentence", () => {
    expect(scan("A = x + H", "H' = linear[n -> a b](A)")).toEqual([
      "6:8 `a` and `b` appear and `n` goes away here.",
    ]);
  });

  it("tells of several operations in their order", () => {
    expect(scan("A = sum[n](x + H)", "H' = expand[g](A)")).toEqual([
      "5:7 `n` goes away here.",
      "6:8 `g` appears here.",
    ]);
  });

  it("tells where the axis is made of a next value that does not come from the state", () => {
    expect(scan("H' = relu(expand[g](x))")).toEqual(["5:13 `g` appears here."]);
    expect(scan("H' = relu(G)")).toEqual([]);
  });

  it("of copies is told of in the same way", () => {
    expect(
      labelsOf(
        "input E[t m]",
        "repeat 6:",
        "  carry Z[t m] from E to Z'",
        "  Z' = linear[m -> f](Z)",
      ),
    ).toEqual(["4:8 `f` appears and `m` goes away here."]);
  });
});

describe("two sizes of one axis", () => {
  it("are told where they are written", () => {
    expect(labelsOf("input E[y=20 m], X[y=22 m]", "Q[y m] = tanh(E)")).toEqual([
      "1:7 `y` is 20 here.",
      "1:18 `y` is 22 here.",
    ]);
    expect(labelsOf("input E[y=20 m]", "Y[y=22 m] = relu(E)")).toEqual([
      "1:7 `y` is 20 here.",
      "2:1 `y` is 22 here.",
    ]);
  });

  it("are told at brackets that write them", () => {
    expect(labelsOf("input E[y=20 m]", "Y = expand[y=22](sum[y](E))")).toEqual([
      "1:7 `y` is 20 here.",
      "2:12 `y` is 22 here.",
    ]);
  });

  it("are told at both ends of a chain that leads them through axes of other names", () => {
    const labels = labelsOf(
      "input X[t d=20], Z[t e=22]",
      "A[t f] = rename[d -> f](X)",
      "B[t g] = rename[f -> g](A)",
      "C[t h] = rename[g -> h](B)",
      "D[t h] = rename[e -> h](Z)",
    );
    expect(labels).toEqual(["1:18 `e` is 22 here.", "1:7 `d` is 20 here."]);
  });

  it("are told as sizes of the file where these stand for any number", () => {
    const lines = ["size seq, t", "input A[p=seq], B[q=t]", "C[p] = A + rename[q -> p](B)"];
    expect(labelsOf(...lines)).toEqual(["2:17 `q` is t here.", "2:7 `p` is seq here."]);
  });

  it("are told at the port of a block and at the array that a call gives it", () => {
    const block = ["block F(X[t k=3]) -> Y[t n]:", "  Y[t n] = linear[k -> n](X)"];
    expect(labelsOf(...block, "input I[t c=4]", "O = F(I)")).toEqual([
      "1:9 `k` is 3 here.",
      "3:7 `c` is 4 here.",
    ]);
    expect(labelsOf(...block, "input I[t c]", "O = F(I)")).toEqual([]);
  });

  it("need no label where only one of them is written", () => {
    expect(labelsOf("size n", "input X[t=n d]", "Y[s=n//2 d] = slice[t -> s; step 3](X)")).toEqual(
      [],
    );
  });
});

describe("an axis that is missing", () => {
  it("tells where it went away", () => {
    const lines = ["input Q[y k h], K[x k h]", "S[y h] = sum[x](dot[k](Q, K))"];
    expect(labelsOf(...lines, "A[y h] = softmax[x](S)")).toEqual(["2:10 `x` goes away here."]);
    expect(labelsOf(...lines, "T = relu(S)", "A[y h] = softmax[x](exp(T))")).toEqual([
      "2:10 `x` goes away here.",
    ]);
  });

  it("tells of the last place where it was", () => {
    const lines = ["input X[t m]", "A = sum[m](X)", "B = A * X", "C = mean[m](B)"];
    expect(labelsOf(...lines, "D = softmax[m](C)")).toEqual(["4:5 `m` goes away here."]);
  });

  it("tells it of operations that look in several operands, and around a loop", () => {
    expect(labelsOf("input X[t m], L[m d]", "N = sum[m](X)", "P = dot[m](N, L)")).toEqual([
      "2:5 `m` goes away here.",
    ]);
    const loop = ["repeat 2:", "  carry Z[t] from S to Z'", "  Z' = Z + sum[m](S)"];
    expect(labelsOf("input X[t m]", "S = sum[m](X)", ...loop)).toEqual(["2:5 `m` goes away here."]);
  });

  it("has no such place where it never was", () => {
    expect(labelsOf("input X[t m]", "A = softmax[z](relu(X))")).toEqual([]);
  });
});

describe("an axis that a result would have twice", () => {
  it("tells the arguments that it comes from", () => {
    const block = ["block Scores(Q[y m], K[x m]) -> S[y x]:", "  S[y x] = dot[m](Q, K)"];
    expect(labelsOf(...block, "input Z[t m]", "A = Scores(Z, relu(Z))")).toEqual([
      "4:12 `t` comes from `Z`.",
      "4:15 `t` comes from this argument.",
    ]);
    expect(labelsOf("input X[t m]", "Y = linear[m -> t](X)")).toEqual(["2:20 `t` comes from `X`."]);
  });
});

describe("requirements that cannot hold together", () => {
  it("say where the others stand", () => {
    expect(labelsOf("size n", "require n >= 5", "require n <= 3")).toEqual([
      "2:1 `n >= 5` is required here.",
    ]);
  });
});
