import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appForTests, canvasOf, eventually } from "../support/app.ts";

const app = appForTests();

/** What can be seen of the editor, each part as a text. */
function stateOf(page: Page) {
  return page.evaluate(() => {
    const text = (query: string): string => document.querySelector(query)?.textContent ?? "";
    const count = (query: string): string => String(document.querySelectorAll(query).length);
    const box = (query: string): string => {
      const { width = 0, height = 0 } =
        document.querySelector(query)?.getBoundingClientRect() ?? {};
      return `${width} ${height}`;
    };
    const { activeElement } = document;
    return {
      selected: document.querySelector(".focus-target")?.getAttribute("data-selection") ?? "",
      spoken: document.querySelector(".focus-target")?.getAttribute("aria-label") ?? "",
      frames: count(".overlay .frame-selected"),
      view: document.querySelector(".react-flow__viewport")?.getAttribute("style") ?? "",
      dialog: text("[role=dialog] h2, [role=dialog] [slot=title]"),
      list: count("[role=dialog] [role=combobox]"),
      menu: count("[role=menu]"),
      find: count(".find-bar"),
      renaming: count(".renaming input"),
      crumb: text(".crumb[aria-current]"),
      lines: [...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"),
      completion: count(".cm-tooltip-autocomplete"),
      search: count(".cm-search"),
      said: text("[role=status] span"),
      region: activeElement?.closest("#library, #canvas, #inspector, #panel, #top-bar")?.id ?? "",
      field: activeElement?.matches("input") ? activeElement.getAttribute("aria-label") : "",
      library: box("#library-part"),
      inspector: box("#inspector-part"),
      panel: box("#panel-part"),
      followed: count(".canvas[data-following]"),
    };
  });
}

type Part = keyof Awaited<ReturnType<typeof stateOf>>;

/** A key in the notation of Playwright, the keys before it, and what of the editor it changes. */
type Row = readonly [key: string, before: readonly string[], changes: Part, preset?: string];

/** Not a key: Page Down until what is spoken begins with "Block". */
const TO_BLOCK = "to a block";

/** From the first input to the first operation behind it, and to an array and its strand. */
const OPERATION = ["ArrowRight", "PageDown"];
const ARRAY = ["ArrowRight"];
const STRAND = ["ArrowRight", "Enter"];
/** From column to column until there is a block. */
const BLOCK = ["ArrowRight", TO_BLOCK];

const CANVAS: readonly Row[] = [
  ["s", [], "list"],
  ["+", [], "list"],
  ["ArrowRight", [], "selected"],
  ["ArrowLeft", OPERATION, "selected"],
  ["ArrowDown", ARRAY, "selected"],
  ["ArrowUp", [...ARRAY, "ArrowDown"], "selected"],
  ["Shift+ArrowRight", OPERATION, "frames"],
  ["Shift+ArrowDown", OPERATION, "frames"],
  ["Alt+ArrowDown", OPERATION, "lines"],
  ["Alt+ArrowUp", [...OPERATION, "Alt+ArrowDown"], "lines"],
  ["Shift+Control+ArrowDown", OPERATION, "lines"],
  ["Shift+Control+ArrowUp", OPERATION, "lines"],
  ["Shift+Control+f", [...OPERATION, "Alt+ArrowDown"], "lines"],
  ["Shift+Control+g", [...OPERATION, "Control+g", "Enter"], "lines"],
  ["Enter", OPERATION, "field"],
  ["Enter", ARRAY, "selected"],
  ["Enter", STRAND, "field"],
  ["Control+Enter", OPERATION, "region"],
  ["Shift+Enter", ARRAY, "list"],
  ["Space", STRAND, "followed"],
  ["Escape", OPERATION, "selected"],
  ["F2", ARRAY, "renaming"],
  ["Delete", OPERATION, "lines"],
  ["Backspace", OPERATION, "lines"],
  ["Shift+Delete", OPERATION, "lines"],
  ["Home", ["Alt+="], "view"],
  ["Shift+Home", OPERATION, "view"],
  ["PageDown", ARRAY, "selected"],
  ["PageUp", OPERATION, "selected"],
  ["Alt+=", [], "view"],
  ["Alt+-", [], "view"],
  ["Shift+F10", ARRAY, "menu"],
  ["ContextMenu", ARRAY, "menu"],
  ["Control+x", OPERATION, "lines"],
  ["Control+c", OPERATION, "said"],
  ["Control+d", OPERATION, "lines"],
  ["Control+a", [], "frames"],
  ["Control+g", OPERATION, "lines"],
  ["Control+f", [], "find"],
];

const BLOCKS: readonly Row[] = [
  ["Enter", BLOCK, "crumb", "transformer"],
  ["Space", BLOCK, "spoken", "transformer"],
  ["Escape", [...BLOCK, "Enter"], "crumb", "transformer"],
];

const ANYWHERE: readonly Row[] = [
  ["?", [], "dialog"],
  ["F6", [], "region"],
  ["Shift+F6", [], "region"],
  ["F8", [...OPERATION, "Control+c"], "said"],
  ["Shift+F8", [...OPERATION, "Control+c"], "said"],
  ["Control+k", [], "list"],
  ["Control+z", [...OPERATION, "Delete"], "lines"],
  ["Control+Shift+z", [...OPERATION, "Delete", "Control+z"], "lines"],
  ["Control+y", [...OPERATION, "Delete", "Control+z"], "lines"],
  ["Control+s", [], "said"],
  ["Control+e", [], "dialog"],
  ["Control+b", [], "library"],
  ["Control+i", [], "inspector"],
  ["Control+j", [], "panel"],
];

/** Presses keys one after another, each when the one before has shown. */
async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key === TO_BLOCK) {
      while (!(await stateOf(page)).spoken.startsWith("Block")) await pressAll(page, ["PageDown"]);
      continue;
    }
    const was = JSON.stringify(await stateOf(page));
    await page.keyboard.press(key);
    await eventually(async () => JSON.stringify(await stateOf(page))).not.toBe(was);
  }
}

