import fc from "fast-check";
import { describe, test } from "vitest";
import { PRESETS } from "../../../presets/index.ts";
import { ODD_TEXT } from "../../support/odd-text.ts";
import { holdSessionLaws, randomEdit } from "../../support/random-edits.ts";

const RUNS = 10;
const LENGTH = 10;

const TEXTS = [...PRESETS, { name: "with everything odd", load: async () => ODD_TEXT }];

describe.each(TEXTS)("random edits of $name", ({ load }) => {
  test("hold the laws of edits, one after the other", async () => {
    const text = await load();
    fc.assert(
      fc.property(fc.array(randomEdit, { minLength: LENGTH, maxLength: LENGTH }), (edits) =>
        holdSessionLaws(text, edits),
      ),
      { seed: 20261126, numRuns: RUNS },
    );
  });
});
