import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, clickNode, eventually, nodeOf } from "../support/app.ts";
import {
  boxOf,
  DEFINITION,
  frames,
  runFromPalette,
  selected,
  status,
} from "../support/selecting.ts";

const app = appForTests();

/** The lines that arrange, without the name of the block. */
async function places(page: Page): Promise<readonly string[]> {
  const lines = await page.locator(".cm-line").allTextContents();
  return lines
    .filter((line) => line.startsWith("  place "))
    .map((line) => line.trim().replaceAll(`${DEFINITION}/`, ""));
}

function textOf(page: Page): Promise<string> {
  return page
    .locator(".cm-line")
    .allTextContents()
    .then((lines) => lines.join("\n"));
}

/** The operations whose slabs stand in a column, from the top down. */
async function order(page: Page, ...ids: readonly string[]): Promise<readonly string[]> {
  const boxes = await Promise.all(ids.map(async (id) => ({ id, y: (await boxOf(page, id)).y })));
  return boxes.sort((a, b) => a.y - b.y).map(({ id }) => id);
}

async function middleOf(page: Page, id: string) {
  const { x, y, width, height } = await boxOf(page, id);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Takes a slab and carries it so far that its edge has passed the middle of another. */
async function dragPast(page: Page, id: string, other: string): Promise<void> {
  const [from, own, past] = [
    await middleOf(page, id),
    await boxOf(page, id),
    await middleOf(page, other),
  ];
  const isUp = past.y < from.y;
  const y = isUp ? past.y - 6 - (own.y - from.y) : past.y + 6 - (own.y + own.height - from.y);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, (from.y + y) / 2, { steps: 3 });
  await page.mouse.move(from.x, y, { steps: 3 });
  await page.locator(".arranging .carried").waitFor();
}

async function exportedPaths(page: Page): Promise<readonly string[]> {
  await page.keyboard.press("Control+e");
  await page.getByRole("option", { name: "SVG" }).click();
  await page.locator(".export-figure img").waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download SVG" }).click();
  const svg = await readFile(await (await download).path(), "utf8");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  return svg.match(/ d="[^"]*"/g) ?? [];
}

describe("by keyboard", () => {
  it("moves an operation past its neighbour and back, says so, and undo gives the same bytes", async () => {
    const { page, context, complaints } = await app.open();
    const before = await textOf(page);
    const drawn = await exportedPaths(page);
    await clickNode(page, `${DEFINITION}/V`);
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => status(page).textContent()).toBe("V moved above K.");
    expect(await places(page)).toEqual(["place V before K"]);
    await eventually(() => order(page, "Q", "K", "V")).toEqual(["Q", "V", "K"]);
    expect(await selected(page)).toBe(`operation ${DEFINITION}/V`);
    expect(await exportedPaths(page)).not.toEqual(drawn);
    await canvasOf(page).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => status(page).textContent()).toBe("V moved below K.");
    expect(await places(page)).toEqual(["place K before V"]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await eventually(() => textOf(page)).toBe(before);
    await eventually(() => exportedPaths(page)).toEqual(drawn);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("moves an array that is selected, and says when there is nothing to move past", async () => {
    const { page, context } = await app.open();
    await clickNode(page, "input X");
    expect(await selected(page)).toContain("array");
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => status(page).textContent()).toBe("X moved above E.");
    expect(await places(page)).toEqual(["place X before E"]);
    expect(await selected(page)).toContain("array");
    await page.keyboard.press("Alt+ArrowUp");
    await page.getByText("Nothing stands above X here.").first().waitFor();
    await context.close();
  });

  it("nudges by half a spacing, marks what is placed, and survives a reload", async () => {
    const { page, context } = await app.open();
    await clickNode(page, `${DEFINITION}/A`);
    // Counted from Q, since the picture moves as a whole where it would no longer fit.
    const below = async () => (await boxOf(page, "A")).y - (await boxOf(page, "Q")).y;
    const before = await below();
    await page.keyboard.press("Control+Shift+ArrowDown");
    await page.locator(".pin-mark").waitFor();
    await eventually(async () => (await places(page)).length).toBe(1);
    const once = await places(page);
    await page.keyboard.press("Control+Shift+ArrowDown");
    await eventually(() => places(page)).not.toEqual(once);
    const [line] = await places(page);
    expect(line).toMatch(/^place A dy=-?\d+$/);
    await eventually(below).toBeGreaterThan(before);
    await page.getByText("Saved on this device").waitFor();
    await page.reload();
    await page.locator(".pin-mark").waitFor();
    await eventually(() => places(page)).toEqual([line]);
    await context.close();
  });

  it("says why the first input has no height", async () => {
    const { page, context } = await app.open();
    await clickNode(page, "input E");
    await page.keyboard.press("Control+Shift+ArrowDown");
    await page.getByText("Heights are counted from E, so it stays where it is.").first().waitFor();
    expect(await places(page)).toEqual([]);
    await context.close();
  });

  it("tidies orders and releases heights, each as one step", async () => {
    const { page, context } = await app.open();
    const before = await textOf(page);
    await clickNode(page, `${DEFINITION}/V`);
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => places(page)).toEqual(["place V before K", "place V before Q"]);
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.press("Control+Shift+ArrowDown");
    await eventually(() => places(page).then(({ length }) => length)).toBe(3);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+f");
    await eventually(() => status(page).textContent()).toBe("Tidied the diagram.");
    await eventually(() => places(page).then(({ length }) => length)).toBe(1);
    await page.keyboard.press("Control+z");
    await eventually(() => places(page).then(({ length }) => length)).toBe(3);
    await runFromPalette(page, "Release everything");
    await eventually(() => textOf(page)).toBe(before);
    await page.locator(".pin-mark").waitFor({ state: "detached" });
    await context.close();
  });
});

