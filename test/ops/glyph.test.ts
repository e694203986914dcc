import { describe, expect, test } from "vitest";
import { markBounds } from "../../src/draw/bounds.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Path, Point } from "../../src/draw/path.ts";
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

function endOf(path: Path): Point {
  const last = path.at(-1);
  return last === undefined || last.kind === "close" ? { x: 0, y: 0 } : last.to;
}

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

  test("let the given weights of a linear map arrive on the top edge of an unbold plate", () => {
    const given = {
      operands: [array("t p")],
      keywords: { weight: array("p a"), bias: array("a") },
      targets: axes("p"),
      results: axes("a"),
    };
    const slab = glyph("linear", given);
    expect(slab.inputs).toEqual([["a"], ["p", "a"], ["t", "p"]]);
    expect(slab.outputs).toEqual([["t", "a"]]);
    expect(textsOf(slab)).toEqual(["L_{+}"]);
    const rows = [[0], [30, 50], [80, 100]];
    const { marks } = slab.place(rows, []);
    const plate = marks.find((mark) => mark.kind === "path" && mark.stroke === "outline");
    const top = (plate && markBounds(plate)?.y) ?? 0;
    const falls = marks.flatMap((mark) =>
      mark.kind === "strand" && Math.abs(endOf(mark.path).y - top) < 1
        ? [{ ...endOf(mark.path), mark }]
        : [],
    );
    expect(falls.map(({ mark }) => mark.axis)).toEqual(["a", "p", "a"]);
    // The lower a strand, the further left it comes down: none crosses another.
    expect(falls.map(({ x }) => x)).toEqual(falls.map(({ x }) => x).toSorted((a, b) => b - a));
  });

  test("draw given weights of a space to itself in the same way", () => {
    const given = {
      operands: [array("t m")],
      keywords: { weight: array("m m'") },
      targets: axes("m"),
      results: axes("m"),
    };
    const slab = glyph("linear", given);
    expect(slab.inputs).toEqual([
      ["m", "m'"],
      ["t", "m"],
    ]);
    expect(textsOf(slab)).toEqual(["L"]);
  });

  test("keep the letter of learned weights bold where only the bias is given", () => {
    const given = {
      operands: [array("t m")],
      keywords: { bias: array("k") },
      targets: axes("m"),
      results: axes("k"),
    };
    const slab = glyph("linear", given);
    expect(slab.inputs).toEqual([["k"], ["t", "m"]]);
    expect(textsOf(slab)).toEqual(["\\mathbf{L}_{+}"]);
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
    expect(given.inputs).toEqual([["v", "m"], ["t"]]);
    expect(given.outputs).toEqual([["t", "m"]]);
    expect(textsOf(given)).toEqual(["E"]);
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
