import { describe, expect, it } from "vitest";
import { figureOf } from "../../src/editor/figure-of.ts";
import { pastedText, refusedPaste } from "../../src/editor/pasted-text.ts";

const LINES = "input X[m]\nY[m] = relu(X)\n";

describe("text from a clipboard", () => {
  it("is taken as it is, and out of a figure that Axisloom made", async () => {
    expect(pastedText(LINES)).toEqual({ ok: true, text: LINES });
    const figure = await figureOf(LINES, "Part of a diagram");
    expect(figure).toMatch(/^<svg .*<title>Part of a diagram<\/title>/s);
    expect(pastedText(figure)).toEqual({ ok: true, text: LINES });
  });

  it.each([
    ["<p>Some page</p>", /^Nothing was pasted: /],
    ['{"name": 1}', /^Nothing was pasted: /],
    ["import torch\n", "Nothing was pasted: this is a Python file, not a diagram of Axisloom."],
    ["%PDF-1.7", "Nothing was pasted: this is a PDF file, not a diagram of Axisloom."],
    ["x\n".repeat(200_000), "Nothing was pasted: it is too long; open it as a file instead."],
  ])("that is %.12s… is refused in one sentence", (text, says) => {
    const found = pastedText(text);
    if (found.ok) throw new RangeError("It was taken.");
    expect(found.says).toMatch(says);
    expect(found.says).toMatch(/^[^.]*\.$/);
  });

  it("keeps the letters of names when it says why", () => {
    expect(refusedPaste("Expected `=` after the name.")).toBe(
      "Nothing was pasted: expected `=` after the name.",
    );
    expect(refusedPaste("`Y` is taken.")).toBe("Nothing was pasted: `Y` is taken.");
  });
});
