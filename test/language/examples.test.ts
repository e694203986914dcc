import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { print, printVerbatim } from "../../src/language/print.ts";
import { holdTextLaws } from "../support/language-laws.ts";

const FOLDERS = ["test/golden/language", "presets"];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ncd"))
    .map((name) => `${folder}/${name}`),
);

describe("every worked example and preset", () => {
  it.each(FILES)("%s prints as it stands", (file) => {
    const text = readFileSync(file, "utf8");
    const { document, diagnostics } = holdTextLaws(text);
    expect(diagnostics).toEqual([]);
    expect(print(document)).toBe(text);
    expect(printVerbatim(document)).toBe(text);
  });
});
