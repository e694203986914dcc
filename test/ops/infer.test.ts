import { describe, expect, test } from "vitest";
import type { Entries } from "../../shapes/array-type.ts";
import { array, axes, say } from "../support/op-calls.ts";
import { size } from "../support/sizes.ts";

const BOOL: Entries = { kind: "bool" };
const INT: Entries = { kind: "int" };

function of(axis: string): Entries {
  return { kind: "index", axis };
}

function names(shape: readonly { readonly name: string }[] | undefined): string {
  return (shape ?? []).map((axis) => axis.name).join(" ");
}

describe("arrays from nothing", () => {
  test("take the axes of the left side when they have no brackets", () => {
    const { inferred, failures } = say("zeros", { declared: [axes("t n")] });
    expect(names(inferred.results[0]?.axes)).toBe("t n");
    expect(failures).toEqual([]);
  });

  test("need axes from somewhere", () => {
    expect(say("ones", {}).failures).toEqual([
      "S05: `ones` needs its axes, either in brackets or on the left.",
    ]);
  });

  test("count the axes of those that have a fixed number", () => {
    expect(say("causal", { targets: axes("y") }).failures).toEqual([
      "S05: `causal[y x]` needs 2 axes, but got 1.",
    ]);
  });

  test("are square where they are matrices of one space", () => {
    expect(say("eye", { targets: axes("n p") }).claims).toEqual(["n = p"]);
    expect(say("hippo_legs", { targets: axes("n p") }).claims).toEqual(["n = p"]);
  });

  test("give positions as indices of their axis", () => {
    expect(say("arange", { targets: axes("t") }).inferred.results[0]?.entries).toEqual(of("t"));
  });

  test("hold a constant's list against the number of entries", () => {
    const numbers = [1, 2, 3].map(() => array("", INT));
    const { claims, inferred } = say("constant", { targets: axes("a b"), operands: numbers });
    expect(claims).toEqual(["a·b = 3"]);
    expect(inferred.results[0]?.entries).toEqual(INT);
    expect(say("constant", { targets: axes("a"), operands: numbers.slice(1, 2) }).claims).toEqual(
      [],
    );
  });

  test("take the bounds of a uniform distribution in pairs", () => {
    expect(say("uniform", { targets: axes("n"), operands: [array("")] }).failures).toEqual([
      "N03: `uniform` takes both bounds or none, but got 1.",
    ]);
  });
});

describe("linear", () => {
  test("uses up what stands before the arrow and gives what stands after it", () => {
    const { inferred, claims } = say("linear", {
      operands: [array("t m")],
      targets: axes("m"),
      results: axes("k h"),
    });
    expect(inferred.consumed).toEqual([["m"]]);
    expect(names(inferred.results[0]?.axes)).toBe("k h");
    expect(claims).toEqual([]);
  });

  test("uses up the axes of a given weight and bias and lifts over their others", () => {
    const { inferred } = say("linear", {
      operands: [array("b p")],
      keywords: { weight: array("b p a"), bias: array("b a") },
      targets: axes("p"),
      results: axes("a"),
    });
    expect(inferred.consumed).toEqual([["p"], ["p", "a"], ["a"]]);
  });

  test("finds an output axis that is an input axis with a prime in the weight", () => {
    const { inferred, claims } = say("linear", {
      operands: [array("t m")],
      keywords: { weight: array("m m'=n") },
      targets: axes("m"),
      results: axes("m"),
    });
    expect(inferred.consumed).toEqual([["m"], ["m", "m'"]]);
    expect(claims).toEqual(["n = m"]);
  });

  test("says which axes a weight lacks", () => {
    const { failures } = say("linear", {
      operands: [array("t m")],
      keywords: { weight: array("m f") },
      targets: axes("m"),
      results: axes("k"),
    });
    expect(failures).toEqual([
      "S13: The weight of `linear` should have `m` and `k`, but [m f] lacks `k`.",
    ]);
  });
});

