import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
  appForTests,
  canvasOf,
  clickNode,
  eventually,
  inspectorHeading,
  nodeOf,
} from "../support/app.ts";
import { emptyPaper } from "../support/composing.ts";
import {
  DEFINITION,
  dragAround,
  frames,
  placeOf,
  runFromPalette,
  selected,
  selectedName,
  status,
} from "../support/selecting.ts";

const app = appForTests();

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

describe("selecting more", () => {
  it("takes what lies up and down the flow, by the palette", async () => {
    const { page, context } = await app.open();
    await clickNode(page, `${DEFINITION}/S`);
    await runFromPalette(page, "select downstream");
    await eventually(() => inspectorHeading(page).textContent()).toBe("4 operations");
    await page.keyboard.press("Escape");
    await eventually(() => frames(page).count()).toBe(0);
    await clickNode(page, `${DEFINITION}/S`);
    await runFromPalette(page, "select upstream");
    await eventually(() => inspectorHeading(page).textContent()).toBe("4 operations and 2 arrays");
    await context.close();
  });

  it("takes everything with an axis, by the menu of its strand and by keyboard alone", async () => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    for (const key of ["ArrowRight", "Enter", "Shift+F10"]) await page.keyboard.press(key);
    await page.getByRole("menu", { name: "Axis" }).waitFor();
    await page.keyboard.type("sel");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("menuitem", { name: "Select everything with this axis" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".hull").waitFor();
    await eventually(() => status(page).textContent()).toMatch(/^\d+ things selected\.$/);
    expect(await page.locator(".focus-target:focus").count()).toBe(1);
    await context.close();
  });

  it("says in the inspector how many there are and what they share", async () => {
    const { page, context } = await app.open();
    await clickNode(page, `${DEFINITION}/Q`);
    await page.keyboard.down("Shift");
    await clickNode(page, `${DEFINITION}/K`);
    await clickNode(page, `${DEFINITION}/A`);
    await page.keyboard.up("Shift");
    await eventually(() => inspectorHeading(page).textContent()).toBe("3 operations");
    const rows = page.locator("#inspector .operand");
    expect(await rows.allTextContents()).toEqual(["Linear2", "Softmax1"]);
    const axes = page.locator("#inspector table.axes th svg");
    expect(
      await axes.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label"))),
    ).toEqual(["h"]);
    await page.keyboard.down("Shift");
    await clickNode(page, `${DEFINITION}/Q`);
    await page.keyboard.up("Shift");
    await eventually(() => inspectorHeading(page).textContent()).toBe("2 operations");
    await context.close();
  });

  it("refuses in a sentence where there is nothing to begin with", async () => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    for (const [query, says] of [
      ["select upstream", "Select an operation or an array first."],
      ["select everything with", "Select an axis first: click a wire twice."],
    ] as const) {
      await runFromPalette(page, query);
      await eventually(() => page.locator(".notice p").textContent()).toBe(says);
    }
    await context.close();
  });
});

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it("axe finds nothing with the minimap and several things selected", async () => {
    const { page, context } = await app.open("", { theme });
    await page.getByRole("button", { name: "Minimap" }).click();
    await minimapAndHull(page);
    await expectAccessible(page);
    await context.close();
  });
});

async function minimapAndHull(page: Page): Promise<void> {
  await canvasOf(page).focus();
  await page.keyboard.press("Control+a");
  await page.locator(".hull").waitFor();
  await page.locator("svg.react-flow__minimap-svg").waitFor();
}
