import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/document/diagnostic.ts";
import type { FixContext } from "../../../src/editor/fixes/candidate.ts";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { fixesOf } from "../../../src/editor/fixes/fixes.ts";
import { PROPOSERS } from "../../../src/editor/fixes/proposers.ts";
import { readFixtures } from "../../support/fixture-file.ts";

const BROKEN = new URL("../../data/broken/", import.meta.url);
const files = readdirSync(BROKEN)
  .filter((name) => name.endsWith(".ncd"))
  .map((name) => [name, readFileSync(new URL(name, BROKEN), "utf8")] as const);

const FIXTURES = ["names", "shapes", "solved"].flatMap((file) =>
  readFixtures(new URL(`../../typing/fixtures/${file}.txt`, import.meta.url)),
);

function withoutWords(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, title: "", why: [] };
}

function wordless(context: FixContext): FixContext {
  return {
    ...context,
    diagnostics: context.diagnostics.map(withoutWords),
    check: (text) => context.check(text).map(withoutWords),
  };
}

/** What is proposed before anything is tried, with the texts that it would make. */
function proposalsOf(context: FixContext): readonly unknown[] {
  return context.diagnostics.map((diagnostic) =>
    [...(PROPOSERS[diagnostic.code]?.(context, diagnostic) ?? [])].map(
      ({ title, confidence, apply }) => [title, confidence, apply()],
    ),
  );
}

describe("fixes read what a mistake is about as data", () => {
  it.each(files)("and find the same ones without a word said about %s", (_, text) => {
    const context = fixContext(text);
    const silent = wordless(context);
    const found = silent.diagnostics.map((each) => fixesOf(silent, each));
    expect(found.flat()).not.toEqual([]);
    expect(found).toEqual(context.diagnostics.map((each) => fixesOf(context, each)));
  });

  it.each(FIXTURES.map(({ title, text }) => [title, text] as const))(
    "and propose the same without words: %s",
    (_, text) => {
      const context = fixContext(text);
      expect(proposalsOf(wordless(context))).toEqual(proposalsOf(context));
    },
  );
});
