import { describe, expect, it } from "vitest";
import { appForTests, canvasOf, clickNode, nodeOf } from "../support/app.ts";
import {
  choose,
  dragWire,
  emptyPaper,
  expectLines,
  handleAt,
  openBlank,
  openField,
  openList,
  openSmall,
  quickAdd,
  selectArray,
} from "../support/composing.ts";

const app = appForTests();

const SMALL = [
  "input A[y x]",
  "input B[x d]",
  "C[y x] = relu(A)",
  "E[y d] = dot[x](C, B)",
] as const;

describe("adding", () => {
  it("from the library takes the selected array; it is found by name, sign and synonym", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ["input A[y x]"]);
    await selectArray(page, "A");
    const field = page.getByRole("combobox", { name: "Operations" });
    await field.fill("einsum");
    await page.getByRole("option", { name: "Dot product" }).waitFor();
    await field.fill("+");
    await page.getByRole("option", { name: "Add", exact: true }).waitFor();
    await field.fill("rectifier");
    await page.getByRole("option", { name: /ReLU/i }).first().waitFor();
    await page.keyboard.press("Enter");
    await expectLines(page, ["input A[y x]", "R[y x] = relu(A)"]);
    await context.close();
  });

  it("by a letter is one step, with what it would give beside each operation", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ["input A[y x]"]);
    await selectArray(page, "A");
    await page.keyboard.press("s");
    await page.keyboard.type("oftmax");
    await openList(page)
      .getByRole("option", { name: "Softmax along y [y x]", exact: true })
      .waitFor();
    await openList(page)
      .getByRole("option", { name: "Softmax along x [y x]", exact: true, selected: true })
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expectLines(page, ["input A[y x]", "S[y x] = softmax[y](A)"]);
    expect(await page.locator("#inspector h2").textContent()).toBe("Softmax");
    await page.keyboard.press("Control+z");
    await expectLines(page, ["input A[y x]"]);
    await page.keyboard.press("Control+Shift+z");
    await expectLines(page, ["input A[y x]", "S[y x] = softmax[y](A)"]);
    await context.close();
  });

  it("reads what is written as in the text, with the selected array where it is left out", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ["input A[y x]", "input B[x d]"]);
    await selectArray(page, "A");
    await quickAdd(page, "softmax[y]", /^softmax\[y\]\(A\)/);
    await quickAdd(page, "* 2", /^S \* 2/);
    await quickAdd(page, "Z = dot[x](S, B)", /^Z = dot/);
    await expectLines(page, [
      "input A[y x]",
      "input B[x d]",
      "S[y x] = softmax[y](A)",
      "M[y x] = S * 2",
      "Z[y d] = dot[x](S, B)",
    ]);
    await context.close();
  });

  it("brings a block of the gallery with all it needs, as one step", async () => {
    const { page, context } = await app.open();
    await openBlank(page);
    await page.getByRole("button", { name: "Add an input" }).click();
    await page.getByRole("textbox", { name: "New input: name and axes" }).waitFor();
    await page.keyboard.type("E[t m]");
    await page.keyboard.press("Enter");
    await quickAdd(page, "multi-head", /^Multi-head attention/);
    await expect.poll(() => page.locator(".cm-content").textContent()).toContain("MultiHead");
    await page.locator(".react-flow__node").nth(2).waitFor();
    await canvasOf(page).focus();
    await page.keyboard.press("Control+z");
    await expectLines(page, ["input E[t m]"]);
    await context.close();
  });

  it("by dragging from the library onto a wire inserts there", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    const wire = await page
      .locator(".wires .near path.strand")
      .first()
      .evaluate((path: SVGPathElement) => {
        const middle = path.getPointAtLength(path.getTotalLength() / 2);
        const { x, y } = middle.matrixTransform(path.getScreenCTM() ?? undefined);
        return { x, y };
      });
    const row = page.locator(".add-tab .search-row").filter({ hasText: "Softmax" }).first();
    await row.scrollIntoViewIfNeeded();
    const box = await row.boundingBox();
    if (box === null) throw new RangeError("Softmax is not in the library.");
    await page.mouse.move(box.x + 60, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(wire.x, wire.y, { steps: 6 });
    await page.locator(".parted-wire").waitFor();
    await page.mouse.up();
    await expect.poll(() => page.locator(".cm-content").textContent()).toContain("softmax[");
    expect(await page.locator(".count").first().textContent()).toBe("0");
    await context.close();
  });
});

