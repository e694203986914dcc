import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { exportDiagram } from "../../src/editor/exports.ts";
import { derive } from "../../src/editor/pipeline.ts";
import { appForTests, canvasOf, eventually } from "../support/app.ts";
import {
  choose,
  dragWire,
  emptyPaper,
  expectLines,
  openBlank,
  openField,
  openList,
  quickAdd,
  walk,
  walkColumn,
} from "../support/composing.ts";
import { countEffort, effortOf, effortText } from "../support/effort.ts";

/** A diagram, and how a hand builds it from nothing in three ways. */
interface Composed {
  readonly title: string;
  readonly lines: readonly string[];
  byPointer(page: Page): Promise<void>;
  byKeyboard(page: Page): Promise<void>;
}

const SCALED: Composed = {
  title: "scaled dot-product attention",
  lines: [
    "input Q[y d]",
    "input K[x d]",
    "input V[x d]",
    "D[y x] = dot[d](Q, K)",
    "D2[y x] = D / sqrt(d)",
    "S[y x] = softmax[x](D2)",
    "D3[y d] = dot[x](S, V)",
  ],
  async byPointer(page) {
    await inputs(page, "Q[y d], K[x d], V[x d]");
    await dropAndPick(page, "input Q", /^Dot product/);
    await pick(page, /^K/);
    await dropAndWrite(page, "D", "/ sqrt(d)", /^D \/ sqrt/);
    await dropAndPick(page, "D2", /^Softmax/);
    await dropAndPick(page, "S", /^Dot product/);
    await pick(page, /^V/);
  },
  async byKeyboard(page) {
    await addInputs(page, "Q[y d], K[x d], V[x d]");
    await page.keyboard.press("Escape");
    await quickAdd(page, "dot", /^Dot product/);
    await choose(page, "Q", /^Q/);
    await choose(page, "K", /^K/);
    await quickAdd(page, "/ sqrt(d)", /^D \/ sqrt/);
    await quickAdd(page, "softm", /^Softmax along x/);
    await quickAdd(page, "matmul", /^Dot product/);
    await choose(page, "V", /^V/);
  },
};

const MULTI_HEAD: Composed = {
  title: "multi-head attention",
  lines: [
    "size k = 64",
    "size h = 8",
    "size m = k*h",
    "input E[y m]",
    "input X[x m]",
    "Q[y k h] = linear[m -> k h](E)",
    "K[x k h] = linear[m -> k h](X)",
    "V[x k h] = linear[m -> k h](X)",
    "D[y x h] = dot[k](Q, K)",
    "S[y x h] = D / sqrt(k)",
    "A[y x h] = softmax[x](S)",
    "Z[y k h] = dot[x](A, V)",
    "O[y m] = linear[k h -> m](Z)",
  ],
  async byPointer(page) {
    await inputs(page, "E[y m], X[x m]");
    await page.getByRole("tab", { name: "Sizes" }).click();
    for (const size of ["k = 64", "h = 8", "m = k*h"]) await newSize(page, size);
    await page.getByRole("tab", { name: "Text" }).click();
    await dropAndPick(page, "input E", /^Linear m/);
    await nameResult(page, "Q[y k h]");
    await dropAndPick(page, "input X", /^Linear m/);
    await nameResult(page, "K[x k h]");
    await dropAndPick(page, "input X", /^Linear m/);
    await nameResult(page, "V[x k h]");
    await dropAndPick(page, "Q", /^Dot product/);
    await pick(page, /^K/);
    await dropAndWrite(page, "D", "/ sqrt(k)", /^D \/ sqrt/);
    await nameResult(page, "S[y x h]");
    await dropAndWrite(page, "S", "softmax", /^Softmax along x/);
    await nameResult(page, "A[y x h]");
    await dropAndPick(page, "A", /^Dot product/);
    await pick(page, /^V/);
    await nameResult(page, "Z[y k h]");
    await dropAndPick(page, "Z", /^Linear/);
    await nameResult(page, "O[y m]");
  },
  async byKeyboard(page) {
    await addInputs(page, "E[y m], X[x m]");
    await walkColumn(page, "input E", /^Array E/);
    await quickAdd(page, "linear", /^Linear m/);
    await rename(page, "Q[y k h]");
    await walk(page, "ArrowLeft", /^Array E/);
    await walkColumn(page, "input X", /^Array X/);
    await quickAdd(page, "linear", /^Linear m/);
    await rename(page, "K[x k h]");
    await walk(page, "ArrowLeft", /^Array X/);
    await quickAdd(page, "linear", /^Linear m/);
    await rename(page, "V[x k h]");
    await walkColumn(page, "Q", /Gives Q/);
    await quickAdd(page, "dot", /^Dot product/);
    await choose(page, "K", /^K/);
    await quickAdd(page, "/ sqrt(k)", /^D \/ sqrt/);
    await rename(page, "S");
    await quickAdd(page, "softmax x", /^Softmax along x/);
    await rename(page, "A");
    await quickAdd(page, "matmul", /^Dot product/);
    await choose(page, "V", /^V/);
    await rename(page, "Z");
    await quickAdd(page, "linear", /^Linear/);
    await rename(page, "O[y m]");
    await page.keyboard.press("F6");
    await page.keyboard.press("F6");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const field = page.getByRole("textbox", { name: "New size" });
    await field.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await eventually(() => field.evaluate((each) => each === document.activeElement)).toBe(true);
    for (const size of ["k = 64", "h = 8", "m = k*h"]) {
      await page.keyboard.type(size);
      await page.keyboard.press("Enter");
      await eventually(() => field.inputValue()).toBe("");
    }
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
  },
};

