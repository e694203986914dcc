import { describe, expect, test } from "vitest";
import type { Mark } from "../../src/draw/mark.ts";
import type { Slab } from "../../src/draw/slab.ts";
import type { DrawnCall, OpCall } from "../../src/ops/op.ts";
import { array, axes, drawn, op } from "../support/op-calls.ts";
import { expectSlabLaws } from "../support/slab-laws.ts";

function glyph(name: string, call: Partial<OpCall>, over?: Partial<DrawnCall>): Slab {
  const slab = op(name).glyph(drawn(name, call, over));
  expectSlabLaws(slab);
  return slab;
}

/** The marks at heights that leave no strand bent for lack of room. */
function marksOf(slab: Slab): readonly Mark[] {
  let y = 0;
  const rows = slab.inputs.map((row) => {
    y += 10;
    return row.map(() => {
      y += 20;
      return y;
    });
  });
  return slab.place(rows, []).marks;
}

function textsOf(slab: Slab): readonly string[] {
  return marksOf(slab).flatMap((mark) =>
    mark.kind === "text" && mark.role !== "axis" ? [mark.text] : [],
  );
}

function dotsOf(slab: Slab): number {
  return marksOf(slab).filter((mark) => mark.kind === "dot").length;
}

const scalar = { axes: [], consumed: [] };

describe("glyphs of arithmetic", () => {
  test("join arrays strand by strand under the sign", () => {
    const slab = glyph("add", { operands: [array("t m"), array("m")] });
    expect(slab.inputs).toEqual([["t", "m"], ["m"]]);
    expect(textsOf(slab)).toEqual(["+"]);
    expect(dotsOf(slab)).toBe(1);
  });

  test.each([
    ["divide", "\\sqrt{k}", "\\ast k^{-1/2}"],
    ["divide", "\\sqrt{h \\cdot k}", "\\ast (h \\cdot k)^{-1/2}"],
    ["divide", "2", "\\ast 2^{-1}"],
    ["divide", "d_{k}", "\\ast d_{k}^{-1}"],
    ["multiply", "0.5", "\\ast 0.5"],
    ["multiply", "k + 1", "\\ast (k + 1)"],
    ["add", "1", "+ 1"],
    ["power", "2", "(\\cdot)^{2}"],
    ["less", "n", "< n"],
  ])("%s by %s stands over the array", (name, tex, text) => {
    const operands = [
      { axes: ["y", "x"], consumed: [] },
      { ...scalar, scalar: tex },
    ];
    const slab = glyph(name, { operands: [array("y x"), array("")] }, { operands });
    expect(slab.inputs).toEqual([["y", "x"]]);
    expect(slab.keepsShape).toBe(true);
    expect(textsOf(slab)).toEqual([text]);
  });

  test("say on which side a number stands", () => {
    const operands = [
      { ...scalar, scalar: "1" },
      { axes: ["t"], consumed: [] },
    ];
    const call = { operands: [array(""), array("t")] };
    expect(textsOf(glyph("subtract", call, { operands }))).toEqual(["1 -"]);
    expect(textsOf(glyph("less", call, { operands }))).toEqual(["> 1"]);
  });

  test("keep the strands of one number", () => {
    expect(glyph("relu", { operands: [array("")] }).outputs).toEqual([[]]);
  });
});

