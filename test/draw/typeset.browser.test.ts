import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outline, type Typeset, typeset, typesetTitle } from "../../src/draw/typeset.ts";
import { launchChromium } from "../support/chromium.ts";

const LABELS = [
  "\\overline{x}_{\\lambda+1}",
  "\\hat{Y}'",
  "\\mathbf{L}^{Q}_{+}",
  "\\mathbb{E}",
  "\\mathcal{N}(0,\\sigma^2)",
  "\\lceil n/2\\rceil",
  "\\frac{d_{\\mathrm{model}}}{h}",
  "\\sqrt{\\widehat{abc}}",
  "\\text{漢é}",
  "\\frac{",
];
const TITLES = [
  "Multi-Head Attention (N = 3)",
  "Café {100 %} \\bar",
  "漢",
  "of $\\bar{x}_i$ and $5",
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

function everything(sets: readonly Typeset[]) {
  return sets.map((set) => ({
    set,
    outlines: set.pieces.map((piece) => (piece.kind === "glyph" ? outline(piece.glyph) : "")),
  }));
}

test("labels and titles are the same in Chromium and in Node", async () => {
  const built = await build({
    root: ".",
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      lib: { entry: "src/draw/typeset.ts", formats: ["iife"], name: "drawing" },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !("output" in first)) throw new RangeError("nothing was built");
  const page = await browser.newPage();
  await page.addScriptTag({ content: first.output[0].code });
  const there = await page.evaluate(
    `(({ typeset, typesetTitle, outline }, labels, titles) => {
      const sets = [...labels.map(typeset), ...titles.map(typesetTitle)];
      return sets.map((set) => ({
        set,
        outlines: set.pieces.map((p) => (p.kind === "glyph" ? outline(p.glyph) : "")),
      }));
    })(drawing, ${JSON.stringify(LABELS)}, ${JSON.stringify(TITLES)})`,
  );
  expect(there).toEqual(everything([...LABELS.map(typeset), ...TITLES.map(typesetTitle)]));
});
