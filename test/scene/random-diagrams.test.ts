import fc from "fast-check";
import { test } from "vitest";
import { expectRandomLaws, randomDiagrams } from "../support/random-diagram.ts";

test("random diagrams are well typed and keep every law, whole and in rows", () => {
  fc.assert(fc.property(randomDiagrams(8), expectRandomLaws), { numRuns: 8, seed: 5 });
});
