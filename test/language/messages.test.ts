import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { print, printVerbatim } from "../../src/language/print.ts";
import { printPort } from "../../src/language/print-axes.ts";
import { holdTextLaws } from "../support/language-laws.ts";

/** What is said about a text, in the notation `LINE:COLUMN-END CODE title`. */
function said(text: string): readonly string[] {
  const { diagnostics, source } = holdTextLaws(text);
  return diagnostics.map(({ code, title, place }) => {
    const span = place.span ?? source.get(`${place.node}#${place.part}`);
    return `${span?.line}:${span?.column}-${span?.endColumn} ${code} ${title}`;
  });
}

describe("a line that does not parse", () => {
  it.each([
    // What an array's line lacks.
    ["A softmax[x](S)", "3-10 Expected `=` after the name, but found `softmax`."],
    ["A[t] softmax[x](S)", "6-13 Expected `=` after the shape, but found `softmax`."],
    ["A", "2-2 Expected `=` after the name, but found the end of the line."],
    ["A == X", "3-5 Expected `=` after the name, but found `==`."],
    ["A =", "4-4 Expected a value, but found the end of the line."],
    ["A = X +", "8-8 Expected a value, but found the end of the line."],
    ["A = X ++ Y", "8-9 Expected a value, but found `+`."],
    ["A = X Y", "7-8 Expected the end of the line, but found `Y`."],
    ["A = X:", "6-7 Expected the end of the line, but found `:`."],
    ["A = and X", "5-8 Expected a value, but found `and`."],
    ["A = .5", "5-6 Expected a value, but found `.`."],
    ['A = "x"', '5-8 Expected a value, but found `"x"`.'],
    ["A = relu(X", "11-11 Expected `,` or `)` after the argument, but found the end of the line."],
    ["A = relu(X Y)", "12-13 Expected `,` or `)` after the argument, but found `Y`."],
    ["A = relu(X,)", "12-13 Expected a value, but found `)`."],
    ["A = (X + Y", "11-11 Expected `)` after the value, but found the end of the line."],
    ["A = 2k", "5-7 `2k` is no number and no name."],
    ["A = 1e999", "5-10 This number is too large; numbers end near 1.8e308."],
    ["A = X // 2", "7-9 `//` works on sizes only; write it inside `size(…)`."],
    ["A = X % 2", "7-8 `%` works on sizes only; write it inside `size(…)`."],
    ["A = a < b < c", "11-12 Comparisons do not chain; join two of them with `and`."],
    ["A = f(X, eps=1, Y)", "17-18 Arrays stand before keywords such as `eps=`."],
    ["A = 1 + load C[1]", "9-13 `load` stands alone on a right side; give what it loads a name."],
    [
      "A = load C",
      "11-11 Expected `[` and the index after the memory, but found the end of the line.",
    ],
    ["A = size()", "10-11 Expected a size, but found `)`."],
    // What stands in brackets.
    [
      "A = softmax[x]",
      "15-15 Expected `(` after the brackets of `softmax`, but found the end of the line.",
    ],
    ["A[b, t] = X", "4-5 Axes stand side by side, with no `,` between them."],
    ["A[t=] = X", "5-6 Expected a size, but found `]`."],
    ["A[(a b)] = X", "3-4 Expected an axis name or `]`, but found `(`."],
    ["A[2*c y] = X", "3-6 A size that is no plain number needs a name, as in `d=2*c`."],
    ["A[t = X", "8-8 Expected an axis name or `]`, but found the end of the line."],
    ["A = f[a -> b -> c](X)", "14-16 Expected `]` after the axes, but found `->`."],
    ["A = f[() -> c](X)", "8-9 Expected an axis name, but found `)`."],
    ["A = conv[c -> d; ](X)", "18-19 Expected an option after `;`, but found `]`."],
    [
      "A = conv[c -> d; kernel 3, 5](X)",
      "26-27 Sizes stand side by side, with no `,` between them.",
    ],
    [
      "A = conv[c -> d; kernel 0.5](X)",
      "25-27 Sizes are whole numbers, so a point cannot follow here.",
    ],
    [
      "A = conv[c -> d; pad 1(X)",
      "26-26 Expected `]` after the axes, but found the end of the line.",
    ],
    [
      "X[t] of ? = Y",
      "9-10 Expected the name of an axis or `int`, `bool` or `real`, after `of`, but found `?`.",
    ],
    // Statements with a word of their own.
    ["blok F(X[m]) -> Y[m]:", "1-5 No statement starts with `blok`; the nearest is `block`."],
    ["wieght W[m]", "1-7 No statement starts with `wieght`; the nearest is `weight`."],
    ["block F X -> Y:", "9-10 Expected `(` after the name, but found `X`."],
    ["block F(X[m]) Y:", "15-16 Expected `->` and the outputs after `)`, but found `Y`."],
    ["block F(X[m] -> Y:", "14-16 Expected `,` or `)` after the array, but found `->`."],
    [
      "block F(X[m]) -> Y",
      "19-19 Expected `:` at the end of the line, but found the end of the line.",
    ],
    ["custom f(X[m]) -> Y[m]:", "23-24 Expected the end of the line, but found `:`."],
    ["repeat N", "9-9 Expected `:` at the end of the line, but found the end of the line."],
    ["repeat N as:", "12-13 Expected the name of the index after `as`, but found `:`."],
    ["scan t back:", "8-12 Expected `:` at the end of the line, but found `back`."],
    ["size", "5-5 Expected the name of a size, but found the end of the line."],
    ["size k 64", "8-10 Expected `=` or `,` after the name, but found `64`."],
    ["size k = 2.5", "10-12 Sizes are whole numbers, so a point cannot follow here."],
    ["size k = (1, 2", "15-15 Expected `,` or `)` after the size, but found the end of the line."],
    [
      "size k = foo(2)",
      "10-13 There is no size function `foo`; there are ceil, floor, min and max.",
    ],
    ["require h < m", "11-12 Expected `==`, `>=`, `<=` or `divides`, but found `<`."],
    ["multi X =", "10-10 Expected an axis name, but found the end of the line."],
    ["layer W = linear[i -> o](X)", "26-27 A layer takes its arrays where it is called."],
    ["layer W = linear[i -> o] cold", "26-30 Expected the end of the line, but found `cold`."],
    ["save C[1] X", "11-12 Expected `=` after the memory, but found `X`."],
    ["load C[1] = X", "1-5 `load` stands on the right side, as in `S[x] = load C[1]`."],
    ["input X[t] = 3", "12-13 Expected the end of the line, but found `=`."],
    ["carry Z from E to Z'", "1-6 `carry` stands inside a `repeat` or a `scan`."],
    ["each x in X", "1-5 `each` stands inside a `repeat` or a `scan`."],
    // Lines that start with no name.
    ["3 = X", "1-2 Expected a statement, but found `3`."],
    ["? = X", "1-2 Expected a statement, but found `?`."],
    ["__proto__ = X", "1-2 Names start with a letter from A to Z, not with `_`."],
    ["λ = X", "1-2 Greek letters are written as words, such as `theta`."],
    // The header.
    ["diagram Foo", "9-12 Expected a text in double quotes, but found `Foo`."],
    ['diagram "a', '9-11 This text lacks its closing `"`.'],
    ['diagram "a\\q"', '11-13 `\\q` means nothing in a string; there are `\\"`, `\\\\` and `\\n`.'],
    ["ncd 0", "5-6 Expected the number of a version after `ncd`, but found `0`."],
    ["main 3", "6-7 Expected the name of a block after `main`, but found `3`."],
    ['A = X\nnote "late"', "2:1-5 `note` stands at the top of the file, before everything else."],
    ['diagram "a"\ndiagram "b"', "2:1-12 `diagram` is given twice; line 1 has it already."],
    // Indentation and characters.
    ["  A = X", "1-3 Expected no indentation, but found 2 spaces."],
    ["A = X\n B = Y", "2:1-2 Expected no indentation, but found 1 space."],
    [
      "repeat 2:\n  A = X\n    B = Y",
      "3:1-5 Expected 2 spaces of indentation, but found 4 spaces.",
    ],
    ["repeat 2:\n    A = X\n  B = Y", "3:1-3 Expected no indentation, but found 2 spaces."],
    ["A\u0007 = X", "2-3 The control character U+0007 cannot stand in a file."],
    ["A = X  # \u0000", "10-11 The control character U+0000 cannot stand in a file."],
    ["repeat 2:\n\tA = X Y", "2:8-9 Expected the end of the line, but found `Y`."],
    // What stands in the wrong body.
    ["block F(X) -> Y:\n  size k", "2:3-7 `size` stands outside blocks and loops."],
    ["repeat 2:\n  block F(X) -> Y:\n    Y = X", "2:3-8 `block` stands outside blocks and loops."],
    [
      "layout:\n  theme dark\nA = X",
      "3:1-6 `layout:` is the last section of a file; this line belongs above it.",
    ],
  ])("%j", (text, message) => {
    const [line] = /^\d+:/.exec(message) ?? ["1:"];
    const rest = message.replace(/^\d+:/, "");
    expect(said(text)).toEqual([`${line}${rest.replace(/^(\S+)/, "$1 T01")}`]);
  });

  it.each([
    ["parentheses", `A = ${"(".repeat(300)}X`, "106-107", "This nests more than 100 levels deep."],
    ["signs", `A = ${"-".repeat(300)}X`, "106-107", "This nests more than 100 levels deep."],
    [
      "operators",
      `A = X${" + X".repeat(300)}`,
      "808-809",
      "This line has more than 200 operators; give parts of it names.",
    ],
    [
      "digits",
      `size n = ${"9".repeat(1001)}`,
      "10-1011",
      "This number has 1001 digits; a size can have at most 1000.",
    ],
    [
      "characters",
      `A = ${"x".repeat(100_000)}`,
      "100001-100005",
      "This line has 100004 characters; at most 100000 are read.",
    ],
  ])("may have too many %s", (_, text, columns, title) => {
    expect(said(text)).toEqual([`1:${columns} T01 ${title}`]);
  });

  it("may stand too deep", () => {
    const loops = Array.from({ length: 250 }, (_, depth) => `${"  ".repeat(depth)}repeat 2:`);
    expect(said(loops.join("\n"))).toEqual([
      "101:201-210 T01 This nests more than 100 levels deep.",
    ]);
  });

  it("may have 50 million characters, and is kept", () => {
    const line = `A = ${"x".repeat(50_000_000)}`;
    const { document, diagnostics } = parse(`${line}\nB = X\n`);
    expect(diagnostics.map(({ place }) => place.span?.line)).toEqual([1]);
    const [first, second] = document.statements;
    expect(first?.kind === "error" && first.text === line).toBe(true);
    expect(second?.kind).toBe("array");
  });

  it("costs itself and its body, and each such line is said once", () => {
    const text = [
      "block F(X[m]) -> Y[m]:",
      "  A softmax[m](X)",
      "  B[m] = relu(X)",
      "  repat 3:",
      "    carry Z[m] from X to Z'",
      "    !",
      "  Y[m] = A + )",
      "blok G(X[m]) -> Y[m]:",
      "  Y[m] = X",
      "C[m] = F(D)",
      "",
    ].join("\n");
    expect(said(text)).toEqual([
      "2:5-12 T01 Expected `=` after the name, but found `softmax`.",
      "4:3-8 T01 No statement starts with `repat`; the nearest is `repeat`.",
      "7:14-15 T01 Expected a value, but found `)`.",
      "8:1-5 T01 No statement starts with `blok`; the nearest is `block`.",
    ]);
    const [block, faulty, array] = parse(text).document.statements;
    expect(block?.kind === "block" && block.body.map(({ kind }) => kind)).toEqual([
      "error",
      "array",
      "error",
      "error",
    ]);
    expect(faulty).toMatchObject({ kind: "error", body: ["  Y[m] = X"] });
    expect(array).toMatchObject({ kind: "array" });
  });

  it("leaves a file that was cut off with all its good lines", () => {
    const text = "size k = 64\nblock F(X[m]) -> Y[m]:\n  H[m] = relu(X)\n  Y[m] = lin";
    for (let end = 0; end <= text.length; end += 1) holdTextLaws(text.slice(0, end));
    const { document } = parse(text.slice(0, -12));
    expect(document.statements.map(({ kind }) => kind)).toEqual(["size", "block"]);
  });
});

