import fc from "fast-check";
import { describe, it } from "vitest";
import { holdTextLaws } from "../support/language-laws.ts";

const WORDS = [
  ..."ncd diagram source note main size require multi input output weight layer block custom".split(
    " ",
  ),
  ..."repeat scan each carry collect save load in from to as shared reverse frozen of".split(" "),
  ..."inf pi and or not true false divides layout: open label theme wrap axis array".split(" "),
  ..."X Y Q' t m k softmax linear constructor 1 2 0.5 1e-5 64 007".split(" "),
  ..."[ ] ( ) -> = == >= <= < > != , ; : + - * / // % ^ ? # \" \\ ' _".split(" "),
  '"text"',
  '"a\\nb"',
  '"\\bar{t}"',
  "é",
  "\u2028",
  "\u0007",
  "\t",
  "  ",
  "\ufeff",
];

const token = fc.constantFrom(...WORDS);
const line = fc
  .tuple(
    fc.constantFrom("", "", "  ", "    ", " ", "   ", "\t", "# "),
    fc.array(token, { maxLength: 12 }),
    fc.constantFrom("", " "),
  )
  .map(([indentation, tokens, glue]) => indentation + tokens.join(glue));

const GOOD = [
  "size k = 64, c = (1, 2), n",
  "input X[t m], ids[t] of v",
  "block F(X[m]) -> Y[m]:",
  "  Y[m] = relu(linear[m -> m; bias](X))",
  "  repeat 3 as i shared:",
  "    carry Z[m] from X to Z'",
  "    Z'[m] = F(Z) # again",
  "scan t reverse:",
  "  each x[m] in X",
  "",
  "# a comment",
  "  # deeper",
  "layout:",
  "  theme dark",
  "  place X dy=3",
  'diagram "A title"',
];

const text = fc
  .array(fc.oneof(line, fc.constantFrom(...GOOD)), { maxLength: 14 })
  .chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((end) => lines.join(end)));

describe("any text", () => {
  it("made of the language's words is read, printed and read again as the same document", () => {
    fc.assert(
      fc.property(text, (it) => void holdTextLaws(it)),
      { numRuns: 1500 },
    );
  });

  it("of any characters is read, printed and read again as the same document", () => {
    const any = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(any, (it) => void holdTextLaws(it)),
      { numRuns: 500 },
    );
  });
});
