import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { changedText } from "../../src/document/fix.ts";
import { fixContext } from "../../src/editor/fixes/context.ts";
import { fixesOf } from "../../src/editor/fixes/fixes.ts";
import { runIn } from "../support/terminal.ts";

/** One file for each message, with its code at the beginning of its name. */
const FOLDER = fileURLToPath(new URL("../data/broken/", import.meta.url));
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".ncd"));
const expected = readFileSync(new URL("../data/broken.txt", import.meta.url), "utf8");

/** S01 to S19, N01 to N13 and T01. */
const CODES = [
  ...Array.from({ length: 13 }, (_, at) => `N${String(at + 1).padStart(2, "0")}`),
  ...Array.from({ length: 19 }, (_, at) => `S${String(at + 1).padStart(2, "0")}`),
  "T01",
];

describe("a folder of broken files", () => {
  test("has one for every message", () => {
    expect(FILES.map((name) => name.slice(0, 3)).sort()).toEqual(CODES);
  });

  test("is explained sentence by sentence, with places, causes and fixes", async () => {
    const { code, remarks } = await runIn(FOLDER, ["check", ...FILES]);
    expect(code).toBe(1);
    expect(`${remarks.join("\n")}\n`).toBe(expected);
  });

  test.each(FILES)("says one thing about %s, and each of its fixes repairs it", (name) => {
    const text = readFileSync(`${FOLDER}${name}`, "utf8");
    const context = fixContext(text);
    expect(context.diagnostics.map(({ code }) => code)).toEqual([name.slice(0, 3)]);
    const fixes = context.diagnostics.flatMap((each) => fixesOf(context, each));
    expect(fixes.length).toBeGreaterThan(0);
    for (const { change } of fixes) {
      const after = fixContext(changedText(text, change)).diagnostics;
      expect(after.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(after.map(({ code }) => code)).not.toContain(name.slice(0, 3));
    }
  });
});