/** Types the lines into the text panel, key by key, where a click has put the caret. */
async function byText(page: Page, { lines }: Composed): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press("Enter");
  }
}

async function inputs(page: Page, ports: string): Promise<void> {
  await page.getByRole("button", { name: "Add an input" }).click();
  await page.getByRole("textbox", { name: "New input: name and axes" }).waitFor();
  await page.keyboard.type(ports);
  await page.getByRole("button", { name: "Add", exact: true }).click();
}

async function addInputs(page: Page, ports: string): Promise<void> {
  await quickAdd(page, "inp", /^Input/);
  await page.getByRole("textbox", { name: "New input: name and axes" }).waitFor();
  await page.keyboard.type(ports);
  await page.keyboard.press("Enter");
}

async function pick(page: Page, row: RegExp): Promise<void> {
  await openList(page).getByRole("option", { name: row }).first().click();
}

async function dropAndPick(page: Page, node: string, row: RegExp): Promise<void> {
  await dragWire(page, node, await emptyPaper(page));
  await pick(page, row);
}

async function dropAndWrite(page: Page, node: string, text: string, row: RegExp): Promise<void> {
  await dragWire(page, node, await emptyPaper(page));
  await openField(page).waitFor();
  await page.keyboard.type(text);
  await pick(page, row);
}

/** Name and axes of the selected result, in the inspector. */
async function nameResult(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Result" }).click({ clickCount: 3 });
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await eventually(() => page.locator(".cm-content").textContent()).toContain(`${text} = `);
}

async function newSize(page: Page, size: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "New size" });
  await field.click();
  await page.keyboard.type(size);
  await page.keyboard.press("Enter");
  await eventually(() => field.inputValue()).toBe("");
}

/** Name, and axes where they are given, in the place of the name in the picture. */
async function rename(page: Page, text: string): Promise<void> {
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: /^Name of array/ });
  await field.waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await field.waitFor({ state: "detached" });
}

/** Every file that the editor hands out, by name. */
async function filesOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  const take = async (act: () => Promise<void>): Promise<string> => {
    const download = page.waitForEvent("download");
    await act();
    return await readFile(await (await download).path(), "utf8");
  };
  files["saved"] = await take(() => page.keyboard.press("Control+s"));
  await page.keyboard.press("Control+e");
  for (const title of ["SVG", "Pseudocode"]) {
    await page.getByRole("option", { name: title }).click();
    await page.locator(title === "SVG" ? ".export-figure img" : ".export-text").waitFor();
    const button = page.getByRole("button", { name: `Download ${title}` });
    files[title] = await take(() => button.click());
  }
  await page.keyboard.press("Escape");
  return files;
}

async function expectedFiles({ lines }: Composed): Promise<Readonly<Record<string, string>>> {
  const text = `diagram "Untitled diagram"\n${lines.join("\n")}\n`;
  const reading = derive(text);
  const svg = await exportDiagram("svg", reading, "light");
  const { text: pseudocode } = await exportDiagram("pseudocode", reading, "light");
  return { saved: text, SVG: svg.text, Pseudocode: pseudocode };
}

const app = appForTests();

describe.each([SCALED, MULTI_HEAD])("$title from nothing", (composed) => {
  it.each([
    ["pointer", composed.byPointer],
    ["keyboard", composed.byKeyboard],
    ["text", (page: Page) => byText(page, composed)],
  ] as const)("is built by %s, and gives the same files", async (way, build) => {
    const { page, context, complaints } = await app.open("", { prepare: countEffort });
    if (way === "keyboard") {
      await page.keyboard.press("Control+k");
      await choose(page, "blank", /^Blank diagram/);
      await page.getByText("Type an operation, drag one here, or write text.").waitFor();
      await eventually(() =>
        canvasOf(page).evaluate((canvas) => canvas === document.activeElement),
      ).toBe(true);
    } else await openBlank(page);
    const before = await effortOf(page);
    await build(page);
    await expectLines(page, composed.lines);
    const { keys, clicks, drags } = await effortOf(page);
    const effort = {
      keys: keys - before.keys,
      clicks: clicks - before.clicks,
      drags: drags - before.drags,
    };
    console.log(`${composed.title} by ${way}: ${effortText(effort)}`);
    if (way === "keyboard") expect(effort).toMatchObject({ clicks: 0, drags: 0 });
    await eventually(() => page.locator(".count").first().textContent()).toBe("0");
    expect(await filesOf(page)).toEqual(await expectedFiles(composed));
    expect(complaints).toEqual([]);
    await context.close();
  });
});
