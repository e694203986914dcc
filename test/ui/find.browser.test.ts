import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, eventually } from "../support/app.ts";
import { openField } from "../support/composing.ts";

const app = appForTests();

function field(page: Page) {
  return page.getByRole("textbox", { name: "Find in the diagram" });
}

function count(page: Page) {
  return page.locator(".find-count");
}

async function find(page: Page, query: string): Promise<void> {
  await canvasOf(page).focus();
  await page.keyboard.press("Control+f");
  await field(page).waitFor();
  await page.keyboard.type(query);
}

function selected(page: Page) {
  return page.locator(".focus-target").getAttribute("data-selection");
}

describe("the find bar", () => {
  it("goes to the next and the previous thing found, says which, and keeps the last one", async () => {
    const { page, context, complaints } = await app.open();
    await find(page, "linear");
    await eventually(() => count(page).textContent()).toBe("4 found");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await eventually(() => count(page).textContent()).toBe("2 of 4");
    await eventually(() => page.getByRole("status").textContent()).toMatch(/^2 of 4\. Linear/);
    const second = await selected(page);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Enter");
    await eventually(() => selected(page)).toBe(second);
    await page.keyboard.press("Escape");
    await field(page).waitFor({ state: "detached" });
    expect(await page.locator(".focus-target:focus").getAttribute("data-selection")).toBe(second);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("fades the rest, and brings it back", async () => {
    const { page, context } = await app.open();
    const slab = page.locator('.react-flow__node[data-id="MultiHeadAttention/A"] .slab');
    const opacity = () => slab.evaluate((element) => getComputedStyle(element).opacity);
    await find(page, "k");
    await eventually(opacity).toBe("0.3");
    expect(await page.locator(".found-marks .strand").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await eventually(opacity).toBe("1");
    await context.close();
  });

  it("finds inside closed blocks, and opens one by its chip", async () => {
    const { page, context } = await app.open("?preset=transformer");
    await find(page, "softmax");
    const chips = page.locator(".found-inside");
    await eventually(() => chips.allTextContents()).toEqual(["1 inside", "2 inside"]);
    const inside = page.locator(
      '.react-flow__node[data-id^="Transformer/repeat:Z>Transformer/Z\'>"]',
    );
    expect(await inside.count()).toBe(0);
    await chips.first().click();
    await eventually(() => inside.count()).toBeGreaterThan(3);
    await eventually(() => chips.allTextContents()).toEqual(["1 inside", "2 inside"]);
    await context.close();
  });

  it("says that nothing has the name, and fades nothing", async () => {
    const { page, context } = await app.open();
    await find(page, "foo");
    await eventually(() => count(page).textContent()).toBe("Nothing named foo.");
    await eventually(() => page.getByRole("status").textContent()).toBe("Nothing named foo.");
    await page.keyboard.press("Enter");
    expect(await page.locator(".found-marks").count()).toBe(0);
    expect(await page.locator(".focus-target").count()).toBe(0);
    await context.close();
  });

  it("is opened from the palette, and leaves finding in the text to the text", async () => {
    const { page, context } = await app.open();
    await page.keyboard.press("Control+k");
    await openField(page).waitFor();
    await page.keyboard.type("find in");
    await page.getByRole("option", { name: /Find in the diagram/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await eventually(() => field(page).evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+f");
    await page.locator(".cm-search").waitFor();
    expect(await field(page).count()).toBe(0);
    await context.close();
  });

  it.each(["light", "dark"] as const)(
    "has nothing that axe finds in the %s theme",
    async (theme) => {
      const { page, context } = await app.open("?preset=transformer", { theme });
      await find(page, "softmax");
      await page.locator(".found-inside").first().waitFor();
      await expectAccessible(page);
      await context.close();
    },
  );
});
