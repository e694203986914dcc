import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { print } from "../../src/language/print.ts";
import { typed } from "../support/typed.ts";
import { goodDiagrams } from "./good.ts";

describe("good diagrams", () => {
  it("are at least thirty", () => {
    expect(goodDiagrams().size).toBeGreaterThanOrEqual(30);
  });

  it.each([...goodDiagrams()])("%s checks without a word and prints as it stands", (_, text) => {
    const { faults, problems } = typed(text);
    expect([...faults, ...problems]).toEqual([]);
    expect(print(parse(text).document)).toBe(text);
  });
});
