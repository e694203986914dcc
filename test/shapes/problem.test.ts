import { describe, expect, it } from "vitest";
import type { Shape } from "../../shapes/axis.ts";
import { parseSize } from "../../shapes/parse.ts";
import { parseShape } from "../../shapes/parse-shape.ts";
import { explain, type Problem, type SizeProblem } from "../../shapes/problem.ts";
import { constant, type Size, symbol } from "../../shapes/size.ts";
import { sizeOf } from "../../shapes/size-of.ts";
import { size } from "../support/sizes.ts";

const TABLE = [16n, 32n].map(constant);

/** What is reported and required while a text is read against the names m, k and the table c. */
function read(text: string): {
  size: Size | undefined;
  says: readonly string[];
  requires: readonly (readonly [Size, Size])[];
} {
  const parsed = parseSize(text);
  if (!parsed.ok) throw new RangeError(parsed.complaint.says);
  const problems: SizeProblem[] = [];
  const requires: (readonly [Size, Size])[] = [];
  const found = sizeOf(parsed.value, {
    size: (name) => (["m", "k"].includes(name) ? symbol(name) : undefined),
    table: (name) => (name === "c" ? TABLE : undefined),
    report: (problem) => problems.push(problem),
    requireDivides: (divisor, dividend) => requires.push([divisor, dividend]),
  });
  return { size: found, says: problems.map(explain), requires };
}

function shape(text: string): Shape {
  const parsed = parseShape(text);
  if (!parsed.ok) throw new RangeError(parsed.complaint.says);
  return parsed.value;
}

describe("reading a size against names", () => {
  it.each([
    ["d_modle + 1", "There is no size named `d_modle`."],
    ["constructor", "There is no size named `constructor`."],
    ["t[0]", "There is no table of sizes named `t`."],
    ["c + 1", "`c` is a table of sizes; write which entry, as in `c[0]`."],
    ["c[2]", "`c` has entries 0 to 1, but entry 2 is asked for."],
    ["c[0-1]", "`c` has entries 0 to 1, but entry -1 is asked for."],
    ["m//(k - k)", "`m//(k-k)` divides by 0."],
    ["m%0", "`m%0` divides by 0."],
    ["ceil(m/0)", "`m/0` divides by 0."],
    ["m^k", "The exponent of `m^k` must be a whole number that is at least 0."],
    ["m^-1", "The exponent of `m^-1` must be a whole number that is at least 0."],
    ["10^10^10", "`10^10^10` is too large to be worked with."],
    ["m^20000", "`m^20000` is too large to be worked with."],
    ["m^257", "`m^257` is too large to be worked with."],
    ["(m+k)^4000", "`(m+k)^4000` is too large to be worked with."],
  ])("says of %s: %s", (text, says) => {
    expect(read(text)).toEqual({ size: undefined, says: [says], requires: [] });
  });

  it("says nothing of a size that is not given yet", () => {
    expect(read("4*?")).toEqual({ size: undefined, says: [], requires: [] });
    expect(read("ceil(?/2) + min(?, 1)")).toEqual({ size: undefined, says: [], requires: [] });
  });

  it("requires that an exact division is one, unless it always is", () => {
    expect(read("m/k")).toEqual({
      size: size("m//k"),
      says: [],
      requires: [[symbol("k"), symbol("m")]],
    });
    expect(read("4*m/2").requires).toEqual([]);
    expect(read("4*m/2").size).toBe(size("2*m"));
    expect(read("7/2").requires).toEqual([[constant(2), constant(7)]]);
  });

  it("rounds fractions inside ceil and floor once, and requires nothing", () => {
    expect(read("ceil((m+1)/2 + 1/3)")).toEqual({
      size: size("(3*m + 10)//6"),
      says: [],
      requires: [],
    });
    expect(read("floor(-m/2)").size).toBe(size("-m//2"));
    expect(read("ceil(m)").size).toBe(symbol("m"));
    expect(read("floor(3*(m/2))").size).toBe(size("3*m//2"));
  });

  it("takes entries of tables at known positions, and keeps the others open", () => {
    expect(read("c[2 - 1]*2").size).toBe(constant(64));
    expect(read("c[m]").size).toBe(size("c[m]"));
  });

  it("reads a tower of powers without working anything out twice", () => {
    expect(read(`m*${Array.from({ length: 60 }, () => "1").join("^")}`).size).toBe(symbol("m"));
  });
});

