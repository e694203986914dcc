import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSizes } from "../../shapes/equal.ts";
import { evaluate, type Size, symbol } from "../../shapes/size.ts";
import { sizeOf } from "../../shapes/size-of.ts";
import { polynomialExpression, roundingExpression } from "../support/size-expressions.ts";
import { size } from "../support/sizes.ts";

const expression = fc.oneof(polynomialExpression, roundingExpression);

function normal(of: Parameters<typeof sizeOf>[0]): Size {
  return sizeOf(of, { size: symbol }) ?? symbol("none");
}

describe("comparing sizes", () => {
  it("proves only what holds and refutes by values that do differ", () => {
    fc.assert(
      fc.property(expression, expression, (left, right) => {
        const [a, b] = [normal(left), normal(right)];
        const verdict = compareSizes(a, b);
        if (verdict.kind === "refuted") {
          expect(evaluate(a, (name) => verdict.values.get(name))).toBe(verdict.left);
          expect(evaluate(b, (name) => verdict.values.get(name))).toBe(verdict.right);
          expect(verdict.left).not.toBe(verdict.right);
        } else {
          for (const n of [1n, 2n, 5n, 12n, 100n]) {
            expect(evaluate(a, () => n)).toBe(evaluate(b, () => n));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("decides every pair of polynomials", () => {
    fc.assert(
      fc.property(polynomialExpression, polynomialExpression, (left, right) => {
        expect(compareSizes(normal(left), normal(right)).kind).not.toBe("unknown");
      }),
      { numRuns: 300 },
    );
  });

  it("refutes polynomials that agree on all small values", () => {
    const bumps = Array.from({ length: 8 }, (_, at) => `(n - ${at + 1})`).join("*");
    const verdict = compareSizes(size(`n + m*${bumps}`), size("n"));
    expect(verdict.kind).toBe("refuted");
  });

  it("shows values for names that cancel, too", () => {
    expect(compareSizes(size("n + k"), size("n + 1"))).toEqual({
      kind: "refuted",
      values: new Map([
        ["k", 2n],
        ["n", 1n],
      ]),
      left: 3n,
      right: 2n,
    });
  });

  it.each([
    ["2*ceil(n/2)", "n"],
    ["n + 2*((k-1)//2) - (k-1)", "n"],
    ["n//6", "(n//2)//4"],
    ["max(a, b)", "a"],
    ["n//m", "n//k"],
  ])("refutes %s = %s", (left, right) => {
    expect(compareSizes(size(left), size(right)).kind).toBe("refuted");
  });

  it.each([
    ["n//2 + n//2 + n % 2", "n", "normal form"],
    ["n//2 + (n+1)//2 + m//3 + (m+1)//3 + (m+2)//3", "n + m", "residues mod 6"],
    ["(n//2)*m + ((n+1)//2)*m", "n*m", "residues mod 2"],
    ["n*(n+1)//2*2", "n*(n+1)", "residues mod 2"],
    ["(3*n)//2 - n", "n//2", "normal form"],
  ])("proves %s = %s", (left, right, by) => {
    expect(compareSizes(size(left), size(right))).toEqual({ kind: "proved", by });
  });

  it("tells what an even size or an odd kernel changes", () => {
    expect(size("2*((2*q + 2 - 3)//2 + 1)")).toBe(size("2*q"));
    expect(compareSizes(size("2*((n + 2 - 3)//2 + 1)"), size("n"))).toMatchObject({
      kind: "refuted",
      values: new Map([["n", 1n]]),
      left: 2n,
      right: 1n,
    });
    expect(compareSizes(size("n + 2*((k-1)//2) - (k-1)"), size("n"))).toMatchObject({
      kind: "refuted",
      values: new Map([
        ["k", 2n],
        ["n", 1n],
      ]),
    });
    expect(size("n + 2*((2*r + 1 - 1)//2) - (2*r + 1 - 1)")).toBe(size("n"));
  });

  it.each([
    ["max(a, b) + min(a, b)", "a + b"],
    ["c[i]", "c[i+1]"],
    ["n//71 + (5001 - n//71)//5000 - (5001 - n//71)//5000", "min(n//71, 9*(n//71))"],
    ["n//64 + m//65 + (n+32)//64 - (n//32)", "m//65"],
  ])("answers nothing false about %s = %s", (left, right) => {
    expect(compareSizes(size(left), size(right)).kind).not.toBe("refuted");
  });

  it("knows when it does not know", () => {
    expect(compareSizes(size("max(a, b) + min(a, b)"), size("a + b"))).toEqual({ kind: "unknown" });
    expect(compareSizes(size("c[i]"), size("c[i+1]"))).toEqual({ kind: "unknown" });
  });
});
