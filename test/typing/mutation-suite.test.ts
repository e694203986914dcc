import { expect, test } from "vitest";
import { goodDiagrams } from "./good.ts";
import { measureMutations, total } from "./mutation-measure.ts";

test("one slip in a good diagram gives, as a rule, one error where it was made", () => {
  const few = [...goodDiagrams().values()].filter(
    (text, place) => place % 4 === 0 && text.length < 1500,
  );
  const all = total(measureMutations(few, 1).values());
  expect(all.wrong).toBeGreaterThan(30);
  expect(all.withOneError / all.wrong).toBeGreaterThanOrEqual(0.9);
  expect(all.atThePlace / all.wrong).toBeGreaterThanOrEqual(0.8);
});
