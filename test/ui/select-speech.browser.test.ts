import { describe, expect, it } from "vitest";
import { appForTests, canvasOf, clickNode, eventually } from "../support/app.ts";
import { DEFINITION, status } from "../support/selecting.ts";

const app = appForTests();

describe("what is said", () => {
  it("names the canvas by what it shows and what its keys do", async () => {
    const { page, context } = await app.open();
    expect(await canvasOf(page).getAttribute("aria-label")).toBe(
      "Multi-head attention, 8 operations, no problems. Arrow keys move, Enter edits, type to add.",
    );
    await context.close();
  });

  it("of a diagram that opens without problems is nothing, and a message stands until it is read", async () => {
    const { page, context } = await app.open();
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.press("Control+c");
    await eventually(() => status(page).textContent()).toMatch(/^Copied/);
    await page.waitForTimeout(1500);
    expect(await status(page).textContent()).toMatch(/^Copied/);
    await context.close();
  });

  it("of an edit is what it did and which shapes it changed, and of undo what it took back", async () => {
    const { page, context } = await app.open();
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.press("Control+d");
    await eventually(() => status(page).textContent()).toMatch(
      /^Duplicated .*\. \S.* is y, x, h\.$/,
    );
    await page.keyboard.press("Control+z");
    await eventually(() => status(page).textContent()).toMatch(/^Undid: duplicate .*\.$/);
    await page.keyboard.press("Control+Shift+z");
    await eventually(() => status(page).textContent()).toMatch(/^Did again: duplicate .*\.$/);
    await context.close();
  });

  it("of typing is which shapes changed and what is wrong, once the hands rest", async () => {
    const { page, context } = await app.open();
    await page.locator(".cm-line", { hasText: "O[y m] =" }).click();
    await page.keyboard.press("End");
    await page.keyboard.insertText("\n  B[y h] = sum[x](A)");
    await eventually(() => status(page).textContent()).toMatch(
      /^B is y, h\. 1 problem in line \d+: B is computed and never used\.$/,
    );
    await page.keyboard.insertText("\n  C[y] = sum[q](B)");
    await eventually(() => status(page).textContent()).toMatch(
      /^C is y\. .* in line \d+: .*\bq\b.*\.$/,
    );
    for (let step = 0; step < 2; step++) await page.keyboard.press("Control+z");
    await eventually(() => status(page).textContent()).toMatch(/No problems\.$/);
    await context.close();
  });
});
