import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, eventually, nodeOf } from "../support/app.ts";
import { expectLines, openBlank } from "../support/composing.ts";
import { keptText } from "../support/kept.ts";

const app = appForTests();

const LINES = ["input A[t m]", "B[t m] = relu(A)"] as const;

/** A first tab with a few lines, and a second one with the same document. */
async function openTwice(
  theme: "light" | "dark" = "light",
): Promise<{ first: Page; second: Page; context: BrowserContext; complaints: readonly string[] }> {
  const { page: first, context, complaints } = await app.open("", { theme });
  await openBlank(first);
  await write(first, `${LINES.join("\n")}\n`);
  await eventually(() => keptText(first)).toContain(LINES[1]);
  const second = await context.newPage();
  await second.goto(first.url());
  await nodeOf(second, "B").waitFor();
  await expectLines(second, LINES);
  return { first, second, context, complaints };
}

/** Writes at the end of the text. */
async function write(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
}

async function writeLine(page: Page, line: string): Promise<void> {
  await write(page, `${line}\n`);
  await eventually(() => keptText(page)).toContain(line);
}

function bannerOf(page: Page) {
  return page.getByRole("alert").filter({ hasText: "This diagram was changed in another tab." });
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await nodeOf(page, "B").waitFor();
}

async function undo(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Undo/ }).click();
}

const C = "C[t m] = tanh(B)";
const D = "D[t m] = softmax[m](B)";

describe("a document in two tabs", () => {
  it("is taken over from the other tab with its steps", async () => {
    const { first, second, context, complaints } = await openTwice();
    await writeLine(first, C);
    await second.bringToFront();
    await bannerOf(second).waitFor();
    await expectLines(second, LINES);
    await writeLine(first, D);
    await bannerOf(second).getByRole("button", { name: "Take that" }).click();
    await bannerOf(second).waitFor({ state: "detached" });
    await expectLines(second, [...LINES, C, D]);
    await undo(second);
    await expectLines(second, [...LINES, C]);

    // From here on it is the second tab that is ahead.
    await eventually(() => keptText(second)).not.toContain(D);
    await bannerOf(first).getByRole("button", { name: "Take that" }).click();
    await expectLines(first, [...LINES, C]);
    await reload(first);
    await expectLines(first, [...LINES, C]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("stays each tab's own where both have changed it, over a reload", async () => {
    const { first, second, context } = await openTwice();
    await writeLine(first, C);
    await bannerOf(second).waitFor();
    await writeLine(second, D);
    expect(await keptText(first)).not.toContain(D);
    expect(await keptText(second)).not.toContain(C);
    await bannerOf(second).getByRole("button", { name: "Keep mine" }).click();
    await bannerOf(second).waitFor({ state: "detached" });
    await reload(first);
    await expectLines(first, [...LINES, C]);
    await reload(second);
    await expectLines(second, [...LINES, D]);
    expect(await bannerOf(second).count()).toBe(0);
    await undo(second);
    await expectLines(second, LINES);
    expect(await bannerOf(first).count()).toBe(0);
    await context.close();
  });

  it("takes the other tab's text as a step where both have changed it", async () => {
    const { first, second, context } = await openTwice();
    await writeLine(first, C);
    await bannerOf(second).waitFor();
    await writeLine(second, D);
    await bannerOf(second).getByRole("button", { name: "Take that" }).click();
    await expectLines(second, [...LINES, C]);
    const button = second.getByRole("button", { name: "Undo: Took the text of the other tab" });
    await button.click();
    await expectLines(second, [...LINES, D]);
    await eventually(() => keptText(second)).toContain(D);
    await reload(first);
    await expectLines(first, [...LINES, C]);
    await context.close();
  });

  it("is parted at once by Keep mine, without a change", async () => {
    const { first, second, context } = await openTwice();
    await writeLine(first, C);
    await bannerOf(second).getByRole("button", { name: "Keep mine" }).click();
    await reload(second);
    await expectLines(second, LINES);
    await writeLine(first, D);
    await writeLine(second, "E[t m] = sin(B)");
    expect(await bannerOf(first).count()).toBe(0);
    expect(await bannerOf(second).count()).toBe(0);
    await context.close();
  });

  it.each(["light", "dark"] as const)("says so without fault (%s)", async (theme) => {
    const { first, second, context } = await openTwice(theme);
    await writeLine(first, C);
    await bannerOf(second).waitFor();
    await expectAccessible(second);
    await context.close();
  });
});

describe("other documents", () => {
  it("opened in another tab or in this one leave the first as it is", async () => {
    const { page, context } = await app.open();
    await openBlank(page);
    await writeLine(page, LINES[0]);
    await writeLine(page, LINES[1]);
    const other = await context.newPage();
    await other.goto(`${page.url()}?preset=lstm`);
    await other.locator(".react-flow__node").first().waitFor();
    await eventually(() => keptText(other)).toContain("LSTM");
    await page.bringToFront();
    expect(await bannerOf(page).count()).toBe(0);
    await reload(page);
    await expectLines(page, LINES);

    // What was written a moment ago is kept when another document takes its place.
    await write(page, `${C}\n`);
    await openBlank(page);
    await page.getByRole("button", { name: /diagram menu/ }).click();
    const recent = page.getByRole("menuitem", { name: /^Untitled diagram/ });
    await recent.click();
    await expectLines(page, [...LINES, C]);
    await undo(page);
    await expectLines(page, LINES);
    await context.close();
  });
});
