import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, eventually, nodeOf } from "../support/app.ts";
import { choose, expectLines, openBlank, openList } from "../support/composing.ts";
import {
  entry,
  field,
  openLines,
  rightClick,
  runFromPalette,
  THEMES,
  walkTo,
} from "../support/structuring.ts";

const app = appForTests();

const HEADS = [
  "block Head(X[t m]) -> Y[t m]:",
  "  Y[t m] = relu(X)",
  "input X[t m], W[s n]",
  "P = Head(X)",
  "Q = tanh(P) + Head(P)",
] as const;

function withLines(...changed: readonly (readonly [string, string])[]): readonly string[] {
  return HEADS.map((line) => changed.find(([old]) => old === line)?.[1] ?? line);
}

/** Opens the menu of what has the focus. */
async function openMenu(page: Page): Promise<void> {
  await page.locator(".focus-target").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu").waitFor();
}

async function titlesOf(page: Page): Promise<readonly string[]> {
  const items = page.getByRole("menuitem");
  return items.evaluateAll((all) =>
    all.map((each) => each.firstChild?.textContent ?? "").filter((title) => title !== ""),
  );
}

describe("the menu of an operation", () => {
  it("puts another operation in its place, by keyboard and by pointer", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page, HEADS);
    await walkTo(page, /^Hyperbolic tangent/);
    await openMenu(page);
    expect((await titlesOf(page)).length).toBeLessThanOrEqual(9);
    await entry(page, "Replace with…").press("Enter");
    await choose(page, "sigm", /^Sigmoid/);
    await expectLines(page, withLines([HEADS[4], "Q = sigmoid(P) + Head(P)"]));
    await page.keyboard.press("Control+z");
    await expectLines(page, HEADS);
    await rightClick(page, "Q.1");
    await entry(page, "Replace with…").click();
    await openList(page).getByRole("option", { name: "Head" }).click();
    await expectLines(page, withLines([HEADS[4], "Q = Head(P) + Head(P)"]));
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("the menu of an array", () => {
  it("takes it off what reads it, copies its shape, and shows where it is made", async () => {
    const { page, context } = await app.open();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openLines(page, HEADS);
    await walkTo(page, /^Array P/);
    await openMenu(page);
    expect((await titlesOf(page)).length).toBeLessThanOrEqual(9);
    await entry(page, "Copy shape").click();
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe("[t m]");
    await openMenu(page);
    await entry(page, "Show where it is made").click();
    await eventually(() => page.locator(".focus-target").getAttribute("aria-label")).toContain(
      "Block Head",
    );
    await walkTo(page, /^Array P/);
    await openMenu(page);
    await entry(page, "Disconnect").press("Enter");
    await expectLines(page, withLines([HEADS[4], "Q = tanh(?) + Head(?)"]));
    await page.keyboard.press("Control+z");
    await expectLines(page, HEADS);
    await context.close();
  });
});

describe("the menu of an axis", () => {
  async function selectAxis(page: Page): Promise<void> {
    await walkTo(page, /^Array X/);
    await page.keyboard.press("Enter");
  }

  it("sets its size in the place of its name", async () => {
    const { page, context } = await app.open();
    await openLines(page, HEADS);
    await selectAxis(page);
    await openMenu(page);
    await entry(page, "Set size…").click();
    expect(await field(page).inputValue()).toBe("t = ");
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await expectLines(page, withLines([HEADS[2], "input X[t=9 m], W[s n]"]));
    await page.keyboard.press("Control+z");
    await expectLines(page, HEADS);
    await context.close();
  });

  it("makes it one with another, and says which it cannot be", async () => {
    const { page, context } = await app.open();
    await openLines(page, HEADS);
    await selectAxis(page);
    await openMenu(page);
    await entry(page, "Merge with…").click();
    const unfit = openList(page).getByRole("group", { name: "Cannot" });
    await unfit.getByRole("option", { name: /^m.*no array has an axis twice/ }).waitFor();
    await choose(page, "s", /^s/);
    await expectLines(page, withLines([HEADS[2], "input X[s m], W[s n]"]));
    await page.keyboard.press("Control+z");
    await expectLines(page, HEADS);
    await context.close();
  });
});

describe("the menu of a block", () => {
  it("closes all of its kind, goes to its bindings and to its line", async () => {
    const { page, context } = await app.open();
    await openLines(page, HEADS);
    await walkTo(page, /^Block Head/);
    await page.keyboard.press("Space");
    const closers = page.getByRole("button", { name: "Close Head in place" });
    await eventually(() => closers.count()).toBe(1);
    await openMenu(page);
    expect((await titlesOf(page)).length).toBeLessThanOrEqual(9);
    await entry(page, "Close all of this kind").click();
    await eventually(() => closers.count()).toBe(0);
    await openMenu(page);
    await entry(page, "Bindings…").click();
    await page.locator("#inspector input:focus").waitFor();
    await page.locator(".focus-target").focus();
    await page.keyboard.press("Control+Enter");
    await page.locator(".cm-content:focus").waitFor();
    await context.close();
  });

  it("keeps it among one's own blocks, for other diagrams and other days", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page, HEADS);
    await rightClick(page, "P");
    await entry(page, "Publish as my block").click();
    await eventually(() => page.locator(".notice").textContent()).toContain("Head is one of");
    await page.reload();
    await nodeOf(page, "P").waitFor();
    await openBlank(page);
    await canvasOf(page).focus();
    await runFromPalette(page, "Head");
    await eventually(() => page.locator(".cm-content").textContent()).toContain("block Head");
    await eventually(() => page.locator(".cm-content").textContent()).toContain("Head(?)");
    const own = page.getByRole("group", { name: "My blocks" });
    await own.getByRole("option", { name: "Head" }).waitFor();
    await page.keyboard.press("Control+z");
    await own.getByRole("option", { name: "Head" }).click();
    await eventually(() => page.locator(".cm-content").textContent()).toContain("Head(?)");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("gives a block of one's own up by pointer, by key and by command, and brings it back", async () => {
    const { page, context } = await app.open();
    await openLines(page, HEADS);
    await walkTo(page, /^Block Head/);
    await runFromPalette(page, "Publish as my block");
    const own = page.getByRole("group", { name: "My blocks" }).getByRole("option");
    await eventually(() => own.count()).toBe(1);
    await own.locator(".remove-own").click();
    await eventually(() => own.count()).toBe(0);
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await eventually(() => own.count()).toBe(1);
    await page.getByRole("combobox", { name: "Operations" }).focus();
    await own.hover();
    await page.keyboard.press("Delete");
    await eventually(() => own.count()).toBe(0);
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await runFromPalette(page, "Remove Head from my blocks");
    await eventually(() => own.count()).toBe(0);
    await context.close();
  });

  it.each(THEMES)("has nothing that axe finds with its lists in the %s theme", async (theme) => {
    const { page, context } = await app.open("", { theme });
    await openLines(page, HEADS);
    await rightClick(page, "P");
    await expectAccessible(page);
    await entry(page, "Publish as my block").click();
    await rightClick(page, "Q.1");
    await entry(page, "Replace with…").click();
    await openList(page).waitFor();
    await expectAccessible(page);
    await context.close();
  });
});
