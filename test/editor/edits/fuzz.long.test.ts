import fc from "fast-check";
import { describe, test } from "vitest";
import { PRESETS } from "../../../presets/index.ts";
import { holdSessionLaws, randomEdit } from "../../support/random-edits.ts";

const LENGTH = 20;
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 20);
/** The same sessions on every machine; `FUZZ_SEED` looks for new ones. */
const SEED = Number(process.env["FUZZ_SEED"] ?? 20261126);

describe.each(PRESETS)("a long session of random edits of $name", ({ load }) => {
  test("holds the laws of edits", async () => {
    const text = await load();
    fc.assert(
      fc.property(fc.array(randomEdit, { minLength: LENGTH, maxLength: LENGTH }), (edits) =>
        holdSessionLaws(text, edits),
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
