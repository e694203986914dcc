import { describe, expect, test } from "vitest";
import type { Entries } from "../../shapes/array-type.ts";
import { constant } from "../../shapes/size.ts";
import type { OpCall } from "../../src/ops/op.ts";
import { array, axes, op, say } from "../support/op-calls.ts";
import { typed } from "../support/typed.ts";

function of(axis: string): Entries {
  return { kind: "index", axis };
}

function full(call: Partial<OpCall>): OpCall {
  const none = { operands: [], keywords: {}, targets: [], results: [], options: {}, numbers: {} };
  return { ...none, declared: [], wanted: 1, ...call };
}

/** The learned arrays of a call, as `name[axes]`. */
function weights(name: string, call: Partial<OpCall>): readonly string[] {
  return (op(name).weights?.(full(call)) ?? []).map(
    ({ name: weight, axes: of }) => `${weight}[${of.map((axis) => axis.name).join(" ")}]`,
  );
}

/** What a whole text gives and complains about. */
function told(text: string): readonly string[] {
  const { faults, problems } = typed(text);
  return [...faults, ...problems].map((line) => line.split("\n", 1)[0] ?? "");
}

function typesOf(text: string): readonly string[] {
  expect(told(text)).toEqual([]);
  return typed(text).types;
}

describe("norms", () => {
  const image = { operands: [array("b c y x")], targets: axes("c") };

  test("have a gain and a bias per target, unless they are told otherwise or given them", () => {
    expect(weights("batch_norm", image)).toEqual(["weight[c]", "bias[c]"]);
    expect(weights("batch_norm", { ...image, options: { no_bias: [] } })).toEqual(["weight[c]"]);
    expect(weights("group_norm", { ...image, options: { plain: [] } })).toEqual([]);
    expect(weights("instance_norm", { ...image, keywords: { weight: array("c") } })).toEqual([
      "bias[c]",
    ]);
  });

  test("say what they lack", () => {
    const over = { axes: axes("y x") };
    expect(say("group_norm", { ...image, over }).failures).toEqual([
      "S05: `group_norm` needs the number of its groups, as in `groups 32`.",
    ]);
    expect(say("instance_norm", image).failures).toEqual([
      "S05: `instance_norm` needs the axes of its statistics, as in `over y x`.",
    ]);
    const groups = [constant(32)];
    expect(say("group_norm", { ...image, over, options: { groups } }).claims).toEqual([
      "32 divides c",
    ]);
  });

  test("leave every axis in its place", () => {
    expect(typesOf("input X[y c x]\nY = instance_norm[c; over y x](X)")).toContain("Y[y c x]");
    expect(typesOf("input X[y c x]\nY = softmax[y x](X)")).toContain("Y[y c x]");
  });
});

describe("the weights of convolutions", () => {
  const call = {
    operands: [array("y x c")],
    targets: axes("c"),
    results: axes("d"),
    over: { axes: axes("y x") },
    options: { kernel: [constant(3)], groups: [constant(2)], bias: [] },
  };

  test("have channels and a kernel, and only the channels of a group", () => {
    expect(weights("conv", call)).toEqual(["weight[d c k_1 k_2]", "bias[d]"]);
    expect(weights("conv_transpose", call)).toEqual(["weight[c d k_1 k_2]", "bias[d]"]);
    const [weight] = op("conv").weights?.(full({ ...call, operands: [array("y x c=8")] })) ?? [];
    expect(weight?.axes.map(({ name }) => name)).toEqual(["d", "c", "k_1", "k_2"]);
  });

  test("name an output that also is an input with a prime", () => {
    const options = { kernel: [constant(1)] };
    expect(weights("conv", { ...call, results: axes("c"), options })).toEqual([
      "weight[c' c k_1 k_2]",
    ]);
  });
});

describe("parts of an axis", () => {
  test("share equally what nothing gives a size", () => {
    const types = typesOf("input X[t c=12]\nA[t p], B[t q], C[t r=2] = chunk[c -> p q r](X)");
    expect(types).toContain("A[t p=5]");
    expect(types).toContain("B[t q=5]");
  });

  test("may have the same name, and make up the whole", () => {
    expect(typesOf("size m\ninput X[c=3*m]\nA, B, C = chunk[c -> m m m](X)")).toContain("C[m]");
    expect(told("size m\ninput X[c=2*m]\nA, B, C = chunk[c -> m m m](X)")[0]).toContain("S0");
    expect(told("input X[c]\nA = chunk[c -> p q](X)")[0]).toContain(
      "N07 `chunk` gives 2 arrays, but 1 name stands on the left.",
    );
  });
});

