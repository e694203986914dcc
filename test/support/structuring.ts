import type { Page } from "playwright-core";
import { canvasOf, nodeOf } from "./app.ts";
import { openBlank } from "./composing.ts";

/** Two operations on an array, and one on what they make. */
export const LAYERS = [
  "size m = 8",
  "input E[t m]",
  "A[t m] = relu(E)",
  "B[t m] = tanh(A)",
  "P[t] = sum[m](B)",
] as const;

/** Opens a diagram of these lines, with the focus on the canvas. */
export async function openLines(page: Page, lines: readonly string[]): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`${lines.join("\n")}\n`);
  await page.locator(".react-flow__node").first().waitFor();
  await page.locator(".notice").waitFor({ state: "detached" });
  await canvasOf(page).focus();
}

/** The middle of a node on the screen. */
export async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await nodeOf(page, id).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${id} on the canvas.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Selects operations by pointer. */
export async function selectNodes(
  page: Page,
  [first = "", ...more]: readonly string[],
): Promise<void> {
  const at = await middleOf(page, first);
  await page.mouse.click(at.x, at.y);
  await page.keyboard.down("Shift");
  for (const id of more) {
    const next = await middleOf(page, id);
    await page.mouse.click(next.x, next.y);
  }
  await page.keyboard.up("Shift");
  await page.locator(".focus-target").focus();
}

/** Selects an operation by the arrow keys, and the one after it with Shift. */
export async function walkTo(page: Page, name: RegExp): Promise<void> {
  await canvasOf(page).focus();
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press("ArrowRight");
    const label = (await page.locator(".focus-target").getAttribute("aria-label")) ?? "";
    if (name.test(label)) return;
  }
  throw new RangeError(`Nothing called ${name} is on the way to the right.`);
}

/** Opens the menu of a node by pointer. */
export async function rightClick(page: Page, id: string): Promise<void> {
  const { x, y } = await middleOf(page, id);
  await page.mouse.click(x, y, { button: "right" });
  await page.getByRole("menu").waitFor();
}

/** An entry of the menu that is open. */
export function entry(page: Page, name: string | RegExp) {
  return page.getByRole("menuitem", { name });
}

/** Runs a command by its title, from the palette. */
export async function runFromPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or run a command" }).waitFor();
  await page.keyboard.type(title);
  await page.getByRole("option", { name: title, selected: true }).waitFor();
  await page.keyboard.press("Enter");
}

/** The field in the place of a name. */
export function field(page: Page) {
  return page.locator(".renaming input");
}

/** Both themes. */
export const THEMES = ["light", "dark"] as const;
