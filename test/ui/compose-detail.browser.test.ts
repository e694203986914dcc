import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, eventually, startApp } from "../support/app.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

function level(page: Page, name: string) {
  return page.getByRole("radio", { name, exact: true }).first();
}

async function strandsOnScreen(page: Page): Promise<number> {
  return page.locator(".wires .near path").count();
}

describe("how much a figure shows", () => {
  it("is chosen by pointer, kept in the file and taken back in one step", async () => {
    const { page, context, complaints } = await app.open();
    const strands = await strandsOnScreen(page);
    await level(page, "Arrays").click();
    await eventually(() => strandsOnScreen(page)).toBeLessThan(strands);
    await page.locator(".cm-line", { hasText: "detail arrays" }).waitFor();
    await page.keyboard.press("Control+Z");
    await eventually(() => strandsOnScreen(page)).toBe(strands);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("is chosen by keyboard, and in the palette", async () => {
    const { page, context } = await app.open();
    await level(page, "Axes").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await eventually(() => level(page, "Arrays").getAttribute("aria-checked")).toBe("true");
    await page.keyboard.press("Control+K");
    await page.keyboard.type("named boxes");
    await page.keyboard.press("Enter");
    await eventually(() => level(page, "Blocks").getAttribute("aria-checked")).toBe("true");
    await context.close();
  });

  it("stands in rows of a width that the inspector takes, and says what is none", async () => {
    const { page, context } = await app.open();
    const field = page.getByRole("textbox", { name: "Width of rows" });
    await field.fill("wide");
    await field.press("Enter");
    await page.getByText("The width of rows is a whole number").first().waitFor();
    await field.fill("500");
    await field.press("Enter");
    await page.locator(".cm-line", { hasText: "wrap 500" }).waitFor();
    await field.fill("");
    await field.press("Enter");
    await page.locator(".cm-line", { hasText: "wrap 500" }).waitFor({ state: "detached" });
    await context.close();
  });

  it.each(["light", "dark"] as const)("has nothing that axe finds, %s", async (theme) => {
    const { page, context } = await app.open("", { theme });
    await level(page, "Arrays").click();
    await page.locator(".cm-line", { hasText: "detail arrays" }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await context.close();
  });
});
