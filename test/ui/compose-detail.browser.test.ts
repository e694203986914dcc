import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, clickNode, eventually } from "../support/app.ts";

const app = appForTests();

function level(page: Page, name: string) {
  return page.getByRole("radio", { name, exact: true }).first();
}

function line(page: Page, text: string) {
  return page.locator(".cm-line", { hasText: text });
}

async function strandsOnScreen(page: Page): Promise<number> {
  return page.locator(".wires .near path").count();
}

function removeHalo(page: Page) {
  return page.getByRole("button", { name: "Remove the highlight of y of Multi-head attention" });
}

/** How wide the picture is that would be exported. */
async function exportedWidth(page: Page): Promise<number> {
  await page.keyboard.press("Control+E");
  const picture = page.locator(".export-figure img");
  await picture.waitFor();
  const width = () => picture.evaluate((it) => (it as HTMLImageElement).naturalWidth);
  await eventually(width).toBeGreaterThan(0);
  return width();
}

describe("what stands around a figure", () => {
  it("is added from the menu, named at once, coloured, and removed", async () => {
    const { page, context, complaints } = await app.open();
    await clickNode(page, "MultiHeadAttention/A");
    await canvasOf(page).focus();
    await page.keyboard.press("Control+K");
    await page.keyboard.type("add a plate");
    await page.keyboard.press("Enter");
    const title = page.getByRole("textbox", { name: "Title of the plate" }).last();
    await eventually(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("Weights");
    await page.keyboard.press("Enter");
    await line(page, 'plate attention "Weights" MultiHeadAttention/A').waitFor();
    await page
      .getByRole("combobox", { name: "Colour of the plate" })
      .last()
      .selectOption("softmax");
    await line(page, 'plate softmax "Weights"').waitFor();
    await page.getByRole("button", { name: "Remove the plate Weights" }).click();
    await line(page, "plate softmax").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("can be the axis that is followed, which stays lit in the file until it is taken out", async () => {
    const { page, context, complaints } = await app.open();
    const bands = page.locator('.canvas path[stroke="var(--halo)"]');
    const before = await bands.count();
    await canvasOf(page).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+K");
    await page.keyboard.type("keep this highlight");
    await page.keyboard.press("Enter");
    await line(page, "halo MultiHeadAttention/axis y").waitFor();
    await eventually(() => bands.count()).toBeGreaterThan(before);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    while (!(await removeHalo(page).isVisible())) await page.keyboard.press("Escape");
    await removeHalo(page).click();
    await line(page, "halo MultiHeadAttention/axis y").waitFor({ state: "detached" });
    await eventually(() => bands.count()).toBe(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("can be the title of the figure, and a plate with a corner cut off where an array is copied", async () => {
    const { page, context, complaints } = await app.open();
    await canvasOf(page).focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+K");
    await page.keyboard.type("add a title");
    await page.keyboard.press("Enter");
    const title = page.getByRole("textbox", { name: "Title of Multi-head attention" });
    await eventually(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("Attention with heads");
    await page.keyboard.press("Enter");
    await line(page, 'title MultiHeadAttention "Attention with heads"').waitFor();
    const plates = await page.getByRole("textbox", { name: /^Title of the plate/ }).all();
    const titles = await Promise.all(plates.map((field) => field.inputValue()));
    const corner = page.getByRole("button", {
      name: `Cut the upper right corner of the plate ${titles.indexOf("Copy") + 1}`,
    });
    await corner.press("Enter");
    await line(page, 'plate copy cut=ne,sw "Copy"').waitFor();
    await eventually(() => corner.getAttribute("aria-pressed")).toBe("true");
    await corner.press("Enter");
    await line(page, 'plate copy cut=sw "Copy"').waitFor();
    if (process.env["SHOT"] !== undefined) await page.screenshot({ path: process.env["SHOT"] });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("can be a callout, a legend and an equation, which the exported figure shows", async () => {
    const { page, context } = await app.open();
    const before = await exportedWidth(page);
    await page.keyboard.press("Escape");
    await clickNode(page, "MultiHeadAttention/A");
    await canvasOf(page).focus();
    await page.keyboard.press("Control+K");
    await page.keyboard.type("add a callout");
    await page.keyboard.press("Enter");
    await line(page, 'callout MultiHeadAttention/A "Remark"').waitFor();
    await page.getByRole("switch", { name: "Legend of sizes" }).press("Space");
    await line(page, "legend").waitFor();
    await page.getByRole("switch", { name: "Equation with the closed box" }).press("Space");
    await line(page, "equation").waitFor();
    expect(await exportedWidth(page)).toBeGreaterThan(before * 1.2);
    await context.close();
  });
});

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
    await expectAccessible(page);
    await context.close();
  });
});
