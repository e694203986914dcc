import type { Page } from "playwright-core";
import { nodeOf } from "./app.ts";
import { choose, emptyPaper } from "./composing.ts";

/** The block that the first picture shows. */
export const DEFINITION = "MultiHeadAttention";

/** Where an operation stands on the screen. */
export async function boxOf(page: Page, id: string) {
  const box = await nodeOf(page, `${DEFINITION}/${id}`).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${id} on the canvas.`);
  return box;
}

/** Drags over the paper around nodes, from the upper left to the lower right. */
export async function dragAround(page: Page, ids: readonly string[]): Promise<void> {
  const boxes = await Promise.all(ids.map((id) => boxOf(page, id)));
  const left = Math.min(...boxes.map(({ x }) => x)) - 6;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + 6;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + 6;
  await page.mouse.move(left, (await emptyPaper(page)).y);
  await page.mouse.down();
  await page.mouse.move(left + 30, bottom - 20, { steps: 3 });
  await page.mouse.move(right, bottom, { steps: 3 });
}

/** Frames of selected things. */
export function frames(page: Page) {
  return page.locator(".overlay .frame-selected");
}

/** What the live region says. */
export function status(page: Page) {
  return page.getByRole("status").first();
}

/** Where the corner of an operation stands on the screen. */
export async function placeOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y } = await boxOf(page, "Q");
  return { x: Math.round(x), y: Math.round(y) };
}

/** The zoom as the controls show it. */
export async function zoomOf(page: Page): Promise<string | null> {
  return page.locator(".zoom-level").textContent();
}

/** The key of the selected thing. */
export function selected(page: Page): Promise<string | null> {
  return page.locator(".focus-target").getAttribute("data-selection");
}

/** What is said of the selected thing. */
export async function selectedName(page: Page): Promise<string> {
  const target = page.locator(".focus-target");
  return (await target.count()) === 0 ? "" : ((await target.getAttribute("aria-label")) ?? "");
}

/** Runs the command that a query finds in the palette. */
export async function runFromPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await choose(page, query, new RegExp(query, "i"));
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** The line of the text that the caret is in; empty while the text has no focus. */
export function lineOfCaret(page: Page): Promise<string> {
  return page.evaluate(
    () => getSelection()?.anchorNode?.parentElement?.closest(".cm-line")?.textContent ?? "",
  );
}
