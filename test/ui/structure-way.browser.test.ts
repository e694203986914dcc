import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, eventually, nodeOf } from "../support/app.ts";
import { middleOf, THEMES } from "../support/structuring.ts";

const app = appForTests();

describe("the way into blocks", () => {
  it("has a menu of what stands beside each block, and of what is inside", async () => {
    const { page, context, complaints } = await app.open("?preset=transformer");
    const crumb = page.locator(".crumb[aria-current=page]");
    await page.getByRole("button", { name: "Blocks inside" }).click();
    await page.getByRole("menuitem", { name: "Encoder layer" }).click();
    await eventually(() => crumb.textContent()).toBe("Encoder layer");
    await page.getByRole("button", { name: "Beside Encoder layer" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitemradio", { name: "Encoder layer", checked: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await eventually(() => crumb.textContent()).toBe("Decoder layer");
    await page.locator(".crumb", { hasText: "Transformer" }).click();
    await eventually(() => crumb.textContent()).toBe("Transformer");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(THEMES)(
    "has nothing that axe finds while its menu is open in the %s theme",
    async (theme) => {
      const { page, context } = await app.open("?preset=transformer", { theme });
      await page.getByRole("button", { name: "Blocks inside" }).click();
      await page.getByRole("menuitem", { name: "Encoder layer" }).click();
      await page.getByRole("button", { name: "Beside Encoder layer" }).click();
      await page.getByRole("menu").waitFor();
      await expectAccessible(page);
      await context.close();
    },
  );
});

describe("an open block", () => {
  const LAYER = "Transformer/repeat:Z>Transformer/Z'";

  it("is closed by the control on its plate, and selected by its title", async () => {
    const { page, context, complaints } = await app.open("?preset=transformer");
    const nodes = page.locator(".react-flow__node");
    const before = await nodes.count();
    const at = await middleOf(page, LAYER);
    await page.mouse.click(at.x, at.y);
    const close = page.getByRole("button", { name: "Close Encoder layer in place" });
    await close.waitFor();
    await canvasOf(page).focus();
    await page.keyboard.press("Escape");
    const title = await middleOf(page, LAYER);
    await page.mouse.click(title.x + 30, title.y);
    await eventually(() => page.locator(".focus-target").getAttribute("aria-label")).toContain(
      "Block Encoder layer, open",
    );
    await close.click();
    await close.waitFor({ state: "detached" });
    await eventually(() => nodes.count()).toBe(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("lets its loop be selected by a bracket", async () => {
    const { page, context } = await app.open("?preset=transformer");
    const wall = await nodeOf(page, "Transformer/repeat:Z>left wall").boundingBox();
    if (wall === null) throw new RangeError("There is no bracket.");
    await page.mouse.click(wall.x + wall.width / 2, wall.y + wall.height - 2);
    await eventually(() => page.locator(".focus-target").getAttribute("aria-label")).toContain(
      "Repeat",
    );
    await context.close();
  });
});
