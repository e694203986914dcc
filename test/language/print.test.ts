import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document, Statement } from "../../src/document/document.ts";
import { parse } from "../../src/language/parse.ts";
import { print, printVerbatim } from "../../src/language/print.ts";
import { arbitraryDocument } from "../support/arbitrary-document.ts";
import { holdDocumentLaws, holdTextLaws } from "../support/language-laws.ts";

/** The canonical text of a text. */
function formatted(text: string): string {
  return print(holdTextLaws(text).document);
}

/** The same document with its statement number `index` printed anew, as after an edit. */
function editedAt(document: Document, index: number): Document {
  const statements = document.statements.map((statement, at): Statement => {
    if (at !== index) return statement;
    const { verbatim: _, ...edited } = statement;
    return edited;
  });
  return { ...document, statements };
}

describe("any document", () => {
  it("is read again from its canonical text", () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => holdDocumentLaws(document)),
      { numRuns: 300 },
    );
  });
});

describe("the canonical text", () => {
  it.each([
    ["A   =  relu( X )", "A = relu(X)"],
    ["A[ t  m ]=X", "A[t m] = X"],
    ["A = ((X)) + ((Y * Z))", "A = X + Y * Z"],
    ["A = (X + Y) * Z", "A = (X + Y) * Z"],
    ["A = X - (Y - Z)", "A = X - (Y - Z)"],
    ["A = (X - Y) - Z", "A = X - Y - Z"],
    ["A = (-X)^2", "A = (-X)^2"],
    ["A = -(X^2)", "A = -X^2"],
    ["A = X^(Y^Z)", "A = X^Y^Z"],
    ["A = (X^Y)^Z", "A = (X^Y)^Z"],
    ["A = X^(-1)", "A = X^-1"],
    ["A = 2 * -X", "A = 2 * -X"],
    ["A = (not X) and Y", "A = not X and Y"],
    ["A = not (X and Y)", "A = not (X and Y)"],
    ["A = (a < b) == c", "A = (a < b) == c"],
    ["A = (X or Y) and Z", "A = (X or Y) and Z"],
    ["A = size( k // 2 ) * X", "A = size(k//2) * X"],
    ["A = f[a->b;kernel 3;bias](X,eps = 1e-5)", "A = f[a -> b; kernel 3; bias](X, eps=1e-5)"],
    ["A = f[ -> b](X)", "A = f[-> b](X)"],
    ["A = f[a -> ](X)", "A = f[a ->](X)"],
    ["A = f[; by -1](X)", "A = f[; by -1](X)"],
    ["A = slice[t -> s; from (t - n)](X)", "A = slice[t -> s; from t-n](X)"],
    ["A = conv[c -> d; over H W->y x](X)", "A = conv[c -> d; over H W -> y x](X)"],
    ["A = rearrange[(i p)(j q)->(i j)](X)", "A = rearrange[(i p) (j q) -> (i j)](X)"],
    ["A[007 H] = X", "A[7 H] = X"],
    ["size k = ( 2 ) , c = ( 1,2 ), n", "size k = 2, c = (1, 2), n"],
    ["size c = (1,)", "size c = (1,)"],
    ["require (h + 1)  divides m", "require h+1 divides m"],
    ["weight A[n] = eye[n p]() frozen,b[m]", "weight A[n] frozen = eye[n p](), b[m]"],
    ["layer W = linear[i -> o]() frozen", "layer W = linear[i -> o] frozen"],
    ["layer A=Attention", "layer A = Attention"],
    ["layer N = layer_norm[m](eps=1e-6)", "layer N = layer_norm[m](eps=1e-6)"],
    ["repeat 2*N shared as i :", "repeat 2*N as i shared:"],
    ["scan y = 8   reverse:", "scan y=8 reverse:"],
    ["A = ? # to do", "A = ?  # to do"],
    ["A = X #", "A = X  #"],
    ["save C[ i ]=X", "save C[i] = X"],
    ["S[x]=load  C[ 3 - i ]", "S[x] = load C[3-i]"],
    ["custom f( ) -> Y [m] of  int", "custom f() -> Y[m] of int"],
  ])("of `%s` is `%s`", (text, canonical) => {
    expect(parse(text).diagnostics).toEqual([]);
    expect(formatted(text)).toBe(`${canonical}\n`);
  });

  it("leaves out the first version and keeps what belongs to its line", () => {
    expect(formatted('# ours\nncd 1  # old\ndiagram "D"\n')).toBe('# ours\n# old\ndiagram "D"\n');
  });

  it("keeps comments with their statement, and blank lines", () => {
    const text = [
      "# about the file",
      "",
      'diagram "D"  # its title',
      "",
      "# about F",
      "block F(X[m]) -> Y[m]:  # a block",
      "",
      "  # about Y",
      "  Y[m] = X  # and more",
      "  # the end of F",
      "",
      "# the end",
      "",
    ].join("\n");
    expect(formatted(text)).toBe(text);
  });

  it("indents by two spaces whatever the author did", () => {
    const text = "block F(X) -> Y:\n\t Y = X\n\t repeat 2:\n\t\t\tA = X\nB = Y\n";
    expect(formatted(text)).toBe("block F(X) -> Y:\n  Y = X\n  repeat 2:\n    A = X\nB = Y\n");
  });

  it("ends each line the same way", () => {
    expect(formatted("\ufeffA = X\r\nB = Y\rC = Z")).toBe("A = X\nB = Y\nC = Z\n");
  });

  it("of nothing is nothing", () => {
    expect(formatted("")).toBe("");
    expect(formatted("\n\n")).toBe("\n\n");
  });

  it("keeps a layout section that has no lines yet, with what stands below it", () => {
    for (const text of ["input X[t]\n\nlayout:\n", "input X[t]\nlayout:\n# later\n", "layout:\n"]) {
      expect(printVerbatim(holdTextLaws(text).document)).toBe(text);
      expect(formatted(text)).toBe(text);
    }
  });

  it("keeps the layout section last", () => {
    const text = [
      "A = X",
      "",
      "layout:",
      "  # wide",
      "  wrap 120.5  # units",
      "  theme dark",
      "  open F/A.1",
      '  label axis t "\\bar{t}"',
      '  label F/array A_bar "\\ \\""',
      "  place F/A dy=2",
      "    deeper",
      "# the end",
      "",
    ].join("\n");
    expect(formatted(text)).toBe(text);
  });
});

