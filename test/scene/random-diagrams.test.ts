import fc from "fast-check";
import { test } from "vitest";
import {
  expectRandomLaws,
  expectRandomLawsInRows,
  randomDiagrams,
} from "../support/random-diagram.ts";

test("random diagrams are well typed and keep every law", () => {
  fc.assert(fc.property(randomDiagrams(8), expectRandomLaws), { numRuns: 8, seed: 5 });
});

test("random diagrams keep every law in rows", () => {
  fc.assert(fc.property(randomDiagrams(8), expectRandomLawsInRows), { numRuns: 8, seed: 5 });
});
