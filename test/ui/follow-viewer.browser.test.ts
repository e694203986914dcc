import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, eventually } from "../support/app.ts";

const app = appForTests();

const TELEPHONE = {
  width: 390,
  height: 844,
  hasTouch: true,
  ready: (page: Page) => page.locator(".viewer-figure svg").waitFor(),
};

const says = (page: Page) => page.locator(".viewer-says").textContent();
const axis = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "Axes" }).getByRole("button", { name });

describe("on a telephone", () => {
  it("stands in rows as wide as the screen, with letters that can be read", async () => {
    const { page, context, complaints } = await app.open("", TELEPHONE);
    const figure = await page.locator(".viewer-figure").boundingBox();
    expect(figure?.width).toBeLessThanOrEqual(390);
    expect(figure?.height).toBeGreaterThan(600);
    const scale = await page
      .locator(".viewer-figure > svg")
      .evaluate((svg: SVGSVGElement) => svg.getScreenCTM()?.a ?? 0);
    // Axis names are 16 units high.
    expect(scale * 16).toBeGreaterThanOrEqual(14);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("follows the axis of a chip, and lets go of it when it is pressed again", async () => {
    const { page, context } = await app.open("", TELEPHONE);
    await axis(page, /^h 8$/).click();
    await eventually(() => says(page)).toContain("Made by Q, in 7 lines, summed away in line 14.");
    expect(await axis(page, /^h 8$/).getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator(".viewer-figure .halo").count()).toBe(1);
    await axis(page, /^h 8$/).click();
    await eventually(() => page.locator(".viewer-figure .halo").count()).toBe(0);
    await context.close();
  });

  it("follows a strand that is tapped, and says what an operation does", async () => {
    const { page, context } = await app.open("", TELEPHONE);
    const linear = await page.getByRole("button", { name: /^Linear.*Takes E/ }).boundingBox();
    if (linear === null) throw new RangeError("There is no linear map of E in the figure.");
    await page.touchscreen.tap(linear.x - 30, linear.y + 16);
    await eventually(() => axis(page, /^y free$/).getAttribute("aria-pressed")).toBe("true");
    await page.touchscreen.tap(linear.x + 30, linear.y + 40);
    await eventually(() => says(page)).toContain("Takes E: y, m. Gives Q: y, k, h.");
    await context.close();
  });

  it("goes from operation to operation by keyboard", async () => {
    const { page, context } = await app.open("", TELEPHONE);
    await page.getByRole("list", { name: "Operations" }).getByRole("button").first().focus();
    await eventually(() => says(page)).toContain("Array E");
    await page.keyboard.press("ArrowRight");
    await eventually(() => says(page)).toContain("Array X");
    await page.keyboard.press("ArrowRight");
    await eventually(() => says(page)).toContain("Takes E: y, m. Gives Q: y, k, h.");
    await context.close();
  });

  it("looks inside a block and comes back", async () => {
    const { page, context } = await app.open("?preset=unet", TELEPHONE);
    await page
      .getByRole("button", { name: /^Block Double convolution/ })
      .first()
      .focus();
    await page.getByRole("button", { name: "Look inside" }).click();
    await eventually(() => page.locator("h1").textContent()).toBe("Double convolution");
    await page.getByRole("button", { name: "Back to U-Net" }).click();
    await eventually(() => page.locator("h1").textContent()).toBe("U-Net");
    await context.close();
  });

  it("shows the text, and becomes the editor and the viewer again", async () => {
    const { page, context } = await app.open("", TELEPHONE);
    await page.getByRole("button", { name: "As text" }).click();
    await eventually(() => page.getByRole("region", { name: "Text" }).textContent()).toContain(
      "A[y x h] = softmax[x](S)",
    );
    await page.getByRole("button", { name: "As a figure" }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await canvasOf(page).waitFor();
    await page.getByRole("button", { name: "View", exact: true }).click();
    await page.locator(".viewer-figure svg").waitFor();
    expect(await canvasOf(page).count()).toBe(0);
    await context.close();
  });

  it.each(["light", "dark"] as const)("axe finds nothing in the %s theme", async (theme) => {
    const { page, context } = await app.open("", { ...TELEPHONE, theme });
    await axis(page, /^h 8$/).click();
    await eventually(() => says(page)).toContain("Made by Q");
    await expectAccessible(page);
    await context.close();
  });
});