describe("connecting", () => {
  it("by pointer replaces what a port has, and says what fits", async () => {
    const { page, context } = await app.open();
    await openSmall(page, [...SMALL, "D[y x] = exp(A)"]);
    await dragWire(page, "D", await handleAt(page, "E", "in", 0));
    await expectLines(page, [...SMALL.slice(0, 3), "E[y d] = dot[x](D, B)", "D[y x] = exp(A)"]);
    await context.close();
  });

  it("that does not fit says why, and can be made anyway", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ["input A[y x]", "input B[t d]", "C[y x] = softmax[x](A)"]);
    await dragWire(page, "input B", await handleAt(page, "C", "in", 0));
    const card = openList(page);
    await card.waitFor();
    expect(await card.textContent()).toContain("x");
    await expectLines(page, ["input A[y x]", "input B[t d]", "C[y x] = softmax[x](A)"]);
    await card.getByRole("button", { name: "Connect anyway" }).click();
    await expect.poll(() => page.locator(".cm-content").textContent()).toContain("softmax[x](B)");
    await page.locator(".problem").first().waitFor();
    await context.close();
  });

  it("from a port takes its wire off when it is dropped on paper", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    const from = await handleAt(page, "E", "in", 1);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const paper = await emptyPaper(page);
    await page.mouse.move(paper.x, paper.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.locator(".cm-content").textContent()).toContain("dot[x](C, ?)");
    await context.close();
  });

  it("is let go of by Esc", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    const from = await handleAt(page, "C", "out");
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 60, { steps: 3 });
    await page.locator(".wire-foot").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".wire-foot").waitFor({ state: "detached" });
    await page.mouse.up();
    expect(await page.getByRole("dialog").count()).toBe(0);
    await expectLines(page, SMALL);
    await context.close();
  });

  it("from the keyboard lists every port, and Delete takes off what one has", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    await selectArray(page, "A");
    await page.keyboard.press("Shift+Enter");
    await openField(page).waitFor();
    await page.keyboard.type("first");
    await openList(page)
      .getByRole("option", { name: /first operand/, selected: true })
      .waitFor();
    await page.keyboard.press("Enter");
    await expectLines(page, [...SMALL.slice(0, 3), "E[y d] = dot[x](A, B)"]);
    await page.keyboard.press("Shift+Enter");
    await openField(page).waitFor();
    await page.keyboard.press("Escape");
    await context.close();
  });
});

describe("the palette", () => {
  it("adds, finds lines, runs commands and opens from the gallery", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    await page.keyboard.press("Control+k");
    await choose(page, "relu(A)", /relu\(A\)/);
    await expect.poll(() => page.locator("#inspector h2").textContent()).toMatch(/relu/i);
    await page.getByRole("button", { name: "Search or run a command" }).click();
    await choose(page, "dark", /^Dark theme/);
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.keyboard.press("Control+k");
    await openList(page).getByRole("option", { name: "Dark theme" }).first().waitFor();
    await choose(page, "lstm", /LSTM/);
    await expect.poll(() => page.title()).toContain("LSTM");
    await context.close();
  });
});

describe("on the canvas", () => {
  it("Delete heals, and Shift leaves open", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    await selectArray(page, "C");
    await page.keyboard.press("Delete");
    await expectLines(page, ["input A[y x]", "input B[x d]", "E[y d] = dot[x](A, B)"]);
    await page.keyboard.press("Control+z");
    await expectLines(page, SMALL);
    await selectArray(page, "C");
    await page.keyboard.press("Shift+Backspace");
    await expect.poll(() => page.locator(".cm-content").textContent()).toContain("?");
    await context.close();
  });

  it("Mod-D duplicates, and the clipboard carries lines as text", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    await selectArray(page, "C");
    await page.keyboard.press("Control+d");
    await expect.poll(() => page.locator(".cm-content").textContent()).toMatch(/relu.*relu/);
    await page.keyboard.press("Control+z");
    await expectLines(page, SMALL);
    await selectArray(page, "C");
    await page.keyboard.press("Control+c");
    await page.keyboard.press("Control+v");
    await expect.poll(() => page.locator(".cm-content").textContent()).toMatch(/relu.*relu/);
    await context.close();
  });

  it("Mod-A and Mod-G make one block of everything, and Shift-Mod-G opens it up again", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+g");
    await expect.poll(() => page.locator(".cm-content").textContent()).toContain("block ");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Shift+g");
    await expectLines(page, SMALL);
    await context.close();
  });

  it("Shift takes more in, by click and by arrow, and commands act on all of it", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    await clickNode(page, "C");
    const box = await nodeOf(page, "E").boundingBox();
    if (box === null) throw new RangeError("The dot product is not drawn.");
    await page.keyboard.down("Shift");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.up("Shift");
    expect(await page.locator(".frame-selected").count()).toBe(2);
    await page.locator(".focus-target").focus();
    await page.keyboard.press("Delete");
    await expectLines(page, SMALL.slice(0, 2));
    await page.keyboard.press("Control+z");
    await expectLines(page, SMALL);
    await clickNode(page, "C");
    await page.locator(".focus-target").focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.locator(".hull").waitFor();
    await page.keyboard.press("Delete");
    await expectLines(page, SMALL.slice(0, 2));
    await context.close();
  });

  it("a refusal is shown as a sentence", async () => {
    const { page, context } = await app.open();
    await openSmall(page, SMALL);
    await page.keyboard.press("Delete");
    expect(await page.locator(".notice").textContent()).toContain("Select an operation");
    await context.close();
  });
});
