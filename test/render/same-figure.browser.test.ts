import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { type EditorServer, serveEditor } from "../../src/cli/editor-server.ts";
import type { ThemeName } from "../../src/draw/theme.ts";
import { launchChromium } from "../support/chromium.ts";
import { randomDiagrams } from "../support/random-diagram.ts";
import { drawFigure } from "./drawn-figure.ts";

const THEMES: readonly ThemeName[] = ["light", "dark", "print"];
const FOLDER = "dist/drawing-page";
const RANDOM = fc.sample(randomDiagrams(10), { numRuns: 12, seed: 11 });
const ODD = [
  'input X[a b]\nY[a b] = relu(X)\nlayout:\n  label X "\\\\frac{"\n  callout Y "漢字 and عربى"\n',
  `input ${"X".repeat(200)}[${"w".repeat(200)} b]\n`,
];

let browser: Browser;
let server: EditorServer;
let page: Page;

beforeAll(async () => {
  await build({
    root: "test/render/drawing-page",
    configFile: false,
    logLevel: "warn",
    base: "./",
    worker: { format: "es" },
    build: { outDir: `../../../${FOLDER}`, emptyOutDir: true, chunkSizeWarningLimit: 9000 },
  });
  server = await serveEditor(FOLDER, undefined);
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(server.address);
  await page.waitForFunction("typeof drawFigure === 'function'");
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Compared by whole text; a difference shows where it is. */
async function expectSame(text: string, theme: ThemeName): Promise<void> {
  const there = await page.evaluate(
    `drawFigure(${JSON.stringify(text)}, ${JSON.stringify(theme)})`,
  );
  expect(there).toBe(await drawFigure(text, theme));
}

describe("a figure has the same bytes in Chromium and in Node", () => {
  it.each(PRESETS)("preset $name, in every theme", async ({ load }) => {
    const text = await load();
    for (const theme of THEMES) await expectSame(text, theme);
  });

  it.each(RANDOM.map((text, i) => [i, text] as const))("random diagram %i", async (_, text) => {
    await expectSame(text, "light");
  });

  it.each(ODD)("odd text %#", async (text) => {
    await expectSame(text, "light");
  });
});
