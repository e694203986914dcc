import { describe, expect, it } from "vitest";
import { readFixtures } from "../support/fixture-file.ts";
import { typed } from "../support/typed.ts";

describe("the types of", () => {
  const fixtures = readFixtures(new URL("fixtures/types.txt", import.meta.url));

  it.each(fixtures.map((fixture) => [fixture.title, fixture] as const))("%s", (_, fixture) => {
    const { types, requirements, problems } = typed(fixture.text);
    expect([...types, ...requirements, ...problems].join("\n")).toBe(fixture.expected);
  });
});
