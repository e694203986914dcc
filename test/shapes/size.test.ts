import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SizeExpression } from "../../shapes/expression.ts";
import { parseSize } from "../../shapes/parse.ts";
import {
  printExpressionForPeople,
  printSize,
  sizeExpression,
  sizeTex,
} from "../../shapes/print.ts";
import { printSizeExpression } from "../../shapes/print-expression.ts";
import { rangeOf } from "../../shapes/range.ts";
import {
  add,
  ceilDivide,
  constant,
  constantValue,
  divideExactly,
  evaluate,
  floorDivide,
  maximum,
  minimum,
  modulo,
  multiply,
  power,
  type Size,
  SizeLimitError,
  substitute,
  symbol,
  symbolsOf,
  tableEntry,
} from "../../shapes/size.ts";
import { sizeOf } from "../../shapes/size-of.ts";
import {
  expectedValue,
  polynomialExpression,
  roundingExpression,
  values,
} from "../support/size-expressions.ts";
import { size } from "../support/sizes.ts";

function normal(expression: SizeExpression): Size {
  const found = sizeOf(expression, { size: symbol });
  if (found === undefined) throw new RangeError(printSizeExpression(expression));
  return found;
}

function valueAt(of: Size, names: ReadonlyMap<string, bigint>): bigint | undefined {
  return evaluate(of, (name) => names.get(name));
}

