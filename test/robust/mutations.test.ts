import fc from "fast-check";
import { expect, test } from "vitest";
import { mutationOf } from "./mutation.ts";
import { countErrors, makeAll, presetTexts } from "./whole-pipeline.ts";

test("a preset with any one slip is typed, drawn and exported, and its messages are whole", async () => {
  const presets = [...(await presetTexts()).values()];
  fc.assert(
    fc.property(mutationOf(presets), ({ text }) => void makeAll(text)),
    { numRuns: 120, seed: 3 },
  );
});

test("one wrong word gives few errors", async () => {
  const presets = [...(await presetTexts()).values()];
  const slips = fc
    .sample(mutationOf(presets), { numRuns: 200, seed: 7 })
    .filter(({ isSmall }) => isSmall);
  const many = slips.filter(({ text }) => countErrors(makeAll(text).diagnostics) > 3);
  expect(many.map(({ what }) => what).length).toBeLessThanOrEqual(0.2 * slips.length);
});
