import { describe, expect, it } from "vitest";
import { readFixtures } from "../support/fixture-file.ts";
import { typed } from "../support/typed.ts";

/** Texts with one mistake each, and what is said about it: place, code, title, reasons. */
const FILES = ["names", "shapes"] as const;

describe.each(FILES)("what typing says about %s", (file) => {
  const fixtures = readFixtures(new URL(`fixtures/${file}.txt`, import.meta.url));

  it.each(fixtures.map((fixture) => [fixture.title, fixture] as const))("%s", (_, fixture) => {
    const { faults, problems } = typed(fixture.text);
    expect(faults).toEqual([]);
    expect(problems.join("\n")).toBe(fixture.expected);
  });
});

const CODES =
  "N01 N02 N03 N04 N05 N06 N07 N08 N09 N10 N11 N12 S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11 S12 S13 S14 S15 S16 S17 S18 S19";

describe("the fixtures", () => {
  const said = [...FILES, "solved"]
    .flatMap((file) => readFixtures(new URL(`fixtures/${file}.txt`, import.meta.url)))
    .flatMap(({ text }) => typed(text).diagram.diagnostics);

  it("cover every code of typing", () => {
    const codes = new Set(said.map((diagnostic) => diagnostic.code));
    expect([...codes].sort().join(" ")).toBe(CODES);
  });

  it("say full sentences without blame and without inner names", () => {
    for (const { title, why, labels = [] } of said) {
      for (const sentence of [title, ...why, ...labels.map(({ text }) => text)]) {
        expect(sentence).toMatch(/^[A-Z`0-9-].*[.]$|^`.*[.:] .*[.]$/);
        expect(sentence).not.toMatch(/invalid|illegal|undefined|#/i);
      }
    }
  });
});