describe("by pointer", () => {
  it("carries a slab past others with a preview, as one step", async () => {
    const { page, context, complaints } = await app.open();
    const before = await textOf(page);
    await dragPast(page, "V", "K");
    await page.locator(".arranging .preview").waitFor();
    await page.locator(".arranging .insertion").waitFor({ state: "attached" });
    expect(await textOf(page)).toBe(before);
    await page.mouse.up();
    await page.locator(".arranging .carried").waitFor({ state: "detached" });
    await eventually(() => places(page)).toEqual(["place V before K"]);
    expect(await selected(page)).toBe(`operation ${DEFINITION}/V`);
    await page.keyboard.press("Control+z");
    await eventually(() => textOf(page)).toBe(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("leaves all as it was on Escape, and where nothing is passed", async () => {
    const { page, context } = await app.open();
    const before = await textOf(page);
    await dragPast(page, "V", "K");
    await page.keyboard.press("Escape");
    await page.locator(".arranging .carried").waitFor({ state: "detached" });
    await page.mouse.up();
    const { x, y } = await middleOf(page, "K");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 8, { steps: 4 });
    await page.locator(".arranging .carried").waitFor();
    await page.mouse.up();
    await page.locator(".arranging .carried").waitFor({ state: "detached" });
    expect(await textOf(page)).toBe(before);
    await clickNode(page, `${DEFINITION}/K`);
    await eventually(() => selected(page)).toBe(`operation ${DEFINITION}/K`);
    await context.close();
  });

  it("places by hand while Ctrl is held", async () => {
    const { page, context } = await app.open();
    const { x, y } = await middleOf(page, "O");
    await page.mouse.move(x, y);
    await page.keyboard.down("Control");
    await page.mouse.down();
    await page.mouse.move(x, y + 50, { steps: 5 });
    await page.locator(".arranging .preview").waitFor();
    await page.mouse.up();
    await page.keyboard.up("Control");
    await page.locator(".pin-mark").waitFor();
    expect((await places(page)).join()).toMatch(/^place O dy=\d+$/);
    await nodeOf(page, `${DEFINITION}/O`).click({ button: "right", force: true });
    await page.getByRole("menuitem", { name: "Release", exact: true }).click();
    await eventually(() => places(page)).toEqual([]);
    await context.close();
  });

  it("carries an array by its wire", async () => {
    const { page, context } = await app.open();
    const [input, linear] = [await nodeOf(page, "input E").boundingBox(), await boxOf(page, "Q")];
    const from = { x: (input?.x ?? 0) + (input?.width ?? 0) + 20, y: (input?.y ?? 0) + 20 };
    expect(from.x).toBeLessThan(linear.x);
    const wire = page.locator(".wires .strand").first();
    const strand = await wire.boundingBox();
    const x = (strand?.x ?? 0) + (strand?.width ?? 0) / 2;
    await page.mouse.move(x, strand?.y ?? 0);
    await page.mouse.down();
    await page.mouse.move(x, (strand?.y ?? 0) + 60, { steps: 4 });
    await page.mouse.move(x, (strand?.y ?? 0) + 260, { steps: 4 });
    await page.locator(".arranging .preview").waitFor();
    await page.mouse.up();
    await eventually(() => places(page).then(({ length }) => length)).toBeGreaterThan(0);
    expect((await places(page)).every((line) => line.endsWith("before E"))).toBe(true);
    await context.close();
  });
});

describe("a strand", () => {
  /** A place of the selected wire of X behind its copy, clear of handles. */
  async function placeOfStrand(page: Page) {
    const box = await page.locator(".focus-target").boundingBox();
    const copy = await nodeOf(page, "copy X 1").boundingBox();
    return { x: (copy?.x ?? 0) + (copy?.width ?? 0) + 5, y: (box?.y ?? 0) + 5 };
  }

  it("moves inside its array by keyboard and by pointer", async () => {
    const { page, context } = await app.open();
    const line = page.locator(".cm-line", { hasText: `block ${DEFINITION}(` });
    await clickNode(page, "input X");
    await page.keyboard.press("Enter");
    await eventually(() => selected(page)).toBe("strand  X x");
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => line.textContent()).toContain("X[m x]");
    await eventually(() => status(page).textContent()).toBe("x moved below m in X.");
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByText("x is the last axis of X; an axis stays in its array.").first().waitFor();
    await page.keyboard.press("Control+z");
    await eventually(() => line.textContent()).toContain("X[x m]");
    await eventually(() => selected(page)).toBe("strand  X x");
    const at = await placeOfStrand(page);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x, at.y + 12, { steps: 3 });
    await page.mouse.move(at.x, at.y + 30, { steps: 3 });
    await page.locator(".arranging .carried-strand").waitFor({ state: "attached" });
    await page.locator(".arranging .preview").waitFor();
    await page.mouse.up();
    await eventually(() => line.textContent()).toContain("X[m x]");
    await context.close();
  });
});

