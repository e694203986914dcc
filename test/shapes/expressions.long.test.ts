import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, symbol } from "../../shapes/size.ts";
import { sizeOf } from "../../shapes/size-of.ts";
import { expectedValue, roundingExpression, values } from "../support/size-expressions.ts";

test("24,000 random size expressions have the value of what was written", () => {
  let compared = 0;
  const wrong: string[] = [];
  fc.assert(
    fc.property(roundingExpression, values, (expression, names) => {
      const size = sizeOf(expression, { size: symbol });
      const value = size && evaluate(size, (name) => names.get(name));
      compared += 1;
      if (value !== expectedValue(expression, names)) wrong.push(JSON.stringify([...names]));
    }),
    { numRuns: 24_000, seed: 19 },
  );
  console.log(
    `${compared} random size expressions compared with evaluation: ${wrong.length} wrong`,
  );
  expect(wrong).toEqual([]);
});