describe("embedding", () => {
  const call = { targets: axes("v"), results: axes("m") };

  test("keeps the axes of the ids and adds its result", () => {
    const { inferred, failures } = say("embedding", { ...call, operands: [array("t", of("v"))] });
    expect(inferred.consumed).toEqual([[]]);
    expect(names(inferred.results[0]?.axes)).toBe("m");
    expect(failures).toEqual([]);
  });

  test("takes indices of its own axis only", () => {
    expect(say("embedding", { ...call, operands: [array("t", of("w"))] }).failures).toEqual([
      "N12: `embedding` needs positions along `v`, but got positions along `w`.",
    ]);
    expect(say("embedding", { ...call, operands: [array("t")] }).failures).toEqual([
      "N12: `embedding` needs positions along `v`, but got real numbers.",
    ]);
  });
});

describe("dot", () => {
  const operands = [array("y k h"), array("x k h")];

  test("uses up each target in the operands that have it", () => {
    const three = [...operands, array("k j"), array("j")];
    expect(say("dot", { operands: three, targets: axes("k j") }).inferred.consumed).toEqual([
      ["k"],
      ["k"],
      ["k", "j"],
      ["j"],
    ]);
  });

  test("points to sum for a target of one operand", () => {
    expect(say("dot", { operands, targets: axes("x") }).failures).toEqual([
      "S01: `dot` over `x` needs it in two operands; use `sum[x]` for one.",
    ]);
  });

  test("reports a target of no operand", () => {
    expect(say("dot", { operands, targets: axes("q") }).failures).toEqual([
      "S01: `dot` over `q` finds `q` in no operand.",
    ]);
  });

  test("is the product by name without targets", () => {
    const { inferred, failures } = say("dot", { operands });
    expect(inferred.consumed).toEqual([[], []]);
    expect(failures).toEqual([]);
  });
});

describe("kinds of entries", () => {
  test("arithmetic gives real numbers of any kind", () => {
    const operands = [array("t", BOOL), array("t", of("v"))];
    expect(say("add", { operands }).inferred.results[0]?.entries).toEqual({ kind: "real" });
  });

  test("comparisons give truth values", () => {
    const operands = [array("t", of("t")), array("t", INT)];
    expect(say("less", { operands }).inferred.results[0]?.entries).toEqual(BOOL);
  });

  test("where keeps the kind of what it chooses, and a number fits it", () => {
    const operands = [array("t", BOOL), array("t", of("v")), array("", INT)];
    const { inferred, failures } = say("where", { operands, scalars: [false, false, true] });
    expect(inferred.results[0]?.entries).toEqual(of("v"));
    expect(failures).toEqual([]);
  });

  test("concat refuses to join indices of two axes", () => {
    const { failures } = say("concat", {
      operands: [array("a", of("v")), array("b", of("w"))],
      targets: axes("a b"),
      results: axes("c"),
    });
    expect(failures).toEqual([
      "N12: `concat` cannot join positions along `v` with positions along `w`.",
    ]);
  });

  test("argmax gives positions along its target, max what it chose", () => {
    const operands = [array("t v", INT)];
    expect(say("argmax", { operands, targets: axes("v") }).inferred.results[0]?.entries).toEqual(
      of("v"),
    );
    expect(say("max", { operands, targets: axes("v") }).inferred.results[0]?.entries).toEqual(INT);
  });
});