describe("glyphs of learned layers", () => {
  const call = { operands: [array("t m")], targets: axes("m"), results: axes("k h") };

  test.each([
    ["Q", {}, "\\mathbf{L}^{Q}"],
    ["W_o", {}, "\\mathbf{L}^{W_{o}}"],
    ["Scores", {}, "\\mathbf{L}"],
    ["H", { bias: [] }, "\\mathbf{L}^{H}_{+}"],
  ])("carry the name %s when it is one capital letter", (instance, options, text) => {
    expect(textsOf(glyph("linear", call, { instance, options }))).toEqual([text]);
  });

  test("draw a linear map of given weights as the contraction that it is", () => {
    const given = {
      operands: [array("t p")],
      keywords: { weight: array("p a"), bias: array("a") },
      targets: axes("p"),
      results: axes("a"),
    };
    const slab = glyph("linear", given);
    expect(slab.inputs).toEqual([["t", "p"], ["p", "a"], ["a"]]);
    expect(slab.outputs).toEqual([["t", "a"]]);
    expect(textsOf(slab)).toEqual(["+"]);
  });

  test("draw given weights of a space to itself as a plain plate", () => {
    const given = {
      operands: [array("t m")],
      keywords: { weight: array("m m'") },
      targets: axes("m"),
      results: axes("m"),
    };
    expect(textsOf(glyph("linear", given))).toEqual(["L"]);
  });

  test("draw a linear map into or out of nothing", () => {
    glyph("linear", { operands: [array("t m")], targets: axes("m") });
    glyph("linear", { operands: [array("t")], results: axes("m") });
  });

  test("draw an embedding, also with a given table", () => {
    const ids = array("t", { kind: "index", axis: "v" });
    const embed = { operands: [ids], targets: axes("v"), results: axes("m") };
    expect(textsOf(glyph("embedding", embed))).toEqual(["\\mathbf{E}"]);
    const given = glyph("embedding", { ...embed, keywords: { weight: array("v m") } });
    expect(given.inputs).toEqual([["t"], ["v", "m"]]);
    expect(given.outputs).toEqual([["t", "m"]]);
    expect(dotsOf(given)).toBe(1);
  });

  test("multiply and add a norm's given gain and bias", () => {
    const given = {
      operands: [array("t m")],
      keywords: { weight: array("m"), bias: array("m") },
      targets: axes("m"),
    };
    expect(textsOf(glyph("layer_norm", given))).toEqual(["\\times", "+"]);
  });
});

describe("glyphs of products and choices", () => {
  test("join a mask with what it chooses from", () => {
    const call = { operands: [array("y x"), array("y x h"), array("")] };
    const operands = [
      { axes: ["y", "x"], consumed: [] },
      { axes: ["y", "x", "h"], consumed: [] },
      { ...scalar, scalar: "-\\infty" },
    ];
    const slab = glyph("where", call, { operands });
    expect(slab.inputs).toEqual([
      ["y", "x"],
      ["y", "x", "h"],
    ]);
    expect(textsOf(slab)).toEqual(["\\mathrm{else}\\;-\\infty"]);
    expect(dotsOf(slab)).toBe(2);
  });

  test("contract any number of arrays, with numbers as factors behind", () => {
    const call = { operands: [array("i k"), array("k j"), array("k")], targets: axes("k") };
    expect(glyph("dot", call).outputs).toEqual([["i", "j"]]);
    const withNumber = {
      operands: [
        { axes: ["i", "k"], consumed: ["k"] },
        { axes: ["k", "j"], consumed: ["k"] },
        { ...scalar, scalar: "2" },
      ],
    };
    const three = { operands: [array("i k"), array("k j"), array("")], targets: axes("k") };
    expect(textsOf(glyph("dot", three, withNumber))).toEqual(["\\ast 2"]);
  });
});

describe("glyphs whose result has another order", () => {
  test.each([
    ["relu", { operands: [array("t m")] }],
    ["softmax", { operands: [array("t m")], targets: axes("m") }],
    ["log_softmax", { operands: [array("t m")], targets: axes("m") }],
    ["layer_norm", { operands: [array("t m")], targets: axes("m") }],
  ])("%s lets the strands cross behind it", (name, call) => {
    const slab = glyph(name, call, { results: [["m", "t"]] });
    expect(slab.inputs).toEqual([["t", "m"]]);
    expect(slab.outputs).toEqual([["m", "t"]]);
    expect(slab.keepsShape).toBe(false);
  });
});
