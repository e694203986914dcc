import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { appForTests, canvasOf, clickNode, eventually } from "../support/app.ts";
import { emptyPaper } from "../support/composing.ts";
import {
  boxOf,
  DEFINITION,
  frames,
  placeOf,
  runFromPalette,
  zoomOf,
} from "../support/selecting.ts";

const app = appForTests();

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
    for (let step = 0; step < 6; step++) await page.mouse.wheel(0, -100);
    const zooms = new Set<string | null>();
    for (let step = 0; step < 30; step++) {
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
    await page.keyboard.press("Control+j");
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

describe("the minimap", () => {
  const minimap = (page: Page) => page.locator("svg.react-flow__minimap-svg");

  it("comes and goes by its button and by the palette, and is remembered", async () => {
    const { page, context } = await app.open();
    expect(await minimap(page).count()).toBe(0);
    const button = page.getByRole("button", { name: "Minimap" });
    await button.click();
    await page.getByRole("img", { name: /^Minimap/ }).waitFor();
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    await page.reload();
    await minimap(page).waitFor();
    await runFromPalette(page, "minimap");
    await minimap(page).waitFor({ state: "detached" });
    await context.close();
  });

  it("moves the picture by the pointer", async () => {
    const { page, context } = await app.open();
    await page.getByRole("button", { name: "Minimap" }).click();
    const box = await minimap(page).boundingBox();
    if (box === null) throw new RangeError("There is no minimap.");
    const before = await placeOf(page);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => (await placeOf(page)).x).toBeLessThan(before.x - 10);
    expect(await frames(page).count()).toBe(0);
    await context.close();
  });
});
