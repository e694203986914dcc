import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, canvasOf, clickNode, eventually, nodeOf, startApp } from "../support/app.ts";
import { choose, emptyPaper } from "../support/composing.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

const DEFINITION = "MultiHeadAttention";

async function boxOf(page: Page, id: string) {
  const box = await nodeOf(page, `${DEFINITION}/${id}`).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${id} on the canvas.`);
  return box;
}

/** Drags over the paper around nodes, from the upper left to the lower right. */
async function dragAround(page: Page, ids: readonly string[]): Promise<void> {
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
function frames(page: Page) {
  return page.locator(".overlay .frame-selected");
}

function status(page: Page) {
  return page.getByRole("status").first();
}

/** Where the corner of an operation stands on the screen. */
async function placeOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y } = await boxOf(page, "Q");
  return { x: Math.round(x), y: Math.round(y) };
}

async function zoomOf(page: Page): Promise<string | null> {
  return page.locator(".zoom-level").textContent();
}

function selected(page: Page): Promise<string | null> {
  return page.locator(".focus-target").getAttribute("data-selection");
}

/** What is said of the selected thing. */
async function selectedName(page: Page): Promise<string> {
  const target = page.locator(".focus-target");
  return (await target.count()) === 0 ? "" : ((await target.getAttribute("aria-label")) ?? "");
}

async function runFromPalette(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await choose(page, query, new RegExp(query, "i"));
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

describe("a drag over empty paper", () => {
  it("takes the operations whose glyph is inside, and shows them while it lasts", async () => {
    const { page, context, complaints } = await app.open();
    await dragAround(page, ["S", "A"]);
    await page.locator(".marquee-rect").waitFor();
    expect(await frames(page).count()).toBe(2);
    await page.mouse.up();
    await page.locator(".marquee-rect").waitFor({ state: "detached" });
    await page.locator(".hull").waitFor();
    expect(await frames(page).count()).toBe(2);
    await eventually(() => status(page).textContent()).toBe("2 things selected.");
    await page.keyboard.press("Delete");
    await nodeOf(page, `${DEFINITION}/A`).waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("adds to what is selected while Shift is held, and else selects anew", async () => {
    const { page, context } = await app.open();
    await clickNode(page, `${DEFINITION}/O`);
    await page.keyboard.down("Shift");
    await dragAround(page, ["A"]);
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await eventually(() => frames(page).count()).toBe(2);
    await dragAround(page, ["Z"]);
    await page.mouse.up();
    await eventually(() => selected(page)).toBe(`operation ${DEFINITION}/Z`);
    expect(await frames(page).count()).toBe(1);
    const { x, y } = await emptyPaper(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 10, { steps: 3 });
    await page.mouse.up();
    await eventually(() => frames(page).count()).toBe(0);
    await context.close();
  });

  it("is given up by Esc, which leaves the selection as it was", async () => {
    const { page, context } = await app.open();
    await clickNode(page, `${DEFINITION}/O`);
    await dragAround(page, ["S", "A"]);
    await page.locator(".marquee-rect").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".marquee-rect").waitFor({ state: "detached" });
    await page.mouse.up();
    await eventually(() => selected(page)).toBe(`operation ${DEFINITION}/O`);
    expect(await frames(page).count()).toBe(1);
    await context.close();
  });

  it("moves the picture with Space held or the middle button, and selects nothing", async () => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    const { x, y } = await emptyPaper(page);
    const drag = async (button: "left" | "middle"): Promise<void> => {
      await page.mouse.move(x, y);
      await page.mouse.down({ button });
      await page.mouse.move(x + 60, y + 40, { steps: 3 });
      await page.mouse.up({ button });
    };
    const first = await placeOf(page);
    await page.keyboard.down("Space");
    await page.locator(".canvas[data-grab]").waitFor();
    await drag("left");
    await page.keyboard.up("Space");
    await page.locator(".canvas:not([data-grab])").waitFor();
    const second = await placeOf(page);
    expect(second.x - first.x).toBeCloseTo(60, 0);
    expect(second.y - first.y).toBeCloseTo(40, 0);
    await drag("middle");
    expect((await placeOf(page)).x - second.x).toBeCloseTo(60, 0);
    expect(await frames(page).count()).toBe(0);
    await context.close();
  });

  it("does not open a block by the Space that moved the picture, but by Space alone", async () => {
    const { page, context } = await app.open("?preset=transformer");
    await canvasOf(page).focus();
    const call = page.locator(".react-flow__node").filter({ hasText: "" });
    expect(await call.count()).toBeGreaterThan(0);
    while (!(await selectedName(page)).startsWith("Block")) await page.keyboard.press("PageDown");
    expect(await selectedName(page)).toMatch(/closed/);
    const { x, y } = await emptyPaper(page);
    await page.mouse.move(x, y);
    await page.keyboard.down("Space");
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up("Space");
    expect(await selectedName(page)).toMatch(/closed/);
    await page.keyboard.press("Space");
    await eventually(() => selectedName(page)).toMatch(/open/);
    await context.close();
  });
});

describe("the wheel", () => {
  it("scrolls, scrolls sideways with Shift, and zooms at the pointer with Mod", async () => {
    const { page, context } = await app.open();
    const first = await placeOf(page);
    await page.mouse.move(first.x + 80, first.y + 60);
    await page.mouse.wheel(0, 100);
    await eventually(async () => (await placeOf(page)).y).toBeLessThan(first.y);
    const second = await placeOf(page);
    await page.keyboard.down("Shift");
    await page.mouse.wheel(0, 100);
    await page.keyboard.up("Shift");
    await eventually(async () => (await placeOf(page)).x).toBeLessThan(second.x);
    expect((await placeOf(page)).y).toBeCloseTo(second.y, 0);
    const box = await boxOf(page, "A");
    await page.mouse.move(box.x, box.y);
    const before = await zoomOf(page);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await eventually(() => zoomOf(page)).not.toBe(before);
    const after = await boxOf(page, "A");
    expect(after.x).toBeCloseTo(box.x, 0);
    expect(after.y).toBeCloseTo(box.y, 0);
    await context.close();
  });

  it("rests at round zooms", async () => {
    const { page, context } = await app.open();
    await page.mouse.move(600, 300);
    await page.keyboard.down("Control");
    const zooms = new Set<string | null>();
    for (let step = 0; step < 24; step++) {
      await page.mouse.wheel(0, 100);
      zooms.add(await zoomOf(page));
    }
    await page.keyboard.up("Control");
    expect([...zooms]).toEqual(expect.arrayContaining(["100 %", "50 %", "25 %"]));
    await context.close();
  });
});

describe("a finger", () => {
  it("moves the picture and selects nothing", async () => {
    const { page, context } = await app.open("", { hasTouch: true });
    const client = await context.newCDPSession(page);
    const { x, y } = await emptyPaper(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", by: number) =>
      client.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: x + by, y: y + by }],
      });
    const first = await placeOf(page);
    await touch("touchStart", 0);
    for (const by of [10, 30, 50]) await touch("touchMove", by);
    await touch("touchEnd", 50);
    await eventually(async () => (await placeOf(page)).x).toBeGreaterThan(first.x + 30);
    expect(await frames(page).count()).toBe(0);
    await context.close();
  });
});

describe("looking at a part", () => {
  it("fits the selection, then all, by keys and by the palette", async () => {
    const { page, context } = await app.open();
    const fitted = await placeOf(page);
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.press("Shift+Home");
    await eventually(() => zoomOf(page)).toBe("160 %");
    const box = await boxOf(page, "A");
    const canvas = await page.locator(".canvas").boundingBox();
    if (canvas === null) throw new RangeError("There is no canvas.");
    expect(box.x + box.width / 2).toBeCloseTo(canvas.x + canvas.width / 2, 0);
    expect(box.y + box.height / 2).toBeCloseTo(canvas.y + canvas.height / 2, 0);
    await page.keyboard.press("Home");
    await eventually(() => placeOf(page)).toEqual(fitted);
    await runFromPalette(page, "zoom to the sel");
    await eventually(() => zoomOf(page)).toBe("160 %");
    await runFromPalette(page, "fit the pic");
    await eventually(() => placeOf(page)).toEqual(fitted);
    await context.close();
  });

  it("fits what was fitted when a panel folds, and keeps the middle of what was not", async () => {
    const { page, context } = await app.open();
    const isWhole = async (): Promise<boolean> => {
      const canvas = await page.locator(".canvas").boundingBox();
      const boxes = await Promise.all(["Q", "O"].map((id) => boxOf(page, id)));
      if (canvas === null) return false;
      return boxes.every(({ x, width }) => x > canvas.x && x + width < canvas.x + canvas.width);
    };
    const before = await zoomOf(page);
    await canvasOf(page).focus();
    await page.keyboard.press("Control+i");
    await page.keyboard.press("Control+b");
    await eventually(() => zoomOf(page)).not.toBe(before);
    await eventually(isWhole).toBe(true);
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.press("Shift+Home");
    for (let step = 0; step < 3; step++) await page.keyboard.press("Alt+=");
    const offset = async (): Promise<number> => {
      const canvas = await page.locator(".canvas").boundingBox();
      const box = await boxOf(page, "A");
      const middle = (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2;
      return Math.abs(Math.round(box.x + box.width / 2 - middle));
    };
    await eventually(offset).toBe(0);
    const zoom = await zoomOf(page);
    const wide = (await page.locator(".canvas").boundingBox())?.width ?? 0;
    await page.keyboard.press("Control+b");
    await eventually(async () => (await page.locator(".canvas").boundingBox())?.width).toBeLessThan(
      wide,
    );
    await eventually(offset).toBe(0);
    expect(await zoomOf(page)).toBe(zoom);
    await context.close();
  });
});
