import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { SPECIMENS } from "../../src/editor/specimens/specimens.ts";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, eventually } from "../support/app.ts";
import { choose } from "../support/composing.ts";

const app = appForTests();

const ready = (page: Page) => page.locator(".specimen-picture svg").first().waitFor();
const signs = (page: Page) => page.getByRole("region", { name: "Signs" });

describe("the page of specimens", () => {
  it("shows every sign by name, and draws it in three themes when it comes into view", async () => {
    const { page, context, complaints } = await app.open("?specimens", { ready });
    const names = SPECIMENS.flatMap(({ specimens }) => specimens.map(({ name }) => name));
    expect(await signs(page).locator("h4").allTextContents()).toEqual(names);
    const last = signs(page).locator(".specimen").last();
    expect(await last.locator("svg").count()).toBe(0);
    await last.scrollIntoViewIfNeeded();
    await eventually(() => last.getByRole("img", { name: /, (light|dark|print): / }).count()).toBe(
      3 * (SPECIMENS.at(-1)?.specimens.at(-1)?.examples.length ?? 0),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("is searched by name and meaning, and says when nothing is found", async () => {
    const { page, context } = await app.open("?specimens", { ready });
    await page.getByRole("searchbox", { name: "Search the notation" }).fill("softmax");
    await eventually(() => signs(page).locator("h4").allTextContents()).toEqual([
      "Softmax",
      "Log softmax",
    ]);
    await page.getByRole("searchbox", { name: "Search the notation" }).fill("xylophone");
    await page.getByRole("button", { name: "Clear the search" }).click();
    await eventually(() => signs(page).locator("h4").count()).toBeGreaterThan(100);
    await context.close();
  });

  it("goes to a group by keyboard, leaves themes out, and closes on the diagram", async () => {
    const { page, context } = await app.open("?specimens", { ready });
    await page.getByRole("button", { name: /^Images/ }).focus();
    await page.keyboard.press("Enter");
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Images");
    await page.getByRole("button", { name: "Dark", exact: true }).click();
    await eventually(() =>
      signs(page)
        .getByRole("img", { name: /^Max pool, (light|dark|print)/ })
        .count(),
    ).toBe(4);
    await page.keyboard.press("Escape");
    await canvasOf(page).waitFor();
    expect(new URL(page.url()).search).toBe("");
    await context.close();
  });

  it("is opened from the menu of the diagram and from the palette", async () => {
    const { page, context } = await app.open();
    await page.getByRole("button", { name: /diagram menu/ }).click();
    await page.getByRole("menuitem", { name: "Notation specimens" }).click();
    await ready(page);
    await page.keyboard.press("Escape");
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await page.keyboard.press("Control+k");
    await choose(page, "notation spec", "Notation specimens");
    await ready(page);
    await context.close();
  });

  it.each([
    ["light", 1440],
    ["dark", 390],
  ] as const)("axe finds nothing in the %s theme at %i pixels", async (theme, width) => {
    const { page, context } = await app.open("?specimens", { theme, width, ready });
    await expectAccessible(page);
    await context.close();
  });
});
