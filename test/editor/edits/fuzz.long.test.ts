import fc from "fast-check";
import { describe, test } from "vitest";
import { PRESETS } from "../../../presets/index.ts";
import { print } from "../../../src/language/print.ts";
import { arbitraryDocument } from "../../support/arbitrary-document.ts";
import { holdEditLaws, holdTextLaws, isWhole } from "../../support/edit-laws.ts";
import { ODD_TEXT } from "../../support/odd-text.ts";
import { holdSession, randomStep } from "../../support/random-session.ts";

/** 500 sessions of 20 steps: 10,000 random commands. */
const LENGTH = 20;
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 500);
/** The same sessions on every machine; `FUZZ_SEED` looks for new ones. */
const SEED = Number(process.env["FUZZ_SEED"] ?? 20261126);

const steps = fc.array(randomStep, { minLength: LENGTH, maxLength: LENGTH });

/** How many of the sessions each kind of file has. */
const SHARES = { preset: 0.6 / PRESETS.length, odd: 0.1, generated: 0.3 };

function settings(share: number): fc.Parameters<unknown> {
  return { numRuns: Math.ceil(RUNS * share), seed: SEED, endOnFailure: RUNS > 500 };
}

/** Where names are loose or stand twice to begin with, nobody can say what a command means by them. */
const holdLawsOfAnything: typeof holdEditLaws = (context, command) =>
  (isWhole(context) ? holdEditLaws : holdTextLaws)(context, command);

describe.each(PRESETS)("a long session of random commands on $name", ({ load }) => {
  test("holds the laws of the editor", async () => {
    const text = await load();
    fc.assert(
      fc.property(steps, (session) => holdSession(text, session)),
      settings(SHARES.preset),
    );
  });
});

describe("a long session of random commands", () => {
  test("on a text with everything odd holds the laws of the editor", () => {
    fc.assert(
      fc.property(steps, (session) => holdSession(ODD_TEXT, session)),
      settings(SHARES.odd),
    );
  });

  test("on any document holds the laws of the editor", () => {
    fc.assert(
      fc.property(arbitraryDocument.map(print), steps, (text, session) =>
        holdSession(text, session, holdLawsOfAnything),
      ),
      settings(SHARES.generated),
    );
  });
});
