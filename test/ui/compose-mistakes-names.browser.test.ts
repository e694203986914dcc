import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, nodeOf } from "../support/app.ts";
import { expectLines } from "../support/composing.ts";
import { field, openLines, THEMES, walkTo } from "../support/structuring.ts";

const app = appForTests();

const GOOD: readonly string[] = [
  "size d = 8, h = 2",
  "input X[t m], L[m d]",
  "N[t m] = layer_norm[m](X)",
  "P[t d] = dot[m](N, L)",
  "Q[t h k] = split[d -> h k](P)",
  "A[t h k] = softmax[k](Q)",
];

describe("an axis with another name", () => {
  it("by the table of sizes is one step of undo", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page, GOOD);
    await page.getByRole("tab", { name: "Sizes" }).click();
    await page.getByRole("button", { name: "Rename size h" }).click();
    await page.keyboard.type("heads");
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "Text" }).click();
    await expectLines(page, renamed(/\bh\b/g, "heads"));
    expect(await page.locator(".frame-problem").count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expectLines(page, GOOD);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("by its label in the picture is one step of undo", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page, GOOD);
    await doubleClickFirstAxis(page, "input X");
    expect(await field(page).inputValue()).toBe("t");
    await field(page).fill("time");
    await page.keyboard.press("Enter");
    await expectLines(page, renamed(/\bt\b/g, "time"));
    expect(await page.locator(".frame-problem").count()).toBe(0);
    await page.keyboard.press("Control+z");
    await expectLines(page, GOOD);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("that is in use asks, shows what has to hold of sizes, merges, and undo takes it back", async () => {
    const { page, context, complaints } = await app.open();
    const lines = ["input A[y=8 m], B[x=8 m]", "C[y m] = relu(A)", "D[x m] = tanh(B)"];
    await openLines(page, lines);
    await doubleClickFirstAxis(page, "input B");
    await field(page).fill("y");
    await page.keyboard.press("Enter");
    const answer = page.locator(".renaming-answer");
    await answer.getByText("y is already an axis here.").waitFor();
    await answer.getByText("As one axis: both are 8").waitFor();
    await expectLines(page, lines);
    await answer.getByRole("button", { name: "Make them one axis" }).click();
    await expectLines(page, ["input A[y=8 m], B[y=8 m]", "C[y m] = relu(A)", "D[y m] = tanh(B)"]);
    await page.keyboard.press("Control+z");
    await expectLines(page, lines);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("what the axes of a block are in its call", () => {
  const BLOCK = ["block Half(X[n]) -> Y[n]:", "  Y[n] = X * 0.5", "input A[s t]"] as const;

  it.each(THEMES)(
    "stands below the selected block, and is changed by a click, %s",
    async (theme) => {
      const { page, context, complaints } = await app.open("", { theme });
      await openLines(page, [...BLOCK, "B[s t] = Half[n=t](A)"]);
      await walkTo(page, /^Block Half/);
      const chips = page.getByRole("group", { name: "What its axes are here" }).getByRole("button");
      expect(await chips.count()).toBe(1);
      await expectAccessible(page);
      await page.getByRole("button", { name: "n is t here, change it" }).click();
      await focusedField(page).waitFor();
      await page.keyboard.type("s");
      await page.keyboard.press("Enter");
      await expectLines(page, [...BLOCK, "B[s t] = Half[n=s](A)"]);
      await page.getByRole("button", { name: "n is s here, change it" }).waitFor();
      await page.getByRole("button", { name: "Undo" }).click();
      await expectLines(page, [...BLOCK, "B[s t] = Half[n=t](A)"]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it("is shown where the call does not say it, and can be said then", async () => {
    const { page, context } = await app.open();
    const lines = [BLOCK[0], BLOCK[1], "input A[t]"];
    await openLines(page, [...lines, "B[t] = Half(A)"]);
    await walkTo(page, /^Block Half/);
    await page.getByRole("button", { name: "n is t here, change it" }).click();
    await focusedField(page).waitFor();
    expect(await focusedField(page).inputValue()).toBe("");
    await page.keyboard.type("t");
    await page.keyboard.press("Enter");
    await expectLines(page, [...lines, "B[t] = Half[n=t](A)"]);
    await context.close();
  });
});

/** The field of an axis of the block, once it has the focus. */
function focusedField(page: Page) {
  return page.getByRole("textbox", { name: "n of the block" }).and(page.locator(":focus"));
}

/** The good lines with another name in the place of one. */
function renamed(name: RegExp, by: string): readonly string[] {
  return GOOD.map((line) => line.replace(name, by));
}

/** Double-clicks the label of the uppermost axis, at the right edge of an input. */
async function doubleClickFirstAxis(page: Page, node: string): Promise<void> {
  const box = await nodeOf(page, node).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${node} on the canvas.`);
  await page.mouse.dblclick(box.x + box.width - 9, box.y + box.height * 0.2);
  await field(page).waitFor();
}
