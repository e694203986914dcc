import { describe, expect, test } from "vitest";
import { themeOf } from "../../src/draw/theme.ts";
import { contrast } from "../support/contrast.ts";

describe("themes", () => {
  test("plates are the published colours in print, and weaker on screen", () => {
    expect(themeOf("print").fills.attention).toBe("#c5bedf");
    expect(themeOf("light").fills.attention).toBe("#dbd7eb");
    expect(themeOf("dark").fills.attention).toMatch(/^#[23]/);
  });

  test("plates in the dark are readable, and can be told from what they lie on", () => {
    const { fills, ink, paper } = themeOf("dark");
    const holders = ["loop", "network", "residual", "block", "feed-forward", "plain"] as const;
    for (const holder of holders) {
      expect(contrast(ink, fills[holder]), holder).toBeGreaterThanOrEqual(7.4);
      expect(contrast(fills[holder], paper), holder).toBeGreaterThanOrEqual(1.08);
      expect(contrast(fills.linear, fills[holder]), holder).toBeGreaterThanOrEqual(1.2);
    }
    expect(contrast(ink, fills.linear)).toBeGreaterThanOrEqual(7.4);
    expect(contrast(ink, fills.embedding)).toBeGreaterThanOrEqual(7.4);
  });

  test.each(["light", "dark", "print"] as const)("every colour of %s is opaque hex", (name) => {
    const { paper, ink, problem, fills } = themeOf(name);
    for (const colour of [paper, ink, problem, ...Object.values(fills)]) {
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});
