import type { Page } from "playwright-core";
import { expect } from "vitest";
import { canvasOf, nodeOf } from "./app.ts";

/** Opens a diagram with nothing in it. */
export async function openBlank(page: Page): Promise<void> {
  await page.getByRole("button", { name: /diagram menu/ }).click();
  await page.getByRole("menuitem", { name: "Blank diagram" }).click();
  await page.getByText("Type an operation, drag one here, or write text.").waitFor();
}

/** The text of the document as the text panel shows it, without the line of the title. */
async function linesOf(page: Page): Promise<readonly string[]> {
  const lines = await page.locator(".cm-line").allTextContents();
  return lines.filter((line) => line !== "" && !line.startsWith("diagram"));
}

/** Waits until the text has these lines. */
export async function expectLines(page: Page, lines: readonly string[]): Promise<void> {
  await expect.poll(() => linesOf(page)).toEqual(lines);
}

/** The list that is open over the canvas. */
export function openList(page: Page) {
  return page.getByRole("dialog");
}

/** Its field. */
export function openField(page: Page) {
  return openList(page).getByRole("combobox");
}

/** Types into the list that is open, waits for a row, and takes it with Enter. */
export async function choose(page: Page, query: string, row: string | RegExp): Promise<void> {
  await openField(page).waitFor();
  await page.keyboard.type(query);
  await openList(page).getByRole("option", { name: row, selected: true }).waitFor();
  await page.keyboard.press("Enter");
}

/** Types an operation on the canvas and takes it. */
export async function quickAdd(page: Page, query: string, row: string | RegExp): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press(query.slice(0, 1));
  await openField(page).waitFor();
  await page.keyboard.type(query.slice(1));
  await openList(page).getByRole("option", { name: row, selected: true }).waitFor();
  await page.keyboard.press("Enter");
}

/** The middle of a handle of a node, which is pointed at first so that it has some. */
export async function handleAt(
  page: Page,
  node: string,
  side: "in" | "out",
  at = 0,
): Promise<{ readonly x: number; readonly y: number }> {
  const box = await nodeOf(page, node).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${node} on the canvas.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const handle = nodeOf(page, node).locator(`.port-handle[data-side="${side}"]`).nth(at);
  await handle.waitFor();
  const place = await handle.boundingBox();
  if (place === null) throw new RangeError(`Node ${node} has no such handle.`);
  return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
}

/** Drags the wire of an array from the node that makes it to a place of the screen. */
export async function dragWire(
  page: Page,
  node: string,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const from = await handleAt(page, node, "out");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 4);
  await page.locator(".wire-foot").waitFor();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Presses an arrow until the thing that has the focus is called so. */
export async function walk(page: Page, arrow: string, name: RegExp): Promise<void> {
  const target = page.locator(".focus-target");
  for (let step = 0; step < 6; step++) {
    if (name.test((await target.getAttribute("aria-label")) ?? "")) return;
    await page.keyboard.press(arrow);
  }
  throw new RangeError(`${arrow} came nowhere near ${name.source}.`);
}

/** Walks up or down a column to a node, whichever way it lies. */
export async function walkColumn(page: Page, id: string, name: RegExp): Promise<void> {
  const [here, there] = await Promise.all([
    page.locator(".focus-target").boundingBox(),
    nodeOf(page, id).boundingBox(),
  ]);
  if (here === null || there === null) throw new RangeError(`There is no way to ${id}.`);
  const isAbove = there.y + there.height / 2 < here.y + here.height / 2;
  await walk(page, isAbove ? "ArrowUp" : "ArrowDown", name);
}

/** A place of the canvas with nothing on it: above the zoom, at the left. */
export async function emptyPaper(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(".canvas").boundingBox();
  if (box === null) throw new RangeError("There is no canvas.");
  return { x: box.x + box.width * 0.6, y: box.y + 30 };
}

/** Opens a diagram of these lines, with the focus on the canvas. */
export async function openSmall(page: Page, lines: readonly string[]): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`${lines.join("\n")}\n`);
  await page.locator(".react-flow__node").first().waitFor();
  await canvasOf(page).focus();
}

/** Walks to the right along the flow until an array is selected. */
export async function selectArray(page: Page, name: string): Promise<void> {
  const target = page.locator(".focus-target");
  for (let step = 0; step < 3; step++) await page.keyboard.press("Escape");
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press("ArrowRight");
    const label = await target.getAttribute("aria-label");
    if (label?.startsWith(`Array ${name}:`)) return;
  }
  throw new RangeError(`There is no array ${name} on the way to the right.`);
}
