import { describe, expect, test } from "vitest";
import { brokenTitle } from "../../src/draw/forms/broken-title.ts";
import { baselinesOf } from "../../src/draw/forms/line-pitch.ts";
import { prosePieces, withWords } from "../../src/draw/inline-maths.ts";
import { typeset, typesetTitle } from "../../src/draw/typeset.ts";

function shown(text: string): readonly string[] {
  return prosePieces(text).map(({ kind, text: piece }) =>
    kind === "maths" ? `<${piece}>` : piece,
  );
}

function glyphsOf(set: ReturnType<typeof typeset>): readonly string[] {
  return set.pieces.flatMap((piece) => (piece.kind === "glyph" ? [piece.glyph] : []));
}

describe("maths in words", () => {
  test("stands between dollar signs", () => {
    expect(shown("types $\\mathbb{R}^{4\\times 2}$ by axes")).toEqual([
      "types ",
      "<\\mathbb{R}^{4\\times 2}>",
      " by axes",
    ]);
    expect(shown("$a$$b$")).toEqual(["<a>", "<b>"]);
    expect(shown("$\\$5$")).toEqual(["<\\$5>"]);
  });

  test("is not what a dollar sign alone begins", () => {
    for (const text of ["costs $5", "$5 and $6", "a $ b $", "$$", "$", "one $x\nnext$", "$ x$"]) {
      expect(shown(text)).toEqual([text]);
    }
  });

  test("is not what an escaped dollar sign begins", () => {
    expect(shown("\\$x\\$ and $y$")).toEqual(["$x$ and ", "<y>"]);
    expect(shown("a \\ b")).toEqual(["a \\ b"]);
  });

  test("is set as a label is, and the words around it as titles are", () => {
    const both = glyphsOf(typesetTitle("of $\\bar{x}_i$"));
    expect(both).toEqual([...glyphsOf(typesetTitle("of")), ...glyphsOf(typeset("\\bar{x}_i"))]);
  });

  test("that cannot be set is shown as it stands", () => {
    const sign = glyphsOf(typesetTitle("$"))[0];
    for (const text of ["of $\\nosuch$", "of $x_$", "of $a}{b$", "of $50%$"]) {
      const set = typesetTitle(text);
      expect(set.lossy).toBe(false);
      expect([text, glyphsOf(set).filter((glyph) => glyph === sign).length]).toEqual([text, 2]);
    }
  });

  test("stays where the words are put another way", () => {
    const louder = (text: string) => withWords(text, (words) => words.toUpperCase());
    expect(louder("of $x_i$ and \\$y$ or $z$.")).toBe("OF $x_i$ AND \\$Y$ OR $z$.");
    expect(louder("")).toBe("");
  });

  test("is not broken at its spaces", () => {
    expect(brokenTitle("the set $\\{0 \\dots a - 1\\}$ of positions", 60)).toEqual([
      "the set",
      "$\\{0 \\dots a - 1\\}$",
      "of",
      "positions",
    ]);
  });

  test("moves the next line down where it is taller than a line", () => {
    expect(baselinesOf(["words", "more words"], 16)).toEqual([0, 16]);
    const [, second = 0] = baselinesOf(["$\\dfrac{a}{b}$", "$\\dfrac{a}{b}$"], 16);
    expect(second).toBeGreaterThan(25);
  });
});