describe("a change of the layout", () => {
  it("glides for those who do not ask for less motion, and stands where it would", async () => {
    const { page, context } = await app.open();
    await page.evaluate(() => {
      const canvas = document.querySelector(".canvas");
      const watch = () => {
        if (canvas?.hasAttribute("data-moving")) document.body.dataset["moved"] = "yes";
      };
      if (canvas) new MutationObserver(watch).observe(canvas, { attributes: true });
    });
    await clickNode(page, `${DEFINITION}/V`);
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => order(page, "Q", "K", "V")).toEqual(["Q", "V", "K"]);
    const still = await boxOf(page, "V");
    expect(await page.locator("body").getAttribute("data-moved")).toBe(null);
    await page.keyboard.press("Control+z");
    await eventually(() => order(page, "Q", "K", "V")).toEqual(["Q", "K", "V"]);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => page.locator("body").getAttribute("data-moved")).toBe("yes");
    await page.locator(".canvas[data-moving]").waitFor({ state: "detached" });
    await eventually(() => boxOf(page, "V")).toEqual(still);
    await context.close();
  });
});

describe("the label of a name", () => {
  it("is set in the inspector, shows in the figure, and says what is wrong with it", async () => {
    const { page, context } = await app.open();
    await clickNode(page, "input X");
    const field = page.getByRole("textbox", { name: "How X is typeset, as LaTeX" });
    const drawn = await exportedPaths(page);
    await field.fill("\\bar{X");
    await field.press("Enter");
    await page
      .getByText("This is not LaTeX that can be set: Missing close brace.")
      .first()
      .waitFor();
    await field.fill("\\bar{X}");
    await field.press("Enter");
    await page.locator(".cm-line", { hasText: `label ${DEFINITION}/array X "\\bar{X}"` }).waitFor();
    await eventually(() => exportedPaths(page)).not.toEqual(drawn);
    await page.keyboard.press("Control+z");
    await eventually(() => exportedPaths(page)).toEqual(drawn);
    await context.close();
  });
});

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it("axe finds nothing, arranged and while something is carried", async () => {
    const { page, context } = await app.open("", { theme });
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.press("Control+Shift+ArrowDown");
    await page.locator(".pin-mark").waitFor();
    await dragPast(page, "V", "K");
    await expectAccessible(page);
    expect(await frames(page).count()).toBeGreaterThan(0);
    await page.mouse.up();
    await context.close();
  });
});
