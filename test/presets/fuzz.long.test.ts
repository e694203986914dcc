import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { emitJson } from "../../src/emit/json.ts";
import { emitPseudocode } from "../../src/emit/pseudocode.ts";
import { parse } from "../../src/language/parse.ts";
import { print, printVerbatim } from "../../src/language/print.ts";
import { renderSvg } from "../../src/render/svg.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { readXml } from "../support/xml.ts";

/** A slip of the hand in a text: a part of it goes, comes twice, or is replaced by another part. */
interface Slip {
  readonly kind: "drop" | "repeat" | "replace";
  readonly from: number;
  readonly length: number;
  readonly other: number;
}

const WORD = /[A-Za-z_]\w*'*|\d+|\s+|./gsu;

const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom("drop", "repeat", "replace"),
  from: fc.nat(10_000),
  length: fc.integer({ min: 1, max: 4 }),
  other: fc.nat(10_000),
});

/** Makes slips of whole words, so that many results still mean something. */
function withSlips(text: string, slips: readonly Slip[]): string {
  let words: readonly string[] = text.match(WORD) ?? [];
  for (const { kind, from, length, other } of slips) {
    const start = from % words.length;
    const part = words.slice(start, start + length);
    const source = other % words.length;
    const put = { drop: [], repeat: [...part, ...part], replace: words.slice(source, source + 1) };
    words = [...words.slice(0, start), ...put[kind], ...words.slice(start + length)];
  }
  return words.join("");
}

/** Spaces at the ends of lines, and empty lines at the end, say nothing. */
function withoutEnds(text: string): string {
  return text.replace(/[ \t]+$/gm, "").trimEnd();
}

/** Takes a text through every stage, and holds what is true of any text. */
function holdForAnyText(text: string): void {
  const { document, diagnostics } = parse(text);
  // A layout section is put last, and two become one.
  const sections = text.match(/^layout:/gm) ?? [];
  const misplaced = diagnostics.some(({ title }) => title.includes("is the last section"));
  if (sections.length < 2 && !misplaced) {
    expect(withoutEnds(printVerbatim(document))).toBe(withoutEnds(text));
  }
  const canonical = print(document);
  expect(print(parse(canonical).document)).toBe(canonical);
  const typed = inferDiagram(document);
  for (const { title } of [...diagnostics, ...typed.diagnostics]) {
    expect(title).toMatch(/\S/);
    expect(title).not.toMatch(/undefined|NaN|\[object/);
  }
  const scene = drawDiagram(typed, document);
  readXml(renderSvg(scene, { theme: "light", title: "Fuzz", source: text }).text);
  JSON.parse(emitJson(text, typed));
  const pseudocode = emitPseudocode(document, typed);
  const again = parse(pseudocode);
  expect(emitPseudocode(again.document, inferDiagram(again.document))).toBe(pseudocode);
}

describe.each(PRESETS)("preset $name with slips of the hand", ({ load }) => {
  test("goes through every stage without an exception", async () => {
    const text = await load();
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) =>
        holdForAnyText(withSlips(text, slips)),
      ),
      { seed: 20261125, numRuns: Number(process.env["FUZZ_RUNS"] ?? 1000) },
    );
  });
});