describe("a word of the language", () => {
  it.each([
    ["input = X", "1-6", "`input` is a word of the language and cannot name an array."],
    ["X, of[t] = Y", "4-6", "`of` is a word of the language and cannot name an array."],
    ["weight pi[t]", "8-10", "`pi` is a word of the language and cannot name an array."],
    ["input true[t]", "7-11", "`true` is a word of the language and cannot name an array."],
    ["custom f(load) -> Y", "10-14", "`load` is a word of the language and cannot name an array."],
    [
      "block not(X) -> Y:",
      "7-10",
      "`not` is a word of the language and cannot name a layer or a block.",
    ],
    [
      "layer size = Attention",
      "7-11",
      "`size` is a word of the language and cannot name a layer or a block.",
    ],
  ])("cannot name what `%s` defines", (text, columns, title) => {
    expect(said(text)).toEqual([`1:${columns} N13 ${title}`]);
    expect(parse(text).diagnostics[0]?.why).toEqual([
      `The name \`${/^`(.*?)`/.exec(title)?.[1]}_\` can.`,
    ]);
  });

  it("can name an axis or a size", () => {
    expect(said("size input = 3, of\nA[of input] = softmax[of](X)")).toEqual([]);
  });

  it("that starts a header line can name an array", () => {
    expect(said("source[t m] = ?\nnote = source\nmain, ncd = f(note)")).toEqual([]);
  });
});

