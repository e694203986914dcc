import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, clickNode, eventually, nodeOf } from "../support/app.ts";
import { expectLines, openBlank } from "../support/composing.ts";

const app = appForTests();

const LINES = ["size k = 4", "input A[y k], B[x k]", "C[y x] = dot[k](A, B)"] as const;

async function openLines(page: Page, lines: readonly string[]): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`${lines.join("\n")}\n`);
  await page.locator(".react-flow__node").first().waitFor();
  await canvasOf(page).focus();
}

/** The field in the picture. */
function field(page: Page) {
  return page.locator(".renaming input");
}

/** Selects an axis of the first input by the arrow keys. */
async function selectAxis(page: Page, steps: number): Promise<void> {
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
}

/** Double-clicks the label of an axis, which stands at the right edge of what makes the axis. */
async function doubleClickLabel(page: Page, node: string, fraction: number): Promise<void> {
  const box = await nodeOf(page, node).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${node} on the canvas.`);
  await page.mouse.dblclick(box.x + box.width - 9, box.y + box.height * fraction);
  await field(page).waitFor();
}

describe("a field in the place of a name", () => {
  it("renames an axis in the whole block with F2, as one step", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page, LINES);
    await selectAxis(page, 0);
    await page.keyboard.press("F2");
    expect(await field(page).inputValue()).toBe("y");
    await page.keyboard.type("t");
    await page.keyboard.press("Enter");
    await expectLines(page, ["size k = 4", "input A[t k], B[x k]", "C[t x] = dot[k](A, B)"]);
    await eventually(() => page.locator(".focus-target:focus").getAttribute("aria-label")).toMatch(
      /^Axis t/,
    );
    await page.keyboard.press("Control+z");
    await expectLines(page, LINES);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("renames an axis by a double click on its label", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await doubleClickLabel(page, "input B", 0.2);
    await field(page).fill("t");
    await page.keyboard.press("Enter");
    await expectLines(page, ["size k = 4", "input A[y k], B[t k]", "C[y t] = dot[k](A, B)"]);
    await context.close();
  });

  it("stands where the label stands, in its size", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await doubleClickLabel(page, "input B", 0.2);
    const node = await nodeOf(page, "input B").boundingBox();
    const box = await field(page).boundingBox();
    if (node === null || box === null) throw new RangeError("Nothing is drawn.");
    expect(box.x + box.width).toBeGreaterThan(node.x + node.width - 20);
    expect(box.x + box.width).toBeLessThan(node.x + node.width + 8);
    expect(box.y + box.height / 2).toBeLessThan(node.y + node.height / 2);
    expect(await field(page).evaluate((each) => getComputedStyle(each).fontSize)).toBe("16px");
    await context.close();
  });

  it("renames an array with F2 and by a double click on its name", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F2");
    await page.keyboard.type("Q");
    await page.keyboard.press("Enter");
    await expectLines(page, ["size k = 4", "input Q[y k], B[x k]", "C[y x] = dot[k](Q, B)"]);
    const box = await nodeOf(page, "input B").boundingBox();
    if (box === null) throw new RangeError("There is no input.");
    await page.mouse.dblclick(box.x + 12, box.y + box.height / 2);
    await field(page).fill("K");
    await page.keyboard.press("Enter");
    await expectLines(page, ["size k = 4", "input Q[y k], K[x k]", "C[y x] = dot[k](Q, K)"]);
    await context.close();
  });

  it("sets the size too: of the axis, or of the file where the axis has its size by name", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await selectAxis(page, 0);
    await page.keyboard.press("F2");
    await page.keyboard.type("t = 32");
    await page.keyboard.press("Tab");
    await expectLines(page, ["size k = 4", "input A[t=32 k], B[x k]", "C[t x] = dot[k](A, B)"]);
    await eventually(() => field(page).inputValue()).toBe("k");
    await page.keyboard.type("k = 8");
    await page.keyboard.press("Enter");
    await expectLines(page, ["size k = 8", "input A[t=32 k], B[x k]", "C[t x] = dot[k](A, B)"]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expectLines(page, LINES);
    await context.close();
  });

  it("goes from axis to axis with Tab, and leaves with the last one", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await selectAxis(page, 0);
    await page.keyboard.press("F2");
    await page.keyboard.press("Tab");
    await eventually(() => field(page).inputValue()).toBe("k");
    await page.keyboard.press("Shift+Tab");
    await eventually(() => field(page).inputValue()).toBe("y");
    await page.keyboard.press("Tab");
    await eventually(() => field(page).inputValue()).toBe("k");
    await page.keyboard.press("Tab");
    await field(page).waitFor({ state: "detached" });
    await expectLines(page, LINES);
    await context.close();
  });

  it("restores with Escape, and keeps what cannot be with the reason beside it", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await selectAxis(page, 0);
    await page.keyboard.press("F2");
    await page.keyboard.type("9[");
    await page.keyboard.press("Enter");
    await page.locator(".renaming-answer", { hasText: "is no name" }).waitFor();
    expect(await field(page).inputValue()).toBe("9[");
    await page.keyboard.press("Escape");
    await field(page).waitFor({ state: "detached" });
    await expectLines(page, LINES);
    await page.keyboard.press("F2");
    expect(await field(page).inputValue()).toBe("y");
    await context.close();
  });

  it("refuses a reserved word and a taken name for an array", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F2");
    await page.keyboard.type("output");
    await page.keyboard.press("Enter");
    await page.locator(".renaming-answer", { hasText: "is a word of the language" }).waitFor();
    await field(page).fill("B");
    await page.keyboard.press("Enter");
    await page.locator(".renaming-answer", { hasText: "B is already an array here" }).waitFor();
    await expectLines(page, LINES);
    await context.close();
  });

  it("commits when the pointer goes elsewhere", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await doubleClickLabel(page, "input B", 0.2);
    await field(page).fill("t");
    await clickNode(page, "C");
    await expectLines(page, ["size k = 4", "input A[y k], B[t k]", "C[y t] = dot[k](A, B)"]);
    await field(page).waitFor({ state: "detached" });
    await context.close();
  });
});

describe("a name in use", () => {
  it("asks, and makes two axes one with the keyboard", async () => {
    const { page, context } = await app.open();
    await openLines(page, LINES);
    await selectAxis(page, 0);
    await page.keyboard.press("F2");
    await page.keyboard.type("k");
    await page.keyboard.press("Enter");
    await page.locator(".renaming-answer", { hasText: "k is already an axis here." }).waitFor();
    await page.getByText("As one axis: y = k (4)").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Keep two");
    await page.keyboard.press("Enter");
    await field(page).fill("x");
    await page.keyboard.press("Enter");
    await page.getByText("As one axis: y = x").waitFor();
    await page.keyboard.press("Escape");
    await expectLines(page, LINES);
    await context.close();
  });

  it("asks, and makes two axes one with the pointer, or says why they cannot be", async () => {
    const { page, context } = await app.open();
    await openLines(page, ["input A[y], B[x]", "C[y x] = A * B", "D[y] = relu(A)"]);
    await doubleClickLabel(page, "input B", 0.2);
    await field(page).fill("y");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Make them one axis" }).click();
    await page.locator(".renaming-answer", { hasText: "C has both" }).waitFor();
    await page.keyboard.press("Escape");
    await openLines(page, ["input A[y], B[x]", "C[y] = relu(A)", "D[x] = relu(B)"]);
    await doubleClickLabel(page, "input B", 0.2);
    await field(page).fill("y");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Make them one axis" }).click();
    await expectLines(page, ["input A[y], B[y]", "C[y] = relu(A)", "D[y] = relu(B)"]);
    await context.close();
  });
});

const BLOCKS = [
  "block Half(X[n]) -> Y[n]:",
  "  Y[n] = X * 0.5",
  "",
  "input A[t]",
  "B[t] = Half[n=t](A)",
] as const;

describe("the title of a block", () => {
  it("is renamed with F2 and by a double click, which does not open the block", async () => {
    const { page, context } = await app.open();
    await openLines(page, BLOCKS);
    await clickTitle(page, 2);
    await field(page).waitFor();
    expect(await field(page).inputValue()).toBe("Half");
    await field(page).fill("Quarter");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContain(
      "B[t] = Quarter[n=t](A)",
    );
    await page.keyboard.press("F2");
    await field(page).fill("Third");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContain(
      "B[t] = Third[n=t](A)",
    );
    const lines = await page.locator(".cm-line").allTextContents();
    expect(lines.some((line) => line.includes("open"))).toBe(false);
    await context.close();
  });

  it("opens the block with one click", async () => {
    const { page, context } = await app.open();
    await openLines(page, BLOCKS);
    await clickTitle(page, 1);
    await page.locator('.react-flow__node[data-id="B>Half/Y"]').waitFor();
    await context.close();
  });
});

/** Clicks in the middle of the box of `B`, where its title stands. */
async function clickTitle(page: Page, clickCount: number): Promise<void> {
  const box = await nodeOf(page, "B").boundingBox();
  if (box === null) throw new RangeError("There is no block.");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount });
}

it.each(["light", "dark"] as const)("axe finds nothing while renaming, %s", async (theme) => {
  const { page, context } = await app.open("", { theme });
  await openLines(page, LINES);
  await selectAxis(page, 0);
  await page.keyboard.press("F2");
  await page.keyboard.type("k");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Keep two" }).waitFor();
  await expectAccessible(page);
  await context.close();
});
