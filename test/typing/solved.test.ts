import { describe, expect, it } from "vitest";
import { readFixtures } from "../support/fixture-file.ts";
import { typed } from "../support/typed.ts";

const FIXTURES = readFixtures(new URL("fixtures/solved.txt", import.meta.url));

describe("what sizes have to fulfil, and what is wrong where they do not", () => {
  it.each(FIXTURES.map((fixture) => [fixture.title, fixture] as const))("%s", (_, fixture) => {
    const { faults, requirements, problems } = typed(fixture.text);
    expect(faults).toEqual([]);
    expect([...requirements, ...problems].join("\n")).toBe(fixture.expected.trim());
  });
});
