import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, eventually, nodeOf } from "../support/app.ts";

const app = appForTests();

const SOFTMAX = "MultiHeadAttention/A";

function entry(page: Page, name: string | RegExp) {
  return page.getByRole("menuitem", { name });
}

async function rightClick(page: Page, id: string): Promise<void> {
  const box = await nodeOf(page, id).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${id} on the canvas.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: "right" });
}

describe("the context menu", () => {
  it("selects what is clicked, and does what is chosen to it", async () => {
    const { page, context, complaints } = await app.open();
    await rightClick(page, SOFTMAX);
    await page.getByRole("menu", { name: "Operation" }).waitFor();
    await entry(page, /^Delete/).click();
    await nodeOf(page, SOFTMAX).waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(["Shift+F10", "ContextMenu"])("opens by %s, and gives the focus back", async (key) => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press(key);
    await page.getByRole("menu", { name: "Array" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await eventually(() => page.locator(".focus-target:focus").count()).toBe(1);
    await page.keyboard.press(key);
    await entry(page, /^Rename/).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".renaming input:focus").waitFor();
    await context.close();
  });

  it.each(["light", "dark"] as const)(
    "has nothing that axe finds in the %s theme",
    async (theme) => {
      const { page, context } = await app.open("", { theme });
      await rightClick(page, SOFTMAX);
      await page.getByRole("menu").waitFor();
      await expectAccessible(page);
      await context.close();
    },
  );
});
