import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/document/diagnostic.ts";
import { changedText } from "../../../src/document/fix.ts";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { fixesOf, safeFix } from "../../../src/editor/fixes/fixes.ts";
import { readFixtures } from "../../support/fixture-file.ts";

const FIXTURES = ["names", "shapes", "solved"].flatMap((file) =>
  readFixtures(new URL(`../../typing/fixtures/${file}.txt`, import.meta.url)),
);

function sentencesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, title }) => `${code} ${title}`);
}

describe("fixes", () => {
  it.each(FIXTURES.map(({ title, text }) => [title, text] as const))(
    "remove their mistake and add none: %s",
    (_, text) => {
      const context = fixContext(text);
      for (const diagnostic of context.diagnostics) {
        const fixes = fixesOf(context, diagnostic);
        expect(fixes.length).toBeLessThanOrEqual(3);
        expect(new Set(fixes.map(({ title }) => title)).size).toBe(fixes.length);
        for (const { title, change } of fixes) {
          const after = fixContext(changedText(text, change)).diagnostics;
          const said = sentencesOf(after);
          const before = sentencesOf(context.diagnostics);
          expect(after.map((each) => each.title)).not.toContain(diagnostic.title);
          expect(said.filter((sentence) => !before.includes(sentence))).toEqual([]);
          expect(title).toMatch(/^[A-Z`].*[^.]$/);
        }
      }
    },
  );

  it("can be kept and sent, since they are data", () => {
    const context = fixContext("input X[t m]\nA[t m] = sofmax[m](X)\n");
    const [diagnostic] = context.diagnostics;
    const [fix] = diagnostic === undefined ? [] : fixesOf(context, diagnostic);
    expect(JSON.parse(JSON.stringify(fix))).toEqual({
      title: "Write `softmax` instead of `sofmax`",
      confidence: "likely",
      change: { from: 25, to: 25, insert: "t" },
    });
  });

  it("mend with the cause what follows from it", () => {
    const context = fixContext(
      "input W[t d]\nX = relu(W)\nA = softmax[x](X)\nB = sum[x](relu(X))\n",
    );
    expect(context.diagnostics).toHaveLength(1);
    const [diagnostic] = context.diagnostics;
    const [first] = diagnostic === undefined ? [] : fixesOf(context, diagnostic);
    expect(first?.title).toBe("Rename `t` to `x` everywhere");
    expect(first && fixContext(changedText(context.text, first.change)).diagnostics).toEqual([]);
  });

  it("are safe to apply unasked only where none is more probable", () => {
    const typo = fixContext("size model\ninput X[t d=modle]\nA = relu(X)\n");
    const unknown = fixContext("input X[t d=zzz]\nA = relu(X)\n");
    const safe = [typo, unknown].map((context) => {
      const [diagnostic] = context.diagnostics;
      return diagnostic && safeFix(context, diagnostic)?.title;
    });
    expect(safe).toEqual([undefined, "Add a size `zzz`"]);
  });
});

describe("another operation in the place of one", () => {
  it.each([
    ["keeps the axis of the written shape", "N[t m] = sum[m](X)", "Use `softmax` instead of `sum`"],
    [
      "keeps the axis for the line below",
      "N[t] = sum[m](X)",
      "Use `softmax` instead of `sum` in `N`",
    ],
    ["takes as many arrays", "N[t m] = relu(W, W)", "Use `mix` instead of `relu`"],
    ["takes axes after the arrow", "N[t m] = sum[n -> m](W)", "Use `linear` instead of `sum`"],
  ])("%s", (_, line, title) => {
    const custom = line.includes("relu") ? "custom mix(A[t n], B[t n]) -> C[t m]\n" : "";
    const text = `input X[t m], W[t n], L[m d]\n${custom}${line}\nP[t d] = dot[m](N, L)\n`;
    const context = fixContext(text);
    const [diagnostic] = context.diagnostics.filter(({ severity }) => severity === "error");
    const [fix] = diagnostic === undefined ? [] : fixesOf(context, diagnostic);
    expect(fix?.title).toBe(title);
    const after = changedText(text, fix?.change ?? { from: 0, to: 0, insert: "" });
    expect(sentencesOf(fixContext(after).diagnostics)).toEqual([]);
  });
});