describe("rearranging", () => {
  test("takes groups for the axes that no single term names, and names merged ones on the left", () => {
    const text = "input I[c y=8 x=12]\nP[n d] = rearrange[c (i p=4) (j q=4) -> (i j) (c p q)](I)";
    expect(typesOf(text)).toContain("P[n=6 d=16·c]");
  });

  test("lets other axes pass where it only orders and merges", () => {
    const text = "input X[b t h k]\nY[b t d] = rearrange[h k -> (h k)](X)";
    expect(typesOf(text)).toContain("Y[b t d=h·k]");
  });

  test.each([
    ["Y = rearrange[t d -> (t d)](X)", "needs a shape on its left that names the merged axis"],
    ["Y[t d] = rearrange[t (h k) -> t (h k) e](X)", "has `e` after `->` only"],
    ["Y[d] = rearrange[t (h k) -> (h k)](X)", "loses `t` on its way"],
    ["Y[t h k] = rearrange[(h k) -> h k](X)", "has 1 group for the axes `t` and `d`"],
    ["Y[t q] = rearrange[q -> q](X)", "needs an axis `q`, but the array is [t d]"],
  ])("%s: %s", (line, says) => {
    expect(told(`size h, k\ninput X[t d=h*k]\n${line}`).join("\n")).toContain(says);
  });
});

describe("positions", () => {
  test("come out of sorting, of the largest and of sampling", () => {
    const call = { operands: [array("t n")], targets: axes("n") };
    expect(say("argsort", call).inferred.results[0]?.entries).toEqual(of("n"));
    expect(say("sample", call).inferred.results[0]?.entries).toEqual(of("n"));
    const { inferred, claims } = say("topk", { ...call, results: axes("k") });
    expect(inferred.results.map(({ entries }) => entries)).toEqual([{ kind: "real" }, of("n")]);
    expect(claims).toEqual(["n >= k"]);
  });

  test("are demanded by scattering and by cross entropy", () => {
    const scatter = { operands: [array("e"), array("e", of("m"))], targets: axes("e") };
    expect(say("scatter_add", { ...scatter, results: axes("n") }).failures).toEqual([
      "N12: `scatter_add` needs positions along `n`, but got positions along `m`.",
    ]);
    const losses = { operands: [array("t v"), array("t")], targets: axes("v") };
    expect(say("cross_entropy", losses).failures).toEqual([
      "N12: `cross_entropy` needs positions along `v`, but got real numbers.",
    ]);
  });
});

describe("images", () => {
  test("grow by their scale, or to the sizes of the results", () => {
    const call = { operands: [array("c y x")], targets: axes("y x"), results: axes("h w") };
    const options = { scale: [constant(2)] };
    expect(say("resize", { ...call, options }).claims).toEqual(["h = 2·y", "w = 2·x"]);
    expect(say("resize", call).claims).toEqual([]);
    const shuffle = { operands: [array("c y x")], targets: axes("c"), results: axes("d"), options };
    const over = { axes: axes("y x"), results: axes("h w") };
    expect(say("pixel_shuffle", { ...shuffle, over }).claims).toEqual([
      "c = 4·d",
      "h = 2·y",
      "w = 2·x",
    ]);
  });

  test("need an axis for each", () => {
    const call = { operands: [array("c y x")], targets: axes("y x"), results: axes("h") };
    expect(say("adaptive_avg_pool", call).failures).toEqual([
      "S05: `adaptive_avg_pool` needs one axis after `->` for each in front.",
    ]);
    expect(say("max_pool", { ...call, options: { kernel: [constant(2)] } }).failures).toEqual([
      "S05: `max_pool` needs one axis after `->` for each in front, or none at all.",
    ]);
  });
});

describe("matrices", () => {
  test.each(["inverse", "cholesky", "trace"])("%s takes a square one", (name) => {
    expect(say(name, { operands: [array("n p")], targets: axes("n p") }).claims).toEqual(["n = p"]);
  });

  test("are solved for the second target", () => {
    const call = { operands: [array("n p"), array("n m")], targets: axes("n p") };
    expect(say("solve", call).inferred.consumed).toEqual([["n", "p"], ["n"]]);
    expect(say("solve", { ...call, operands: [array("n p"), array("m")] }).failures).toEqual([
      "S01: `solve` needs the axis `n` in its second array too.",
    ]);
  });

  test("run along equal sizes where a diagonal is placed", () => {
    const call = { operands: [array("n")], targets: axes("n"), results: axes("n p") };
    expect(say("diag", call).claims).toContain("p = n");
    expect(say("diag", { ...call, results: axes("p") }).failures).toEqual([
      "S05: `diag` needs two axes after `->` to run along.",
    ]);
  });
});

describe("kernels larger than their array", () => {
  test("are told with the axis and the padding", () => {
    const text = "size W = 5, d\ninput X[x=W c]\nY[y d] = conv[c -> d; over x -> y; kernel 7](X)";
    expect(told(text).join("\n")).toContain("S14 A kernel of 7 does not fit in `x` (padding 0).");
    const padded = text.replace("kernel 7", "kernel 7; pad 1");
    expect(told(padded)).toEqual([]);
  });

  test("and an axis that is kept must keep its size", () => {
    const text = "size d\ninput X[x c]\nY[x d] = conv[c -> d; over x; kernel 3](X)";
    expect(told(text).join("\n")).toContain("S02");
  });
});
