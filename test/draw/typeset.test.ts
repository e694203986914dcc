import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outline, type Typeset, typeset, typesetTitle } from "../../src/draw/typeset.ts";

function glyphs(set: Typeset): readonly string[] {
  return set.pieces.flatMap((piece) =>
    piece.kind === "glyph" ? [piece.glyph.split("-")[0] ?? ""] : [],
  );
}

function plain(set: Typeset): readonly string[] {
  return set.pieces.flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
}

function expectFinite(set: Typeset): void {
  const numbers = [set.width, set.height, set.depth];
  for (const piece of set.pieces) {
    numbers.push(piece.x, piece.y);
    if (piece.kind === "bar") numbers.push(piece.width, piece.height);
    else numbers.push(piece.scale);
    if (piece.kind === "glyph") expect(outline(piece.glyph)).toMatch(/^M[-0-9.A-Z ]+$/);
  }
  expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
}

describe("typeset", () => {
  test("knows the metrics of a barred letter with a subscript", () => {
    const set = typeset("\\bar{x}_{\\lambda+1}");
    expect(set.width).toBeCloseTo(1.97, 1);
    expect(set.height).toBeCloseTo(0.678, 2);
    expect(set.lossy).toBe(false);
  });

  test.each([
    "\\mathbb{R}",
    "\\mathcal{N}",
    "\\mathsf{A}",
    "\\boldsymbol{\\lambda}",
    "\\mathbf{\\Gamma}",
    "\\ell",
    "\\hat{Y}",
    "\\tilde{x}'",
    "\\sqrt{d_k}",
    "\\lceil n/2\\rceil",
    "\\mathrm{tanh}",
    "\\mathbf{L}^Q_+",
    "k^{-1/2}",
    "\\star 3",
    "\\mathbb{E}",
    "2\\cdot h\\cdot k",
    "x\\leq y\\neq z\\geq w",
  ])("has outlines for %s", (tex) => {
    const set = typeset(tex);
    expect(set.lossy).toBe(false);
    expect(set.pieces.length).toBeGreaterThan(0);
    expectFinite(set);
  });

  test.each([
    ["t-1", ["1D461", "2212", "31"]],
    ["a+b=c<d", ["1D44E", "2B", "1D44F", "3D", "1D450", "3C", "1D451"]],
    ["2\\cdot h, k", ["32", "22C5", "210E", "2C", "1D458"]],
    ["\\lceil n/2\\rceil", ["2308", "1D45B", "2F", "32", "2309"]],
  ])("keeps %s on one line, with every character", (tex, characters) => {
    expect(glyphs(typeset(tex))).toEqual(characters);
  });

  test("uses one outline for the same letter in different labels", () => {
    const [letter] = typeset("k").pieces;
    const [again] = typeset("k_2").pieces;
    expect(letter).toEqual(again);
  });

  test("says so when a character has no outline", () => {
    const set = typeset("\\text{漢}");
    expect(set.lossy).toBe(true);
    expect(plain(set)).toEqual(["漢"]);
  });

  test("keeps words that are read from right to left in one run", () => {
    expect(plain(typeset("\\text{שלום עולם}"))).toEqual(["שלום עולם"]);
    expect(plain(typesetTitle("שלום עולם"))).toEqual(["שלום עולם"]);
    expect(plain(typeset("\\text{漢 字}"))).toEqual(["漢", "字"]);
  });

  test("sets wide characters at full size in the room that they have", () => {
    const set = typeset("\\text{時間の軸}");
    expect(set.width).toBeCloseTo(4, 1);
    expect(set.pieces.map((piece) => (piece.kind === "text" ? piece.scale : 0))).toEqual([
      expect.closeTo(0.98, 2),
    ]);
  });

  test.each(["\\frac{", "}", "\\nosuchcommand", "a_b_c", "\\end{x}"])(
    "shows %s as plain text, since it is not LaTeX",
    (tex) => {
      const set = typeset(tex);
      expect(set.lossy).toBe(true);
      expect(plain(set)).toEqual([tex]);
    },
  );

  test("takes any string and gives finite numbers", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 4 }),
        fc.constantFrom(
          "\\frac",
          "{",
          "}",
          "_",
          "^",
          "\\bar",
          "\\left(",
          "&",
          "%",
          "\\\\",
          "$",
          "__proto__",
        ),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        expectFinite(typeset(parts.join("")));
        expectFinite(typesetTitle(parts.join("")));
      }),
      { numRuns: 150 },
    );
  });
});

describe("typesetTitle", () => {
  test("shows every printable character as it stands", () => {
    for (let code = 0x21; code < 0x7f; code += 1) {
      const character = String.fromCharCode(code);
      if (/[A-Za-z0-9]/.test(character)) continue;
      const set = typesetTitle(character);
      expect([character, set.lossy, glyphs(set)]).toEqual([
        character,
        false,
        [code.toString(16).toUpperCase()],
      ]);
    }
  });

  test("keeps spaces between words", () => {
    const together = typesetTitle("ab").width;
    expect(typesetTitle("a b").width).toBeGreaterThan(together + 0.2);
  });

  test("leaves only the unknown characters to the viewer", () => {
    const set = typesetTitle("Café 漢");
    expect(set.lossy).toBe(true);
    expect(plain(set)).toEqual(["é", "漢"]);
    expect(glyphs(set).length).toBe(3);
  });
});
