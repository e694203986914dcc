import { describe, expect, test } from "vitest";
import { themeOf } from "../../src/draw/theme.ts";
import { contrast } from "../support/contrast.ts";

describe("themes", () => {
  test("plates have the published colours in the light, and weaker ones in the dark", () => {
    expect(themeOf("light").fills.attention).toBe("#c5bedf");
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

  test("print is black and greys on white", () => {
    const { paper, ink, problem, fills, hatch } = themeOf("print");
    expect([paper, ink]).toEqual(["#ffffff", "#000000"]);
    for (const colour of [paper, ink, problem, hatch, ...Object.values(fills)]) {
      expect(colour).toMatch(/^#([0-9a-f]{2})\1\1$/);
    }
  });

  test("in print every role is told apart without its colour", () => {
    const { fills, textures = {} } = themeOf("print");
    const roles = Object.entries(fills).filter(([role]) => role !== "ink" && role !== "paper");
    const looks = roles.map(([role, fill]) => JSON.stringify([fill, Reflect.get(textures, role)]));
    expect(looks.filter((look, at) => looks.indexOf(look) !== at)).toEqual([]);
    // A white area that nothing tells from the paper would not be there at all.
    const bare = roles.filter(
      ([role, fill]) => fill === "#ffffff" && Reflect.get(textures, role) === undefined,
    );
    expect(bare).toEqual([]);
  });

  test("in print ink is read on every area and hatching, which is seen beside paper", () => {
    const { ink, paper, hatch, fills } = themeOf("print");
    for (const fill of Object.values(fills).filter((each) => each !== ink)) {
      expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(ink, hatch)).toBeGreaterThanOrEqual(7);
    expect(contrast(hatch, paper)).toBeGreaterThanOrEqual(2);
  });

  test.each(["light", "dark", "print"] as const)("every colour of %s is opaque hex", (name) => {
    const { paper, ink, problem, fills } = themeOf(name);
    for (const colour of [paper, ink, problem, ...Object.values(fills)]) {
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});
