import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, eventually } from "../support/app.ts";
import { openBlank } from "../support/composing.ts";

const app = appForTests();

const LINES = ["size k = 4, m = 2*k, n = 3", "input A[y k], B[x m]", "C[y k] = relu(A)"] as const;

async function openSizes(page: Page): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`${LINES.join("\n")}\n`);
  await page.locator(".react-flow__node").first().waitFor();
  await page.getByRole("tab", { name: "Sizes" }).click();
}

/** Waits for a line of the text, which the text panel holds while another tab is shown. */
async function expectLine(page: Page, line: string): Promise<void> {
  await eventually(() => page.locator(".cm-line").allTextContents()).toContain(line);
}

function row(page: Page, name: string) {
  return page
    .locator("#panel")
    .getByRole("row")
    .filter({ has: page.getByRole("img", { name, exact: true }) });
}

function definition(page: Page, name: string) {
  return page.getByRole("textbox", { name: `${name} is defined as` });
}

it("shows what each size is, its number, where it is from and how often it is used", async () => {
  const { page, context } = await app.open();
  await openSizes(page);
  const cells = await row(page, "m").getByRole("cell").allTextContents();
  expect(cells.slice(1, 4)).toEqual(["8", "follows from its equation", "once"]);
  expect(await definition(page, "m").inputValue()).toBe("2*k");
  await row(page, "n").getByText("nowhere").waitFor();
  await context.close();
});

it("takes a number or an expression with Enter, restores with Escape, as one step each", async () => {
  const { page, context, complaints } = await app.open();
  await openSizes(page);
  await definition(page, "k").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("16");
  await page.keyboard.press("Escape");
  expect(await definition(page, "k").inputValue()).toBe("4");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("n+5");
  await page.keyboard.press("Enter");
  await expectLine(page, "size k = n+5, m = 2*k, n = 3");
  await row(page, "m").getByText("16").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await expectLine(page, LINES[0]);
  expect(await definition(page, "k").inputValue()).toBe("4");
  expect(complaints).toEqual([]);
  await context.close();
});

it("says at the field why a text is no size, and keeps it; leaving it empty makes it free", async () => {
  const { page, context } = await app.open();
  await openSizes(page);
  await definition(page, "k").fill("m");
  await page.keyboard.press("Enter");
  await row(page, "k").locator(".field-says").waitFor();
  expect(await definition(page, "k").inputValue()).toBe("m");
  expect(await definition(page, "k").getAttribute("aria-invalid")).toBe("true");
  await expectLine(page, LINES[0]);
  await definition(page, "k").fill("2**");
  await page.keyboard.press("Enter");
  await row(page, "k").locator(".field-says").waitFor();
  await expectLine(page, LINES[0]);
  await definition(page, "k").fill("");
  await page.keyboard.press("Enter");
  await expectLine(page, "size k, m = 2*k, n = 3");
  await context.close();
});

it("adds a size, and deletes one that nothing uses, by keyboard and by pointer", async () => {
  const { page, context } = await app.open();
  await openSizes(page);
  await page.getByRole("textbox", { name: "New size" }).focus();
  await page.keyboard.type("d = 64");
  await page.keyboard.press("Enter");
  await expectLine(page, "size d = 64");
  expect(await page.getByRole("textbox", { name: "New size" }).inputValue()).toBe("");
  await page.keyboard.type("k = 1");
  await page.keyboard.press("Enter");
  await page.getByText("k is a size already").waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("button", { name: "Delete size k" }).count()).toBe(0);
  await page.getByRole("button", { name: "Delete size d" }).focus();
  await page.keyboard.press("Enter");
  await definition(page, "d").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Delete size n" }).click();
  await expectLine(page, "size k = 4, m = 2*k");
  await context.close();
});

it("renames a size with all that is named by it", async () => {
  const { page, context } = await app.open();
  await openSizes(page);
  await page.getByRole("button", { name: "Rename size k" }).click();
  await page.keyboard.type("m");
  await page.keyboard.press("Enter");
  await page.getByText("m is already a size of the file").waitFor();
  await page.getByText("As one size: k (4) = 2·k (8)").waitFor();
  await page.getByRole("button", { name: "Make them one size" }).click();
  await page.locator(".field-says", { hasText: "so they cannot be one size" }).waitFor();
  await expectLine(page, LINES[0]);
  await page.getByRole("textbox", { name: "Name of size k" }).fill("d");
  await page.keyboard.press("Enter");
  await expectLine(page, "size d = 4, m = 2*d, n = 3");
  await expectLine(page, "input A[y d], B[x m]");
  await page.getByRole("button", { name: "Rename size d" }).focus();
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Rename size d" }).waitFor();
  await context.close();
});

it("asks whether two sizes of a name are one, and makes them one as one step", async () => {
  const { page, context, complaints } = await app.open();
  await openSizes(page);
  await definition(page, "n").fill("4");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Rename size n" }).click();
  await page.keyboard.type("k");
  await page.keyboard.press("Enter");
  await page.getByText("As one size: both are 4").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep two" }).click();
  await expectLine(page, "size k = 4, m = 2*k, n = 4");
  await page.getByRole("button", { name: "Rename size n" }).click();
  await page.keyboard.type("k");
  await page.keyboard.press("Enter");
  await page.getByText("As one size: both are 4").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expectLine(page, "size k = 4, m = 2*k");
  await page.getByRole("button", { name: "Undo" }).click();
  await expectLine(page, "size k = 4, m = 2*k, n = 4");
  expect(complaints).toEqual([]);
  await context.close();
});

it.each(["light", "dark"] as const)("axe finds nothing in the table, %s", async (theme) => {
  const { page, context } = await app.open("", { theme });
  await openSizes(page);
  await definition(page, "k").fill("2**");
  await page.keyboard.press("Enter");
  await page.locator(".field-says").waitFor();
  await expectAccessible(page);
  await context.close();
});
