import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf } from "../support/app.ts";

const app = appForTests();

const SCREENS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ["editor", (page) => page.locator(".cm-line").first().waitFor()],
  [
    "selection",
    async (page) => {
      await canvasOf(page).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
    },
  ],
  ["export", (page) => page.keyboard.press("Control+e").then(() => page.locator("img").waitFor())],
  ["keys", (page) => page.getByRole("button", { name: "Keys" }).click()],
  [
    "gallery",
    async (page) => {
      await page.getByRole("button", { name: /diagram menu/ }).click();
      await page.getByRole("menuitem", { name: "Gallery" }).click();
      await page.locator(".card-picture svg").first().waitFor();
    },
  ],
  ["sizes", (page) => page.getByRole("tab", { name: "Sizes" }).click()],
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(SCREENS)("axe finds nothing on the screen: %s", async (_, show) => {
    const { page, context } = await app.open("", { theme });
    await show(page);
    await expectAccessible(page);
    await context.close();
  });
});

it("axe finds nothing on a telephone", async () => {
  const ready = (page: Page) => page.locator(".viewer-figure svg").waitFor();
  const { page, context } = await app.open("", { width: 390, height: 844, ready });
  await expectAccessible(page);
  await context.close();
});