describe("the normal form", () => {
  it("keeps the value of every expression, roundings included", () => {
    fc.assert(
      fc.property(roundingExpression, values, (expression, names) => {
        expect(valueAt(normal(expression), names)).toBe(expectedValue(expression, names));
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same object exactly for polynomials that are equal everywhere", () => {
    fc.assert(
      fc.property(
        polynomialExpression,
        polynomialExpression,
        fc.array(values, { minLength: 30, maxLength: 30 }),
        (left, right, samples) => {
          const agree = samples.every(
            (names) => expectedValue(left, names) === expectedValue(right, names),
          );
          expect(normal(left) === normal(right)).toBe(agree);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("stays within its bounds", () => {
    fc.assert(
      fc.property(roundingExpression, values, (expression, names) => {
        const { low, high } = rangeOf(normal(expression));
        const value = expectedValue(expression, names);
        if (low !== undefined) expect(value).toBeGreaterThanOrEqual(low);
        if (high !== undefined) expect(value).toBeLessThanOrEqual(high);
      }),
      { numRuns: 1000 },
    );
  });

  it("comes back when it is written as text and read again", () => {
    fc.assert(
      fc.property(roundingExpression, (expression) => {
        const once = normal(expression);
        expect(normal(sizeExpression(once))).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps a quotient whose divisor would become 0", () => {
    const quotient = size("a // b + c");
    const replaced = substitute(quotient, (name) => (name === "b" ? constant(0) : symbol("d")));
    expect(replaced).toBe(size("a // b + d"));
  });

  it("substitutes like it evaluates", () => {
    fc.assert(
      fc.property(roundingExpression, values, (expression, names) => {
        const replaced = substitute(normal(expression), (name) => {
          const value = names.get(name);
          return value === undefined ? undefined : constant(value);
        });
        expect(constantValue(replaced)).toBe(expectedValue(expression, names));
      }),
      { numRuns: 500 },
    );
  });
});

describe("arithmetic of sizes", () => {
  it("answers the same object for the same normal form", () => {
    expect(size("h*k + k*h")).toBe(size("2*h*k"));
    expect(multiply(symbol("h"), symbol("k"))).toBe(multiply(symbol("k"), symbol("h")));
    expect(size("n//2//2")).toBe(size("n//4"));
  });

  it("takes names such as __proto__ and constructor for names", () => {
    const names = ["__proto__", "constructor", "hasOwnProperty", "toString"];
    const sum = add(...names.map(symbol));
    expect(symbolsOf(sum)).toEqual(new Set(names));
    expect(printSize(sum)).toBe("__proto__ + constructor + hasOwnProperty + toString");
    expect(evaluate(sum, (name) => BigInt(names.indexOf(name) + 1))).toBe(10n);
    expect(substitute(sum, (name) => (name === "__proto__" ? constant(3) : undefined))).toBe(
      size("constructor + hasOwnProperty + toString + 3"),
    );
  });

  it("keeps numbers beyond 2^53 exact", () => {
    expect(printSize(size("(2^53 + 1)*n"))).toBe("9007199254740993·n");
    expect(evaluate(size("n^20"), () => 1000n)).toBe(10n ** 60n);
    expect(constantValue(size("10^400"))).toBe(10n ** 400n);
  });

  it("divides exactly where that is possible as a polynomial", () => {
    expect(divideExactly(size("n^2 - 1"), size("n + 1"))).toBe(size("n - 1"));
    expect(divideExactly(size("6*h*k"), size("2*h"))).toBe(size("3*k"));
    expect(divideExactly(size("h*k + 1"), size("h"))).toBeUndefined();
    expect(divideExactly(size("0"), size("h"))).toBe(constant(0));
  });

  it("rounds towards minus infinity, with divisors of either sign", () => {
    expect(constantValue(floorDivide(constant(-7), constant(2)))).toBe(-4n);
    expect(constantValue(floorDivide(constant(7), constant(-2)))).toBe(-4n);
    expect(constantValue(ceilDivide(constant(-7), constant(2)))).toBe(-3n);
    expect(constantValue(modulo(constant(-7), constant(2)))).toBe(1n);
  });

  it("compares floors over one number like what they round", () => {
    expect(size("min(ceil(n/2), n//2)")).toBe(size("n//2"));
    expect(size("max(n//3, (n+1)//3, n//3)")).toBe(size("(n+1)//3"));
    expect(size("min(n, n//2, 3*n)")).toBe(size("n//2"));
  });

  it("flattens and shifts min and max", () => {
    expect(size("max(max(a, b) + 1, c)")).toBe(size("max(a+1, c, b+1)"));
    expect(printSize(size("min(a + 3, b + 3)"))).toBe("min(a, b) + 3");
    expect(minimum(symbol("a"))).toBe(symbol("a"));
    expect(maximum(constant(3), constant(5))).toBe(constant(5));
  });

  it("looks up an entry of a table at a known position under its name", () => {
    const entry = tableEntry("c", add(symbol("i"), constant(1)));
    expect(symbolsOf(entry)).toEqual(new Set(["i"]));
    const second = substitute(entry, (name) => (name === "i" ? constant(1) : undefined));
    expect(second).toBe(tableEntry("c", constant(2)));
    expect(symbolsOf(second)).toEqual(new Set(["c[2]"]));
    expect(evaluate(second, (name) => (name === "c[2]" ? 256n : undefined))).toBe(256n);
    const both = substitute(entry, (name) => (name === "i" ? constant(1) : symbol(`<${name}>`)));
    expect(both).toBe(symbol("<c[2]>"));
  });

  it("has no value where a name has none or a divisor is not positive", () => {
    expect(evaluate(size("n + m"), (name) => (name === "n" ? 1n : undefined))).toBeUndefined();
    expect(evaluate(size("(n+1)//(m-2)"), () => 2n)).toBeUndefined();
  });

  it("refuses what would take too long, by an error of its own kind", () => {
    expect(() => power(size("a+b+c+d+e+f"), 64)).toThrow(SizeLimitError);
    expect(() => power(constant(10), 10_000)).toThrow(SizeLimitError);
  });

  it("stays small where every size is made of the one before twice", () => {
    const grow = () => {
      let current = symbol("n");
      for (let step = 0; step < 60; step++) {
        current = maximum(floorDivide(current, symbol("k")), multiply(current, current));
      }
    };
    expect(grow).toThrow(SizeLimitError);
  });

  it("stays shallow where roundings nest in each other", () => {
    const nest = () => {
      let current = symbol("n");
      for (let step = 0; step < 1000; step++) {
        current = add(minimum(current, symbol(`n${step % 2}`)), symbol(`m${step % 3}`));
      }
    };
    expect(nest).toThrow(SizeLimitError);
  });

  it("throws at what no program should ask for", () => {
    expect(() => constant(0.5)).toThrow("A size is a whole number, not 0.5.");
    expect(() => power(symbol("n"), -1)).toThrow("not -1");
    expect(() => floorDivide(symbol("n"), constant(0))).toThrow("cannot be divided by 0");
    expect(() => minimum()).toThrow("There is no min of no sizes.");
  });
});

describe("sizes for people", () => {
  it.each([
    ["n//2 + 1", "⌊(n + 2)/2⌋"],
    ["(n+1)//2 - 1", "⌊(n - 1)/2⌋"],
    ["ceil(n/2) - 17", "⌈n/2⌉ - 17"],
    ["ceil(n/s)", "⌈n/s⌉"],
    ["ceil(n/s) + m + 2", "m + ⌈n/s⌉ + 2"],
    ["ceil(n/(h + k))", "⌈n/(h + k)⌉"],
    ["(n - 1)//(h + k) + 1", "⌊(n - 1)/(h + k)⌋ + 1"],
    ["n//(h*k)", "⌊n/(h·k)⌋"],
    ["(2*n)//(3*h)", "⌊2·n/(3·h)⌋"],
    ["-n", "-n"],
    ["1 - n", "-n + 1"],
    ["-2*h*k", "-2·h·k"],
    ["0*n", "0"],
    ["max(n, 4)*2", "2·max(n, 4)"],
    ["n^3 + b*n^2 + n*b^2", "b^2·n + b·n^2 + n^3"],
  ])("prints %s as %s", (text, printed) => {
    expect(printSize(size(text))).toBe(printed);
  });

  it("puts names in the order of the size table where one is given", () => {
    expect(printSize(size("h*k + m"), ["k", "m", "h"])).toBe("k·h + m");
    expect(printSize(size("a + b + z"), ["z"])).toBe("z + a + b");
  });

  it("does not print what follows # in a name", () => {
    const hidden = add(symbol("f#12"), floorDivide(symbol("f#13"), constant(2)));
    expect(printSize(hidden)).toBe("f + ⌊f/2⌋");
  });

  it("sets sizes in LaTeX, names by the rules of labels", () => {
    expect(sizeTex(size("ceil(n/2) + d_k^2"))).toBe("d_{k}^{2}+\\lceil n/2\\rceil");
    expect(sizeTex(size("2*theta"))).toBe("2 \\cdot \\theta");
    expect(sizeTex(size("min(a, b)//c"))).toBe("\\lfloor \\min(a, b)/c\\rfloor");
  });

  it("keeps the author's form of an expression", () => {
    const parsed = parseSize("4*(m + 1)//2 % k - t[i+1]");
    expect(parsed.ok && printExpressionForPeople(parsed.value)).toBe(
      "⌊4·(m + 1)/2⌋ mod k - t[i + 1]",
    );
  });
});
