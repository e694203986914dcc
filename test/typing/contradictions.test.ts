import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixContext } from "../../src/editor/fixes/context.ts";
import { fixesOf } from "../../src/editor/fixes/fixes.ts";
import { typed } from "../support/typed.ts";

/** What is said of requirements, one a line. */
function said(...requirements: readonly string[]): readonly string[] {
  const lines = requirements.map((each) => `require ${each}\n`).join("");
  return typed(`size h, n, m, k, q\n${lines}`).problems;
}

describe("requirements that contradict each other", () => {
  it("are said once, with all of their texts and the numbers", () => {
    expect(said("2 divides h", "h divides 1")).toEqual([
      "3:1 N08 `2 divides h` and `h divides 1` cannot hold together.",
      "  `h` can only be 1, and that does not fit.",
    ]);
    expect(said("n >= 5", "n <= 3")).toEqual([
      "3:1 N08 `n >= 5` and `n <= 3` cannot hold together.",
      "  `n` would have to be at least 5 and at most 3.",
    ]);
    expect(said("n == 4", "n >= 5")).toEqual([
      "3:1 N08 `n == 4` and `n >= 5` cannot hold together.",
      "  Then 4 is less than 5.",
    ]);
    expect(said("n >= 2", "n <= 40", "6 divides n", "n divides 9")).toEqual([
      "5:1 N08 `6 divides n` and `n divides 9` cannot hold together.",
      "  `n` can only be 1, 3 or 9, and that does not fit.",
    ]);
  });

  it("are found among others that divide much", () => {
    expect(said("7 divides n", "8 divides n", "7 divides n+1", "11 divides n")[0]).toBe(
      "4:1 N08 `7 divides n` and `7 divides n + 1` cannot hold together.",
    );
  });

  it("are found through equations", () => {
    expect(said("n == 2*q", "n == 7")[0]).toMatch(/`n == 2·q` and `n == 7` cannot hold together/);
    expect(said("k == 2*n", "4 divides k", "k == 6")[0]).toMatch(/`k == 2·n`, `4 divides k` and/);
    expect(said("n == 2*q+1", "2 divides n")[0]).toMatch(/`n == 2·q \+ 1` and `2 divides n`/);
    expect(said("n >= m+1", "m >= n")[0]).toMatch(/`n >= m \+ 1` and `m >= n` cannot hold/);
  });

  it("may be a single one, and several pairs are several mistakes", () => {
    expect(said("n <= 0")).toEqual(["2:1 N08 `n <= 0` can never hold."]);
    const errors = said("n >= 5", "n <= 3", "m >= 5", "m <= 3").filter((line) => /N08/.test(line));
    expect(errors).toHaveLength(2);
  });

  it("come before the values, which fulfil only one of them", () => {
    const { problems } = typed("size n = 4\nrequire n >= 5\nrequire n <= 3\n");
    expect(problems.filter((line) => !line.startsWith(" "))).toEqual([
      "3:1 N08 `n >= 5` and `n <= 3` cannot hold together.",
    ]);
  });

  it("may come from an operation and from the file", () => {
    const text =
      "size n\nrequire n <= 4\nblock F(X[n c]) -> Y[m c]:\n  Y[m c] = conv[c -> c; over n -> m; kernel 7](X)\n";
    expect(typed(text).problems).toEqual([
      "4:12 N08 `n <= 4` and `n >= 7` cannot hold together.",
      "  `n` would have to be at least 7 and at most 4.",
      "  `m` counts the windows of `conv` along `n`.",
    ]);
  });

  it("are mended by letting one of them go", () => {
    const text = "size n\nrequire n >= 5\nrequire n <= 3\n";
    const context = fixContext(text);
    const [diagnostic] = context.diagnostics;
    expect(diagnostic && fixesOf(context, diagnostic).map(({ title }) => title)).toEqual([
      "Remove `require n <= 3`",
      "Remove `require n >= 5`",
    ]);
  });
});

describe("bounds and divisions of one size", () => {
  const number = fc.integer({ min: 1, max: 12 });
  const claim = fc.oneof(
    number.map((a) => ({ text: `n >= ${a}`, holds: (n: number) => n >= a })),
    number.map((a) => ({ text: `n <= ${a}`, holds: (n: number) => n <= a })),
    number.map((a) => ({ text: `n == ${a}`, holds: (n: number) => n === a })),
    number.map((a) => ({ text: `2*n >= ${a}`, holds: (n: number) => 2 * n >= a })),
    number.map((a) => ({ text: `${a} divides n`, holds: (n: number) => n % a === 0 })),
    number.map((a) => ({ text: `n divides ${a}`, holds: (n: number) => a % n === 0 })),
    fc.tuple(number, number).map(([a, b]) => ({
      text: `${a} divides n+${b}`,
      holds: (n: number) => (n + b) % a === 0,
    })),
  );

  const several = fc.uniqueArray(claim, {
    minLength: 1,
    maxLength: 4,
    selector: ({ text }) => text,
  });

  it("are refuted exactly where no value fulfils them, and none of those named is needless", () => {
    fc.assert(
      fc.property(several, (claims) => {
        const isPossible = (some: typeof claims) =>
          Array.from({ length: 30_000 }, (_, i) => i + 1).some((n) =>
            some.every(({ holds }) => holds(n)),
          );
        const errors = said(...claims.map(({ text }) => text)).filter((line) => /N08/.test(line));
        expect(errors.length > 0).toBe(!isPossible(claims));
        const [first = ""] = errors;
        const named = claims.filter(({ text }) => first.includes(`\`${text.replace("*", "·")}\``));
        if (named.length === claims.length && named.length > 1) {
          for (const one of named)
            expect(isPossible(named.filter((each) => each !== one))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
