import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf } from "../support/app.ts";
import { openBlank, openField } from "../support/composing.ts";

const app = appForTests();

const SCREENS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ["empty diagram", openBlank],
  [
    "name and axes",
    async (page) => {
      await openBlank(page);
      await page.getByRole("button", { name: "Add an input" }).click();
      await page.getByRole("textbox", { name: "New input: name and axes" }).waitFor();
    },
  ],
  [
    "quick-add",
    async (page) => {
      await canvasOf(page).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("s");
      await openField(page).waitFor();
    },
  ],
  [
    "connect to",
    async (page) => {
      await canvasOf(page).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Shift+Enter");
      await openField(page).waitFor();
    },
  ],
  [
    "palette",
    async (page) => {
      await page.keyboard.press("Control+k");
      await openField(page).waitFor();
      await page.keyboard.type("soft");
    },
  ],
  [
    "refusal",
    async (page) => {
      await canvasOf(page).focus();
      await page.keyboard.press("Delete");
      await page.locator(".notice").waitFor();
    },
  ],
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(SCREENS)("axe finds nothing on the screen: %s", async (_, show) => {
    const { page, context } = await app.open("", { theme });
    await show(page);
    await expectAccessible(page);
    await context.close();
  });
});
