import fc from "fast-check";
import { test } from "vitest";
import { mutationOf } from "./mutation.ts";
import { makeAll, presetTexts } from "./whole-pipeline.ts";

test("two thousand presets with a slip are typed, drawn and exported", async () => {
  const presets = [...(await presetTexts()).values()];
  fc.assert(
    fc.property(mutationOf(presets), ({ text }) => void makeAll(text)),
    { numRuns: 2000, seed: 2026 },
  );
});

test("two slips at once are no worse", async () => {
  const presets = [...(await presetTexts()).values()];
  const twice = mutationOf(presets).chain(({ text }) => mutationOf([text]));
  fc.assert(
    fc.property(twice, ({ text }) => void makeAll(text)),
    { numRuns: 1000, seed: 2027 },
  );
});

test("every preset can end anywhere", async () => {
  for (const text of (await presetTexts()).values()) {
    for (let end = 0; end <= text.length; end += 3) makeAll(text.slice(0, end));
  }
});
