import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, clickNode, eventually, nodeOf } from "../support/app.ts";
import { openBlank } from "../support/composing.ts";
import { selected, selectedName, status } from "../support/selecting.ts";

const app = appForTests();

const MHA = "MultiHeadAttention";
const LAYER = "Transformer/repeat:Z>Transformer/Z'";

async function insertText(page: Page, text: string): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
  await page.locator(".react-flow__node").first().waitFor();
}

/** Goes by keyboard to the strand of an operation's result that stands so many below the first. */
async function goToStrand(page: Page, node: string, below: number): Promise<void> {
  await clickNode(page, node);
  await page.keyboard.press("ArrowRight");
  await eventually(() => selected(page)).toMatch(/^array/);
  await page.keyboard.press("Enter");
  for (let step = 0; step < below; step++) await page.keyboard.press("ArrowDown");
  await eventually(() => selected(page)).toMatch(/^strand/);
}

/** The middle of the wire at a port of a node, between it and what comes before or behind. */
async function besideNode(page: Page, node: string, beside: number) {
  const box = await nodeOf(page, node).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${node} on the canvas.`);
  return { x: box.x + (beside > 0 ? box.width : 0) + beside, y: box.y + box.height / 2 };
}

/** The words that the text marks, with the number of each line. */
function marks(page: Page): Promise<readonly string[]> {
  return page.locator(".cm-followed").evaluateAll((words) =>
    words.map((word) => {
      const line = word.closest(".cm-line")?.textContent?.trim().split(/[[ (]/)[0];
      return `${line} ${word.textContent}`;
    }),
  );
}

function litLength(page: Page): Promise<number> {
  return page
    .locator(".lit-strand")
    .first()
    .evaluate((path) => (path.getAttribute("d") ?? "").split("M").length - 1);
}

describe("an axis under the pointer", () => {
  it("lights up everywhere, and nothing of the picture is made again", async () => {
    const { page, context, complaints } = await app.open();
    const changes = await page.evaluateHandle(() => {
      const seen: string[] = [];
      const observer = new MutationObserver((records) =>
        seen.push(...records.map(({ target }) => (target as Element).className.toString())),
      );
      const watched = [".near", ".labels", ".react-flow__nodes"];
      for (const query of watched) {
        const element = document.querySelector(query);
        const options = { childList: true, subtree: true, attributes: true };
        if (element !== null) observer.observe(element, options);
      }
      return seen;
    });
    const strand = page.locator(".wires .near path.strand").nth(0);
    const point = await strand.evaluate((path: SVGPathElement) => {
      const middle = path.getPointAtLength(path.getTotalLength() / 2);
      const { x, y } = middle.matrixTransform(path.getScreenCTM() ?? undefined);
      return { x, y };
    });
    await page.mouse.move(point.x, point.y);
    await page.locator(".halo").waitFor({ state: "attached" });
    expect(await changes.jsonValue()).toEqual([]);
    expect(await litLength(page)).toBeGreaterThan(3);
    const width = (query: string) =>
      page.locator(query).evaluate((path) => Number.parseFloat(getComputedStyle(path).strokeWidth));
    expect(await width(".halo")).toBe(9);
    expect(await width(".lit-strand")).toBeCloseTo(1.9);
    const motion = page.locator(".halo").evaluate((path) => getComputedStyle(path).animationName);
    expect(await motion).toBe("none");
    expect((await marks(page)).length).toBeGreaterThan(3);
    await page.mouse.move(point.x, 5);
    await page.locator(".halo").waitFor({ state: "detached" });
    await eventually(() => marks(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("goes into closed blocks, which count its uses, and through them when they are open", async () => {
    const { page, context } = await app.open("?preset=transformer");
    await nodeOf(page, "input src").waitFor();
    const at = await besideNode(page, "input src", 12);
    await page.mouse.move(at.x, at.y);
    const chips = page.locator(".follow-inside");
    await eventually(() => chips.allTextContents()).toEqual(["12 inside", "6 inside"]);
    const closed = await litLength(page);
    await page.mouse.move(at.x, 5);
    await clickNode(page, LAYER);
    await nodeOf(page, `${LAYER}>EncoderLayer/A.1.2`).waitFor();
    const opened = await besideNode(page, "input src", 12);
    await page.mouse.move(opened.x, opened.y);
    await eventually(() => chips.allTextContents()).toEqual(["8 inside", "6 inside"]);
    expect(await litLength(page)).toBeGreaterThan(closed + 10);
    const words = await marks(page);
    expect(words.filter((word) => word.endsWith(" x")).length).toBeGreaterThan(3);
    await context.close();
  });
});

describe("a strand that is selected", () => {
  it("is walked along to where something happens to it, and stays at its end", async () => {
    const { page, context } = await app.open();
    await goToStrand(page, `${MHA}/Q`, 2);
    await eventually(() => selectedName(page)).toMatch(/^Axis h, size 8, third of 3 in Q\./);
    await page.keyboard.press("ArrowRight");
    await eventually(() => selectedName(page)).toMatch(/Dot product: joined, line 11\.$/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await eventually(() => selectedName(page)).toMatch(/Linear: summed away, line 14\.$/);
    expect(await page.locator(".focus-target:focus").count()).toBe(1);
    await page.keyboard.press("ArrowRight");
    await eventually(() => status(page).textContent()).toBe("h ends here.");
    await page.keyboard.press("ArrowLeft");
    await eventually(() => selectedName(page)).toMatch(/Dot product: joined, line 13\.$/);
    await page.keyboard.press("ArrowUp");
    await eventually(() => selectedName(page)).toMatch(/^Axis k/);
    await context.close();
  });

  it("is kept lit by Space, which says its life and fades the others", async () => {
    const { page, context } = await app.open();
    await goToStrand(page, `${MHA}/Q`, 2);
    await page.locator('.halo[data-how="pointed"]').waitFor({ state: "attached" });
    await page.keyboard.press("Space");
    await eventually(() => status(page).textContent()).toBe(
      "Following h: made by Q, in 7 lines, summed away in line 14.",
    );
    const opacity = (query: string) =>
      page
        .locator(query)
        .first()
        .evaluate((element) => Number(getComputedStyle(element).opacity));
    await eventually(() => opacity(".near")).toBe(0.55);
    expect(await opacity(".slab .strand")).toBe(0.55);
    expect(await opacity(".lit-strand")).toBe(1);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator('.halo[data-how="pinned"]').waitFor({ state: "attached" });
    await goToStrand(page, `${MHA}/Q`, 1);
    await eventually(() => page.locator(".halo").count()).toBe(2);
    await page.keyboard.press("ArrowDown");
    await eventually(() => page.locator(".halo").count()).toBe(1);
    await page.keyboard.press("Space");
    await eventually(() => status(page).textContent()).toBe("No longer following h.");
    await eventually(() => opacity(".near")).toBe(1);
    await context.close();
  });

  it("has the operations that touch it in the inspector, each a link to it", async () => {
    const { page, context } = await app.open();
    await goToStrand(page, `${MHA}/Q`, 2);
    const rows = page.locator(".follow-touches li");
    await eventually(() => rows.count()).toBe(8);
    expect(await rows.first().textContent()).toContain("Made here");
    expect(await rows.last().textContent()).toContain("Summed away");
    expect(await page.locator("#inspector").textContent()).toContain("made by Q");
    await page.getByRole("textbox", { name: "Size of the axis" }).waitFor();
    await rows.filter({ hasText: "Softmax" }).getByRole("button").focus();
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".focus-target:focus").getAttribute("data-selection")).toBe(
      `operation ${MHA}/A`,
    );
    await context.close();
  });
});

describe("what stands around the picture", () => {
  it("gives the focus to the canvas after going inside a block", async () => {
    const { page, context } = await app.open("?preset=transformer");
    const link = page.locator("#inspector").getByRole("button", { name: "Encoder layer" });
    await link.focus();
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".crumb[aria-current]").textContent()).toBe(
      "Encoder layer",
    );
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("canvas");
    await eventually(() => nodeOf(page, "EncoderLayer/A.1.2").count()).toBe(1);
    await context.close();
  });

  it("counts warnings in amber with a triangle, and errors in red", async () => {
    const { page, context } = await app.open();
    const badge = page.getByRole("tab", { name: /Problems/ }).locator(".count");
    await insertText(page, "block F(X[a]) -> Y[a]:\n  U[a] = relu(X)\n  Y[a] = relu(X)\n");
    await eventually(() => badge.getAttribute("data-severity")).toBe("warning");
    expect(await badge.textContent()).toBe("1 1 warning");
    expect(await badge.locator("svg").count()).toBe(1);
    await page.keyboard.insertText("Q[a] = softmax[zz](W)\n");
    await eventually(() => badge.getAttribute("data-severity")).toBe("error");
    expect(await badge.textContent()).toMatch(/^2 1 error and 1 warning$/);
    expect(await badge.locator("svg").count()).toBe(0);
    await context.close();
  });

  it("says when not all open blocks have room", async () => {
    const { page, context } = await app.open();
    const count = 105;
    const blocks = Array.from({ length: count }, (_, i) => {
      const inner = i === 0 ? "relu" : `F${i - 1}`;
      return `block F${i}(X[t]) -> Y[t]:\n  Y[t] = ${inner}(X)\n`;
    });
    const open = Array.from({ length: count - 1 }, (_, i) => `  open F${i + 1}/Y\n`);
    await insertText(
      page,
      `${blocks.join("")}input Z[t]\nQ[t] = F${count - 1}(Z)\nlayout:\n  open Q\n${open.join("")}`,
    );
    await eventually(() => page.locator(".notice").textContent()).toContain(
      "The picture has room for 100 levels of open blocks; what is deeper inside stays closed.",
    );
    await context.close();
  });

  it.each(["light", "dark"] as const)(
    "has nothing that axe finds while an axis is followed in the %s theme",
    async (theme) => {
      const { page, context } = await app.open("?preset=transformer", { theme });
      await canvasOf(page).focus();
      await goToStrand(page, "Transformer/E", 0);
      await page.keyboard.press("Space");
      await page.locator(".follow-inside").first().waitFor();
      await expectAccessible(page);
      await context.close();
    },
  );
});