describe("problems explain themselves", () => {
  const why: ReadonlySet<unknown> = new Set();
  const cases: readonly (readonly [string, Problem])[] = [
    [
      "`[y h]` lacks the axis `x` of `[y x h]`.",
      { kind: "missing axis", axis: "x", actual: shape("[y h]"), expected: shape("[y x h]") },
    ],
    [
      "`[t m=h*k]` has an axis `t` that `[m]` lacks.",
      { kind: "extra axis", axis: "t", actual: shape("[t m=h*k]"), expected: shape("[m]") },
    ],
    [
      "`[y y]` has the axis `y` twice.",
      {
        kind: "repeated axis",
        axis: "y",
        actual: [shape("[y]"), shape("[y]")].flat(),
      },
    ],
    [
      "The axis `y` would have to be 20 and 22 at once.",
      { kind: "sizes differ", axis: "y", actual: constant(20), expected: constant(22) },
    ],
    [
      "The axis `W` would have to be `W` and `2·⌈W/2⌉` at once. For `W` = 33 they are 33 and 34.",
      {
        kind: "sizes differ",
        axis: "W",
        actual: symbol("W"),
        expected: size("2*ceil(W/2)"),
        example: { values: new Map([["W", 33n]]), left: 33n, right: 34n },
      },
    ],
    [
      "The axis `t` would have to be `seq` and `t` at once. For `seq` = 1 and `t` = 2 they are 1 and 2.",
      {
        kind: "sizes differ",
        axis: "t",
        actual: symbol("seq"),
        expected: symbol("t"),
        example: {
          values: new Map([
            ["seq", 1n],
            ["t", 2n],
          ]),
          left: 1n,
          right: 2n,
        },
      },
    ],
    [
      "`d` and `h·k` would have to be equal, but they differ by 256.",
      { kind: "unequal", left: symbol("d"), right: size("h*k"), residue: 256n, why },
    ],
    [
      "20 and 22 would have to be equal.",
      { kind: "unequal", left: constant(20), right: constant(22), residue: -2n, why },
    ],
    [
      "`n` and `m + n` can never be equal.",
      { kind: "never equal", left: symbol("n"), right: size("n + m"), why },
    ],
    [
      "512 is not divisible by 6, so `k` would not be whole.",
      {
        kind: "not divisible",
        dividend: constant(512),
        divisor: constant(6),
        unknown: "k",
        why,
      },
    ],
    [
      "`2·n + 1` is not divisible by 2.",
      { kind: "not divisible", dividend: size("2*n + 1"), divisor: constant(2), why },
    ],
    [
      "`k` would have to be -1, but every size is at least 1.",
      { kind: "not positive", name: "k", size: constant(-1), why },
    ],
    ["No whole number can be the size `n`.", { kind: "no value", name: "n", why }],
    [
      "5 would have to be at least `W`.",
      { kind: "too small", size: constant(5), least: symbol("W"), why },
    ],
    [
      "`c` has one entry, number 0, but entry 4 is asked for.",
      { kind: "no such entry", table: "c", position: 4n, length: 1 },
    ],
    [
      "`c` has no entries, but entry 0 is asked for.",
      { kind: "no such entry", table: "c", position: 0n, length: 0 },
    ],
  ];

  it.each(cases)("%s", (says, problem) => {
    expect(explain(problem)).toBe(says);
  });

  it("cut a long expression short", () => {
    const parsed = parseSize(`${"n + ".repeat(40)}n//0`);
    if (!parsed.ok) throw new RangeError(parsed.complaint.says);
    expect(explain({ kind: "exponent", expression: parsed.value })).toBe(
      "The exponent of `n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n…` must be a whole number that is at least 0.",
    );
  });
});