describe("axes", () => {
  test("split and merge multiply sizes", () => {
    const split = { operands: [array("t d")], targets: axes("d"), results: axes("h k") };
    expect(say("split", split).claims).toEqual(["d = h·k"]);
    const merge = { operands: [array("t h k")], targets: axes("h k"), results: axes("d") };
    expect(say("merge", merge).claims).toEqual(["d = h·k"]);
  });

  test("concat adds sizes, of the target of each array or of one for all", () => {
    const two = { operands: [array("a"), array("b x")], targets: axes("a b"), results: axes("c") };
    expect(say("concat", two).claims).toEqual(["c = a + b"]);
    expect(say("concat", two).inferred.consumed).toEqual([["a"], ["b"]]);
    const same = { operands: [array("c"), array("c")], targets: axes("c"), results: axes("e") };
    expect(say("concat", same).claims).toEqual(["e = 2·c"]);
  });

  test("concat names the array that lacks its axis", () => {
    const call = { operands: [array("a"), array("b")], targets: axes("a c"), results: axes("e") };
    expect(say("concat", call).failures).toEqual([
      "S01: `concat` along `c` needs it in its array number 2.",
    ]);
  });

  test("concat wants an axis for each array", () => {
    const operands = [array("a"), array("b"), array("c")];
    expect(
      say("concat", { operands, targets: axes("a b"), results: axes("e") }).failures,
    ).toContain("N03: `concat` has 2 axes before `->` for 3 arrays.");
  });

  test("slice counts from one position to before another by steps", () => {
    const call = { operands: [array("t")], targets: axes("t"), results: axes("s") };
    const options = { from: [size("1")], to: [size("n")], step: [size("2")] };
    const { claims } = say("slice", { ...call, options });
    expect(claims).toEqual(["1 >= 0", "t >= n", "n - 1 >= 1", "s = ⌊n/2⌋"]);
    expect(say("slice", call).claims.at(-1)).toBe("s = t");
  });

  test("pad adds both sides, and a reflection stays inside", () => {
    const call = { operands: [array("t")], targets: axes("t"), results: axes("s") };
    const options = { before: [size("2")], after: [size("1")] };
    expect(say("pad", { ...call, options }).claims).toEqual(["s = t + 3"]);
    const reflected = say("pad", { ...call, options: { ...options, reflect: [] } });
    expect(reflected.claims).toEqual(["s = t + 3", "t >= 3", "t >= 2"]);
  });

  test("stack puts as many positions along the new axis as there are arrays", () => {
    const { claims, inferred } = say("stack", {
      operands: [array("n"), array("n"), array("n")],
      targets: axes("g"),
    });
    expect(claims).toEqual(["g = 3"]);
    expect(names(inferred.results[0]?.axes)).toBe("g");
  });

  test("unstack gives as many arrays as stand on the left", () => {
    const call = { operands: [array("g n")], targets: axes("g"), wanted: 2 };
    const { claims, inferred } = say("unstack", call);
    expect(claims).toEqual(["g = 2"]);
    expect(inferred.results).toHaveLength(2);
  });

  test("unstack counts the names on the left when the size is known", () => {
    const call = { operands: [array("g=4 n")], targets: axes("g=4"), wanted: 3 };
    expect(say("unstack", call).failures).toEqual([
      "N07: `unstack[g]` gives 4 arrays, but 3 names stand on the left.",
    ]);
  });

  test("index at a position lies within its axis", () => {
    const call = { operands: [array("t m")], targets: axes("t") };
    expect(say("index", { ...call, options: { at: [size("i")] } }).claims).toEqual([
      "i >= 0",
      "t >= i + 1",
    ]);
    expect(say("index", call).failures).toEqual([
      "S05: `index[t]` needs a position, as in `at 0`, or an array.",
    ]);
  });

  test("index by an array puts its axes in place and lifts over shared ones", () => {
    const call = { operands: [array("b t m"), array("b s", of("t"))], targets: axes("t") };
    const { inferred } = say("index", call);
    expect(inferred.consumed).toEqual([["t"], ["s"]]);
    expect(names(inferred.results[0]?.axes)).toBe("s");
  });

  test("rename pairs axes and keeps their sizes", () => {
    const call = { operands: [array("H W")], targets: axes("H W"), results: axes("y x") };
    expect(say("rename", call).claims).toEqual(["y = H", "x = W"]);
    expect(say("rename", { ...call, results: axes("y") }).failures).toEqual([
      "S05: `rename` needs as many axes after `->` as before it.",
    ]);
  });

  test("diagonal runs along equal sizes", () => {
    const call = { operands: [array("n p")], targets: axes("n p"), results: axes("n") };
    expect(say("diagonal", call).claims).toEqual(["n = n", "p = n"]);
  });

  test("bilinear uses the state axes of both matrices and lifts over dt", () => {
    const call = { operands: [array("n p"), array("n"), array("f")], targets: axes("n p") };
    const { inferred, claims } = say("bilinear", call);
    expect(inferred.consumed).toEqual([["n", "p"], ["n"], []]);
    expect(inferred.results.map((result) => names(result.axes))).toEqual(["n p", "n"]);
    expect(claims).toEqual(["n = p"]);
  });
});