describe("a newer version", () => {
  it("is named, and what parses is shown", () => {
    const text = "ncd 2\nA = X\nfuture 3\n";
    expect(said(text)).toEqual([
      "1:1-6 T01 This file needs version 2 of the language; version 1 is known here.",
      "3:8-9 T01 Expected `=` after the name, but found `3`.",
    ]);
    expect(parse(text).document.statements.map(({ kind }) => kind)).toEqual(["array", "error"]);
  });
});

describe("a layout line that names nothing", () => {
  const FILE = "size k = 2\nblock F(X[m]) -> Y[n]:\n  Y[n] = f(g(X))\nA[t] = F(B)\nlayout:\n";

  it.each([
    "open F/Y",
    "open F/Y.1",
    "open A",
    'label F/axis m "\\mu"',
    'label F/array X "x"',
    'label axis t "\\tau"',
    'label F/size k "K"',
  ])("is none of `%s`", (line) => {
    expect(said(`${FILE}  ${line}`)).toEqual([]);
  });

  it.each([
    "open F/Z",
    "open F/Y.2",
    'label axis m "x"',
    'label G/axis m "x"',
    'label F/array m "x"',
    "place F/Z dy=2",
    "place F/A before F/Z",
  ])("is kept with an info: %s", (line) => {
    const end = line.length + 3;
    expect(said(`${FILE}  ${line}`)).toEqual([
      `6:3-${end} T01 This line names nothing in the file; it is kept.`,
    ]);
  });
});

