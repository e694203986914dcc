import { describe, expect, test } from "vitest";
import { themeOf } from "../../src/draw/theme.ts";

describe("themes", () => {
  test("plates are the published colours in print, and weaker on screen", () => {
    expect(themeOf("print").fills.attention).toBe("#c5bedf");
    expect(themeOf("light").fills.attention).toBe("#dbd7eb");
    expect(themeOf("dark").fills.attention).toBe("#3a3a42");
  });

  test.each(["light", "dark", "print"] as const)("every colour of %s is opaque hex", (name) => {
    const { paper, ink, problem, fills } = themeOf(name);
    for (const colour of [paper, ink, problem, ...Object.values(fills)]) {
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});