describe("the author's own text", () => {
  const TEXT = [
    "size   k=64",
    "block F( X[m] ) -> Y[m]:",
    "    # four spaces",
    "    Y[m]=X",
    "A[m]  =  F(B)",
    "",
  ].join("\n");

  it("comes back where nothing was edited", () => {
    expect(printVerbatim(parse(TEXT).document)).toBe(TEXT);
  });

  it("changes only in the statement that was edited", () => {
    const edited = editedAt(parse(TEXT).document, 0);
    expect(printVerbatim(edited)).toBe(TEXT.replace("size   k=64", "size k = 64"));
  });

  it("gives a statement that moved to another body that body's indentation", () => {
    const { document } = parse(TEXT);
    const [size, block, array] = document.statements;
    if (size === undefined || array === undefined || block?.kind !== "block") {
      throw new RangeError("The text has a size, a block and an array.");
    }
    const inner = { ...block, body: [...block.body, array] };
    const moved = { ...document, statements: [size, inner, ...block.body] };
    expect(printVerbatim(moved)).toBe(
      `${TEXT.replace("A[m]  =", "    A[m]  =")}# four spaces\nY[m]=X\n`,
    );
  });

  it("takes in a new statement at the author's indentation", () => {
    const { document } = parse(TEXT);
    const added = parse("Z = X").document.statements.map(({ verbatim: _, ...rest }) => rest);
    const statements = document.statements.map((statement) =>
      statement.kind === "block"
        ? { ...statement, body: [...statement.body, ...added] }
        : statement,
    );
    expect(printVerbatim({ ...document, statements })).toBe(
      TEXT.replace("    Y[m]=X\n", "    Y[m]=X\n    Z = X\n"),
    );
  });
});

describe("a text that somebody else put into a document", () => {
  it("cannot break its line or add another", () => {
    const statement = parse("A = X").document.statements[0];
    if (statement === undefined) throw new RangeError("The text has a statement.");
    const { verbatim: _, ...edited } = statement;
    const document: Document = {
      header: [{ kind: "note", text: 'a\r\nsize k\t"\\', lead: [] }],
      statements: [{ ...edited, comment: "one\nsize k", lead: ["no hash\nsize m"] }],
      layout: [],
      trailing: ["bare"],
    };
    expect(print(document)).toBe(
      'note "a\\nsize k \\"\\\\"\n# no hash size m\nA = X  # one size k\n# bare\n',
    );
  });
});
