import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify } from "../../src/language/tokens.ts";

/** The words of a line with what each is, in the notation `kind:text`. */
function said(line: string): string {
  return classify(line)
    .map(({ from, to, kind }) => `${kind}:${line.slice(from, to)}`)
    .join(" ");
}

describe("the words of a line", () => {
  it.each([
    [
      "S[y x h] = dot[k](Q, K) / sqrt(k)  # scores",
      "name:S axis:y axis:x axis:h operation:dot axis:k name:Q name:K operation:sqrt name:k comment:# scores",
    ],
    [
      "  Y[m] = linear[f -> m=2*k; bias](H, eps=1e-5)",
      "name:Y axis:m operation:linear axis:f axis:m number:2 axis:k keyword:bias name:H name:eps number:1e-5",
    ],
    [
      "block F(ids[t] of v, n[b] of int) -> Y[m]:",
      "keyword:block operation:F name:ids axis:t keyword:of axis:v name:n axis:b keyword:of keyword:int name:Y axis:m",
    ],
    [
      "layer W = linear[i -> o] frozen",
      "keyword:layer name:W operation:linear axis:i axis:o keyword:frozen",
    ],
    [
      "carry to from to to to'",
      "keyword:carry name:to keyword:from keyword:to keyword:to name:to'",
    ],
    ["size k = 64, c = (1, 2)", "keyword:size axis:k number:64 axis:c number:1 number:2"],
    ["repeat N as i shared:", "keyword:repeat axis:N keyword:as axis:i keyword:shared"],
    ["S[f] = load C[3-i]", "name:S axis:f keyword:load name:C number:3 axis:i"],
    ['diagram "a # b" # c', 'keyword:diagram string:"a # b" comment:# c'],
    ["size[t] = ?", "name:size axis:t keyword:?"],
    ["A = -inf", "name:A number:inf"],
  ])("%s", (line, expected) => {
    expect(said(line)).toBe(expected);
  });

  it("stand side by side in any line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (line) => {
        let end = 0;
        for (const { from, to } of classify(line)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(line.length);
      }),
    );
  });

  it("are left alone in a line that is too long to read", () => {
    expect(classify("a ".repeat(100_000))).toEqual([]);
  });
});