async function expectEffect(page: Page, [key, before, changes]: Row): Promise<void> {
  await pressAll(page, before);
  const was = await stateOf(page);
  await page.keyboard.press(key);
  await eventually(async () => (await stateOf(page))[changes]).not.toBe(was[changes]);
}

function titleOf([key, before, changes]: Row): string {
  return `${key}, after ${before.join(" ") || "nothing"}, changes ${changes}`;
}

const PLACES = { "on the canvas": CANVAS, "on a block": BLOCKS, anywhere: ANYWHERE };

for (const [place, rows] of Object.entries(PLACES)) {
  describe(`a key ${place}`, () => {
    for (const row of rows) {
      it(titleOf(row), async () => {
        const [, , , preset] = row;
        const { page, context } = await app.open(preset === undefined ? "" : `?preset=${preset}`);
        await canvasOf(page).focus();
        await eventually(async () => (await stateOf(page)).lines).not.toBe("");
        await expectEffect(page, row);
        await context.close();
      });
    }
  });
}

const TEXT: readonly Row[] = [
  ["Alt+ArrowDown", [], "lines"],
  ["Control+/", [], "lines"],
  ["Control+]", [], "lines"],
  ["Control+[", ["Control+]"], "lines"],
  ["Control+Space", ["Enter"], "completion"],
  ["Control+f", [], "search"],
  ["Control+z", ["x"], "lines"],
  ["Control+Enter", ["ArrowDown"], "region"],
  ["Tab", [], "region"],
];

describe("a key in the text", () => {
  for (const row of TEXT) {
    it(titleOf(row), async () => {
      const { page, context } = await app.open();
      await page.locator(".cm-line").nth(5).click();
      await expectEffect(page, row);
      await context.close();
    });
  }
});

describe("keys", () => {
  it("stand once in the table of every place, and never in both", async () => {
    const { page, context } = await app.open();
    await page.getByRole("button", { name: "Keys" }).click();
    await page.locator(".keys-table").first().waitFor();
    const keys = await page.locator(".keys-table .key").allTextContents();
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys.length).toBeGreaterThan(30);
    await context.close();
  });

  it("paste what was copied, and open a file", async () => {
    const { page, context } = await app.open("", {
      prepare: (it) => it.grantPermissions(["clipboard-read", "clipboard-write"]),
    });
    const chooser = page.waitForEvent("filechooser", { timeout: 60_000 });
    await canvasOf(page).focus();
    await eventually(async () => (await stateOf(page)).lines).not.toBe("");
    for (const key of [...OPERATION, "Control+c"]) await page.keyboard.press(key);
    await eventually(async () => (await stateOf(page)).said).toMatch(/^Copied/);
    const { lines } = await stateOf(page);
    await page.keyboard.press("Control+v");
    await eventually(async () => (await stateOf(page)).lines).not.toBe(lines);
    await page.keyboard.press("Control+o");
    await chooser;
    await context.close();
  });

  it("go to the browser after the last region, and pass over what is folded", async () => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    const regions: string[] = [];
    await page.keyboard.press("Control+b");
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press("Shift+F6");
      regions.push((await stateOf(page)).region);
    }
    expect(regions).toEqual(["top-bar", "top-bar", "top-bar"]);
    const isPrevented = await page.evaluate(
      () =>
        !document.activeElement?.dispatchEvent(
          new KeyboardEvent("keydown", {
            key: "F6",
            shiftKey: true,
            bubbles: true,
            cancelable: true,
          }),
        ),
    );
    expect(isPrevented).toBe(false);
    await context.close();
  });
});
