import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, eventually } from "../support/app.ts";

const app = appForTests();

function line(page: Page, text: string) {
  return page.locator(".cm-line", { hasText: text });
}

function choice(page: Page, name: string) {
  return page.getByRole("combobox", { name, exact: true });
}

function field(page: Page, name: string) {
  return page.getByRole("textbox", { name, exact: true });
}

function strokes(page: Page, colour: string) {
  return page.locator(`.canvas path[stroke="var(--line-${colour})"]`);
}

describe("the inspector of a figure", () => {
  it("colours a block arrow and writes on it, one undo step each", async () => {
    const { page, context, complaints } = await app.open("?preset=broadcasting");
    await choice(page, "Colour of the arrow to Rows").selectOption("inner-broadcasting");
    await line(page, "figure One => colour=inner-broadcasting").waitFor();
    const arrow = page.locator('.canvas path[fill="var(--fill-inner-step)"]');
    await arrow.waitFor();
    await field(page, "Words of the arrow to Rows").fill("over $x_\\nu$");
    await page.keyboard.press("Enter");
    await line(page, 'colour=inner-broadcasting "over $x_\\\\nu$" Rows').waitFor();
    await canvasOf(page).focus();
    await page.keyboard.press("Control+Z");
    await line(page, 'colour=inner-broadcasting "$\\times 4$ Broadcasting" Rows').waitFor();
    await page.keyboard.press("Control+Z");
    await line(page, 'figure One => "$\\times 4$ Broadcasting" Rows').waitFor();
    await arrow.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("leads arrows between grids and marks added axes", async () => {
    const { page, context, complaints } = await app.open("?preset=indexes");
    expect(await strokes(page, "index").count()).toBe(3);
    await choice(page, "Where the arrow to R comes from").selectOption({ label: "No arrow" });
    await strokes(page, "index").first().waitFor({ state: "detached" });
    await choice(page, "Where the arrow to A comes from").selectOption({ label: "Arrow from R" });
    await field(page, "Words of the arrow to A").fill("back");
    await page.keyboard.press("Enter");
    await line(page, 'picture Row/A row=2 from=Row/output:R "back"').waitFor();
    await eventually(() => strokes(page, "index").count()).toBe(3);
    await choice(page, "Added axis of A").selectOption("broadcasting");
    await eventually(() => strokes(page, "step").count()).toBe(3);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("puts lines between columns, and lists what stands below its wires", async () => {
    const { page, context, complaints } = await app.open("?preset=unet");
    const guides = page.locator('.canvas path[stroke-dasharray="1.12 3.35"]');
    const before = await guides.count();
    await page.getByText("Lines between columns", { exact: true }).click();
    await eventually(() => guides.count()).toBeGreaterThan(before);
    const raise = page.getByRole("button", { name: "Raise the functions of Double convolution" });
    await raise.click();
    await raise.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
