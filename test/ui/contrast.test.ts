import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "../support/contrast.ts";

const CSS = readFileSync(new URL("../../src/ui/theme.css", import.meta.url), "utf8");

/** The variables of the rule with that selector; colours only. */
function colours(selector: string): ReadonlyMap<string, string> {
  const start = CSS.indexOf(`${selector} {`);
  const rule = CSS.slice(start, CSS.indexOf("}", start));
  return new Map(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [
      name,
      hex,
    ]),
  );
}

const GROUNDS = ["chrome", "paper", "raised", "sunken"];
const TEXTS = ["text", "text-2", "text-3", "accent", "error", "warn", "ok"];
const CODE = ["kw", "op", "ax", "num", "cm"];
const ON_SOFT = [
  ["accent", "accent-soft"],
  ["text", "accent-soft"],
  ["text-3", "accent-soft"],
  ["error", "error-soft"],
  ["warn", "warn-soft"],
  ["text", "follow-soft"],
  ["text-3", "follow-soft"],
  ["on-accent", "accent"],
] as const;

describe.each([
  ["light", ":root"],
  ["dark", ':root[data-theme="dark"]'],
])("the %s theme", (_, selector) => {
  const theme = colours(selector);
  const hex = (name: string): string => {
    const found = theme.get(name);
    if (found === undefined) throw new RangeError(`theme.css gives no colour --${name}.`);
    return found;
  };

  it.each([...TEXTS, ...CODE])("sets --%s readable on every ground", (name) => {
    for (const ground of GROUNDS) {
      expect(contrast(hex(name), hex(ground)), `on --${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(ON_SOFT)("sets --%s readable on --%s", (name, ground) => {
    expect(contrast(hex(name), hex(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it("draws borders of controls that can be seen", () => {
    for (const ground of GROUNDS) {
      expect(contrast(hex("edge"), hex(ground))).toBeGreaterThanOrEqual(3);
    }
  });
});