it("a label may be that of a double wire, by its name", () => {
  const inside = "block F(X[y x]) -> Y[y x]:\n  multi P = y x\n  Y = X\n\nlayout:\n";
  expect(said(`${inside}  label F/axis P "p"\n`)).toEqual([]);
  expect(said('multi P = y x\ninput X[y x]\nlayout:\n  label axis P "p"\n')).toEqual([]);
  expect(said(`${inside}  label axis P "p"\n`)).toHaveLength(1);
});

describe("a row of diagrams", () => {
  const TWO = "block F(X[a]) -> Y[a]:\n  Y = X\n\nblock G(X[a]) -> Y[a]:\n  Y = X\n\nlayout:\n";

  it.each([
    "figure F",
    "figure F = G",
    'figure F => "×4 Broadcasting" G',
    'figure F => colour=inner-broadcasting "×4" G',
    "figure F => colour=inner-broadcasting G",
    'figure def= "words" F |-> G',
  ])("reads `%s`", (line) => {
    expect(said(`${TWO}  ${line}\n`)).toEqual([]);
    expect(print(parse(`${TWO}  ${line}\n`).document)).toContain(`\n  ${line}\n`);
  });

  it("says that a block is drawn once", () => {
    expect(said(`${TWO}  figure F = F\n`)).toEqual([
      "8:3-15 T01 `F` stands in the figure already; a block is drawn once in it.",
    ]);
    expect(said(`${TWO}  figure F\n  figure = G = F\n`)).toEqual([
      "9:3-17 T01 `F` stands in the figure already; a block is drawn once in it.",
    ]);
  });

  it("says that `main` chooses another picture", () => {
    expect(said(`main G\n${TWO}  figure F = G\n`)).toEqual([
      "9:3-15 T01 `main G` makes one block the picture; this row is drawn without that line.",
    ]);
  });

  it("names a block of the file", () => {
    expect(said(`${TWO}  figure F = H\n`)).toEqual([
      "8:3-15 T01 This line names nothing in the file; it is kept.",
    ]);
  });
});

