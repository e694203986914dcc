import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appForTests, canvasOf, eventually, inspectorHeading } from "../support/app.ts";

const app = appForTests();

/** What can be seen of the editor's state, before and after a key. */
async function stateOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => {
    const text = (query: string): string => document.querySelector(query)?.textContent ?? "";
    const width = (query: string): string =>
      String(document.querySelector(query)?.getBoundingClientRect().width ?? 0);
    const height = (query: string): string =>
      String(document.querySelector(query)?.getBoundingClientRect().height ?? 0);
    const focused = document.activeElement?.closest(
      "#library, #canvas, #inspector, #panel, #top-bar",
    );
    return {
      selected: document.querySelector(".focus-target")?.getAttribute("data-selection") ?? "",
      zoom: text(".zoom-level"),
      dialog: text("[role=dialog] h2, [role=dialog] [slot=title]"),
      crumb: text(".crumb[aria-current]"),
      library: width("#library-part"),
      inspector: width("#inspector-part"),
      panel: height("#panel-part"),
      region: focused?.id ?? "",
      halo: document.querySelector<SVGElement>(".halo")?.dataset["how"] ?? "",
    };
  });
}

type Row = readonly [chord: string, before: readonly string[], changes: string];

/** Each key on the canvas: keys pressed before it, and what it changes. */
const CANVAS_ROWS: readonly Row[] = [
  ["ArrowRight", [], "selected"],
  ["ArrowLeft", ["ArrowRight", "ArrowRight"], "selected"],
  ["ArrowDown", ["ArrowRight"], "selected"],
  ["ArrowUp", ["ArrowRight", "ArrowDown"], "selected"],
  ["Enter", ["ArrowRight"], "selected"],
  [" ", ["ArrowRight", "Enter"], "halo"],
  ["Escape", ["ArrowRight"], "selected"],
  ["Alt+=", [], "zoom"],
  ["Alt+-", [], "zoom"],
  ["Home", ["Alt+="], "zoom"],
];

const EDITOR_ROWS: readonly Row[] = [
  ["F6", [], "region"],
  ["Shift+F6", [], "region"],
  ["Control+e", [], "dialog"],
  ["?", [], "dialog"],
  ["Control+b", [], "library"],
  ["Control+i", [], "inspector"],
  ["Control+j", [], "panel"],
];

describe.each([
  ["canvas", CANVAS_ROWS],
  ["editor", EDITOR_ROWS],
])("keys of the %s", (_, rows) => {
  it.each(rows)("%s, after %j, changes %s", async (chord, before, changes) => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    for (const key of before) {
      await page.keyboard.press(key);
      await page.waitForTimeout(50);
    }
    const was = await stateOf(page);
    await page.keyboard.press(chord);
    await eventually(async () => (await stateOf(page))[changes]).not.toBe(was[changes]);
    await context.close();
  });
});

it("shows every key once in its dialog", async () => {
  const { page, context } = await app.open();
  await page.getByRole("button", { name: "Keys" }).click();
  await page.locator(".keys-table").first().waitFor();
  const keys = await page.locator(".keys-table").first().locator(".key").allTextContents();
  expect(keys.length).toBeGreaterThan(8);
  expect(new Set(keys).size).toBe(keys.length);
  await context.close();
});

it("leaves the canvas by Tab, and the text too", async () => {
  const { page, context } = await app.open();
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Tab");
  expect((await stateOf(page))["region"]).not.toBe("panel");
  await canvasOf(page).focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press("Tab");
  expect((await stateOf(page))["region"]).not.toBe("canvas");
  expect(await inspectorHeading(page).count()).toBe(1);
  await context.close();
});
