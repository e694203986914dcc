import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appForTests, canvasOf, clickNode, eventually } from "../support/app.ts";
import { DEFINITION, runFromPalette, status } from "../support/selecting.ts";

const app = appForTests();

function open() {
  return app.open("", {
    prepare: (context) => context.grantPermissions(["clipboard-read", "clipboard-write"]),
  });
}

/** What the clipboard holds, each form by its type; bitmaps as their size. */
function clipboardOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const forms: Record<string, string> = {};
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types) {
        const blob = await item.getType(type);
        if (type !== "image/png") forms[type] = await blob.text();
        else forms[type] = String((await createImageBitmap(blob)).width > 20);
      }
    }
    return forms;
  });
}

/** Pastes as another program would have put it on the clipboard. */
async function paste(page: Page, forms: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((all) => {
    const data = new DataTransfer();
    for (const [type, content] of Object.entries(all)) {
      if (!type.startsWith("file ")) data.setData(type, content);
      else data.items.add(new File([content], "pasted", { type: type.slice(5) }));
    }
    const event = new ClipboardEvent("paste", {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
  }, forms);
}

function textOf(page: Page): Promise<readonly string[]> {
  return page.locator(".cm-line").allTextContents();
}

describe("copying", () => {
  it.each([
    ["the key", (page: Page) => page.keyboard.press("Control+c")],
    ["the palette", (page: Page) => runFromPalette(page, "copy")],
  ])("by %s gives other programs text, SVG and PNG", async (_, press) => {
    const { page, context, complaints } = await open();
    await clickNode(page, `${DEFINITION}/A`);
    await press(page);
    await eventually(async () => Object.keys(await clipboardOf(page)).toSorted()).toEqual([
      "image/png",
      "image/svg+xml",
      "text/plain",
    ]);
    const forms = await clipboardOf(page);
    expect(forms["text/plain"]).toContain("A[y x h] = softmax[x](S)");
    expect(forms["image/svg+xml"]).toMatch(/^<svg /);
    expect(forms["image/png"]).toBe("true");
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("pasting", () => {
  it("takes the lines out of a figure that was copied", async () => {
    const { page, context } = await open();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg"><metadata><axisloom:source xmlns:axisloom="urn:axisloom:source">input A[y x h]\nPasted[y x h] = relu(A)\n</axisloom:source></metadata></svg>';
    await clickNode(page, `${DEFINITION}/A`);
    await paste(page, { "file image/svg+xml": svg });
    await eventually(async () => (await textOf(page)).join("\n")).toContain(
      "Pasted[y x h] = relu(A)",
    );
    await context.close();
  });

  it.each([
    ["a web page", { "text/html": "<h1>News</h1><p>of today</p>" }, /^Nothing was pasted: /],
    [
      "an image",
      { "file image/png": "\u0089PNG" },
      "Nothing was pasted: an image has no lines; copy text of the language instead.",
    ],
    [
      "a film",
      { "file video/mp4": "x" },
      "Nothing was pasted: this file holds no text; open it instead.",
    ],
    ["nothing", {}, "Nothing was pasted: the clipboard is empty."],
    ["garbage", { "text/plain": "\u0001\u0002 ]]] ((( \u{1F600}" }, /^Nothing was pasted: /],
    ["a letter", { "text/plain": "Dear Anna,\nhow are you?" }, /^Nothing was pasted: expected /],
  ])("%s is refused in one sentence, and loses nothing", async (_, forms, says) => {
    const { page, context, complaints } = await open();
    const before = await textOf(page);
    await canvasOf(page).focus();
    await paste(page, forms);
    await eventually(() => page.locator(".notice p").textContent()).toMatch(says);
    await eventually(() => status(page).textContent()).toMatch(says);
    expect(await textOf(page)).toEqual(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("in the field of a name is pasting into the field", async () => {
    const { page, context } = await open();
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.press("F2");
    const field = page.locator(".renaming input");
    await field.waitFor();
    await field.fill("Attention");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    expect((await clipboardOf(page))["text/plain"]).toBe("Attention");
    await context.close();
  });
});