describe("a layout line that is not known", () => {
  it.each([
    ["level F/A 2", "3-9 This version does not know this layout statement and keeps it."],
    ["place F/A", "12-12 Expected `dy=` or `before`, but found the end of the line."],
    ["place F/A dy=0.5", "17-18 Expected the end of the line, but found `.`."],
    ["theme purple", "9-15 Expected `light`, `dark` or `print`, but found `purple`."],
    ["wrap wide", "8-12 Expected a width, but found `wide`."],
    ["label F/axis t x", "18-19 Expected a text in double quotes, but found `x`."],
    ["figure", "9-9 Expected the name of a block, but found the end of the line."],
    ["figure F G", "12-13 Expected `=`, `def=`, `=>` or `|->`, but found `G`."],
    ["columns red", "11-14 Expected `painted` or `guided`, but found `red`."],
    [
      "figure F => colour=coral G",
      "22-27 Expected a colour: broadcasting, inner-broadcasting, but found `coral`.",
    ],
    ["figure F = colour=broadcasting G", "14-15 Only a block arrow `=>` has a colour."],
    ["figure F =", "13-13 Expected the name of a block, but found the end of the line."],
    ["figure F => x4 G", "18-19 Expected `=`, `def=`, `=>` or `|->`, but found `G`."],
  ])("is kept with an info: %s", (line, message) => {
    const text = `layout:\n  ${line}\n`;
    expect(said(text)).toEqual([`2:${message.replace(/^(\S+)/, "$1 T01")}`]);
    const { document, diagnostics } = parse(text);
    expect(diagnostics[0]?.severity).toBe("info");
    expect(document.layout).toMatchObject([{ kind: "other", text: line }]);
  });
});

describe("the left side of a line that does not parse", () => {
  const resultsOf = (line: string) => {
    const { document } = parse(`${line}\n`);
    const [statement] = document.statements;
    if (statement?.kind !== "error") throw new RangeError(`\`${line}\` parses.`);
    expect(printVerbatim(document)).toBe(`${line}\n`);
    expect(print(document)).toBe(`${line}\n`);
    return statement.results?.map(printPort);
  };

  it.each([
    ["Q[y k h]", ["Q[y k h]"]],
    ["Q[y k h] =", ["Q[y k h]"]],
    ["Q[y k h] = lin(", ["Q[y k h]"]],
    ["a[n], f[g=4 n] = unstack[g](  # later", ["a[n]", "f[g=4 n]"]],
    ["ids[t] of v = (", ["ids[t] of v"]],
    ["L = lin(", ["L"]],
  ])("declares its arrays: %s", (line, results) => {
    expect(resultsOf(line)).toEqual(results);
  });

  it.each(["Q", "Q,", "Q[y k", "Q[y k h] == 3", "a, b[", "repeat[x] = (", "input X[", "Q[x](y)"])(
    "is none: %s",
    (line) => {
      expect(resultsOf(line)).toBeUndefined();
    },
  );
});
