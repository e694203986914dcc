import { expect, test } from "vitest";
import { goodDiagrams } from "./good.ts";
import { type Measured, measureMutations, share, total } from "./mutation-measure.ts";

function line(
  name: string,
  { harmless, wrong, withOneError, atThePlace, restored }: Measured,
): string {
  const one = share(withOneError, wrong);
  const place = share(atThePlace, wrong);
  const fixed = share(restored, wrong);
  return `${name.padEnd(16)}${`${wrong}`.padStart(6)} wrong${`${harmless}`.padStart(6)} harmless   one error ${one}, at its place ${place}, restored by its first fix ${fixed}`;
}

test("one slip gives one error where it was made", () => {
  const texts = [...goodDiagrams().values()];
  const measured = measureMutations(texts, 8);
  const all = total(measured.values());
  const lines = [...measured].map(([mutation, sum]) => line(mutation, sum));
  console.log([`${texts.length} good diagrams`, ...lines, line("all", all)].join("\n"));
  expect(all.withOneError / all.wrong).toBeGreaterThanOrEqual(0.95);
  expect(all.atThePlace / all.wrong).toBeGreaterThanOrEqual(0.8);
  expect(all.restored / all.wrong).toBeGreaterThanOrEqual(0.6);
});
