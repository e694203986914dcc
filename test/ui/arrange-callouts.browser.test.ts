import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, clickNode, eventually } from "../support/app.ts";
import { boxOf, DEFINITION, selected, status } from "../support/selecting.ts";

const app = appForTests();

const WORDS = "One more learned layer";

/** The line of the last callout of the first picture. */
async function line(page: Page): Promise<string> {
  const text = await page.locator(".cm-line", { hasText: WORDS }).first().textContent();
  return (text ?? "").trim().replace(/ ".*/, "").replace(`${DEFINITION}/`, "");
}

/** How many half spacings right and down that line says. */
async function placeIn(page: Page) {
  const [, dx, dy] = / dx=(-?\d+) dy=(-?\d+)$/.exec(await line(page)) ?? [];
  return dx === undefined ? undefined : { dx: Number(dx), dy: Number(dy) };
}

function row(page: Page) {
  return page
    .locator("#inspector .furniture")
    .filter({ has: page.getByRole("group", { name: /^Place of the callout/ }) })
    .last();
}

function field(page: Page) {
  return row(page).getByRole("textbox", { name: /^Text of the callout/ });
}

function hasFocus(page: Page): Promise<boolean> {
  return field(page).evaluate((it) => it === document.activeElement);
}

/** The middle of the box of that remark on the canvas. */
async function boxOnCanvas(page: Page) {
  const note = page.locator('.wires path[fill="var(--fill-note)"]').last();
  const box = await note.boundingBox();
  if (box === null) throw new RangeError("The remark is not on the canvas.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes the remark and carries it so far on the screen, without letting go. */
async function dragBy(page: Page, right: number, down: number): Promise<void> {
  const { x, y } = await boxOnCanvas(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right / 2, y + down / 2, { steps: 3 });
  await page.mouse.move(x + right, y + down, { steps: 3 });
  await page.locator(".arranging .carried").waitFor();
}

async function isPreviewed(page: Page): Promise<boolean> {
  return (await page.locator(".arranging .preview").count()) > 0;
}

function mover(page: Page, way: string) {
  return row(page).getByRole("button", { name: new RegExp(`^Move the callout \\d+ ${way}$`) });
}

function automatic(page: Page) {
  return row(page).getByRole("button", { name: /^Let the callout \d+ look for room itself$/ });
}

describe("by pointer", () => {
  it("carries a remark with a preview, in half spacings, as one step", async () => {
    const { page, context, complaints } = await app.open();
    await clickNode(page, `${DEFINITION}/A`);
    const before = await boxOnCanvas(page);
    await dragBy(page, 40, 30);
    await eventually(() => isPreviewed(page)).toBe(true);
    expect(await line(page)).toBe("callout O");
    await page.mouse.up();
    await eventually(() => line(page)).toMatch(/^callout O dx=-?\d+ dy=-?\d+$/);
    const { dx, dy } = (await placeIn(page)) ?? { dx: 0, dy: 0 };
    await eventually(() => status(page).textContent()).toBe(
      `Callout 12 stands ${Math.abs(dx)} ${dx < 0 ? "left" : "right"}, ${Math.abs(dy)} ${dy < 0 ? "up" : "down"} from the middle of O, in half spacings.`,
    );
    expect(await selected(page)).toBe(`operation ${DEFINITION}/A`);
    expect(await isPreviewed(page)).toBe(false);
    expect((await boxOnCanvas(page)).x).toBeGreaterThan(before.x + 20);
    await dragBy(page, -80, 0);
    await page.mouse.up();
    await eventually(() => placeIn(page)).not.toEqual({ dx, dy });
    expect(await placeIn(page)).toMatchObject({ dy });
    await page.keyboard.press("Control+z");
    await eventually(() => placeIn(page)).toEqual({ dx, dy });
    await page.keyboard.press("Control+z");
    await eventually(() => line(page)).toBe("callout O");
    expect(await boxOnCanvas(page)).toEqual(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("leaves it on Escape, and where it came back to its place", async () => {
    const { page, context } = await app.open();
    await dragBy(page, 40, 30);
    await page.keyboard.press("Escape");
    await page.locator(".arranging .carried").waitFor({ state: "detached" });
    await eventually(() => status(page).textContent()).toBe("Left where it was.");
    await page.mouse.up();
    await dragBy(page, 40, 30);
    const { x, y } = await boxOnCanvas(page);
    await page.mouse.move(x + 1, y + 1, { steps: 3 });
    await page.mouse.up();
    await page.locator(".arranging .carried").waitFor({ state: "detached" });
    expect(await line(page)).toBe("callout O");
    expect(await page.getByRole("button", { name: /^Undo/ }).isDisabled()).toBe(true);
    await context.close();
  });

  it("takes it away again from over an operation", async () => {
    const { page, context } = await app.open();
    const node = await boxOf(page, "O");
    const from = await boxOnCanvas(page);
    const [x, y] = [node.x + node.width / 2, node.y + node.height / 2];
    await dragBy(page, x - from.x, y - from.y);
    await page.mouse.up();
    await eventually(() => placeIn(page)).not.toBe(undefined);
    const over = await placeIn(page);
    await dragBy(page, 0, -160);
    await page.mouse.up();
    await eventually(() => placeIn(page)).not.toEqual(over);
    await clickNode(page, `${DEFINITION}/O`);
    await eventually(() => selected(page)).toBe(`operation ${DEFINITION}/O`);
    await context.close();
  });

  it("goes from a click to the words in the inspector, folded or not, and selects nothing", async () => {
    const { page, context, complaints } = await app.open();
    await clickNode(page, `${DEFINITION}/A`);
    const { x, y } = await boxOnCanvas(page);
    await page.mouse.click(x, y);
    await eventually(() => hasFocus(page)).toBe(true);
    await page.locator(".focus-target").waitFor({ state: "detached" });
    await page.keyboard.press("End");
    await page.keyboard.type(" So.");
    await page.keyboard.press("Enter");
    await page.locator(".cm-line", { hasText: "have found. So." }).waitFor();
    const width = async () => (await page.locator("#inspector").boundingBox())?.width ?? 0;
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.press("Control+i");
    await eventually(width).toBe(0);
    const there = await boxOnCanvas(page);
    await page.mouse.click(there.x, there.y);
    await eventually(width).toBeGreaterThan(200);
    await eventually(() => hasFocus(page)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("by keyboard", () => {
  it("moves a remark from where it stands, says so, and lets it look for room again", async () => {
    const { page, context, complaints } = await app.open();
    await mover(page, "right").focus();
    await page.keyboard.press("ArrowRight");
    await eventually(() => placeIn(page)).not.toBe(undefined);
    const { dx, dy } = (await placeIn(page)) ?? { dx: 0, dy: 0 };
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await eventually(() => placeIn(page)).toEqual({ dx: dx + 2, dy: dy - 1 });
    expect(await status(page).textContent()).toMatch(
      /^Callout 12 stands .*\d+ (?:up|down) from the middle of O, in half spacings\.$/,
    );
    await page.keyboard.press("Control+z");
    await eventually(() => placeIn(page)).toEqual({ dx: dx + 1, dy: dy - 1 });
    await eventually(() => automatic(page).getAttribute("aria-pressed")).toBe("false");
    await automatic(page).press("Enter");
    await eventually(() => line(page)).toBe("callout O");
    await eventually(() => status(page).textContent()).toBe(
      "Callout 12 looks for room itself near O.",
    );
    expect(await automatic(page).getAttribute("aria-pressed")).toBe("true");
    await automatic(page).press("Enter");
    await eventually(() => placeIn(page)).toEqual({ dx: dx - 1, dy });
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it("axe finds nothing, placed and while a remark is carried", async () => {
    const { page, context } = await app.open("", { theme });
    await mover(page, "up").press("ArrowUp");
    await eventually(() => placeIn(page)).not.toBe(undefined);
    await dragBy(page, -60, 20);
    await eventually(() => isPreviewed(page)).toBe(true);
    await expectAccessible(page);
    const shots = process.env["SHOT"];
    if (shots !== undefined) await page.screenshot({ path: `${shots}-${theme}.png` });
    await page.mouse.up();
    await context.close();
  });
});
