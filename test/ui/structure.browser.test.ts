import { describe, expect, it } from "vitest";
import { appForTests, eventually } from "../support/app.ts";
import { expectLines } from "../support/composing.ts";
import {
  entry,
  field,
  LAYERS,
  openLines,
  rightClick,
  selectNodes,
  walkTo,
} from "../support/structuring.ts";

const app = appForTests();

describe("a selection made a block", () => {
  const GROUPED = [
    "size m = 8",
    "block Layer(E[t m]) -> B[t m]:",
    "  A[t m] = relu(E)",
    "  B[t m] = tanh(A)",
    "input E[t m]",
    "B[t m] = Layer(E)",
    "P[t] = sum[m](B)",
  ];

  it("asks for its name in its place, by keyboard, and one undo takes all of it back", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page, LAYERS);
    await walkTo(page, /^ReLU/);
    await page.keyboard.press("Shift+ArrowRight");
    await page.locator(".hull").waitFor();
    await page.keyboard.press("Control+g");
    await field(page).waitFor();
    expect(await field(page).inputValue()).toBe("Block");
    await page.keyboard.type("Layer");
    await page.keyboard.press("Enter");
    await expectLines(page, GROUPED);
    await eventually(() =>
      page.locator(".focus-target:focus").getAttribute("aria-label"),
    ).toContain("Block Layer");
    await page.keyboard.press("Control+z");
    await expectLines(page, LAYERS);
    await page.keyboard.press("Control+Shift+z");
    await expectLines(page, GROUPED);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("is given up by Escape, by the menu and by pointer too", async () => {
    const { page, context } = await app.open();
    await openLines(page, LAYERS);
    await selectNodes(page, ["A", "B"]);
    await rightClick(page, "A");
    await entry(page, /^Group/).click();
    await field(page).waitFor();
    await page.keyboard.press("Escape");
    await expectLines(page, LAYERS);
    await eventually(() => page.locator(".frame-selected").count()).toBe(2);
    await context.close();
  });

  it("says at the field why a name cannot be, and loses nothing", async () => {
    const { page, context } = await app.open();
    await openLines(page, LAYERS);
    await selectNodes(page, ["A", "B"]);
    await page.keyboard.press("Control+g");
    await field(page).fill("repeat");
    await page.keyboard.press("Enter");
    expect(await page.locator(".renaming-answer").textContent()).toContain(
      "repeat is a word of the language",
    );
    await field(page).fill("Layer");
    await page.keyboard.press("Enter");
    await expectLines(page, GROUPED);
    await context.close();
  });

  it("stays entered under its new name, also when the renaming is undone", async () => {
    const { page, context } = await app.open("?preset=transformer");
    await page.getByRole("button", { name: "Encoder layer" }).click();
    const crumb = page.locator(".crumb[aria-current=page]");
    await eventually(() => crumb.textContent()).toBe("Encoder layer");
    await page.getByRole("tab", { name: "Outline" }).click();
    const outline = page.getByRole("treegrid", { name: "Outline" });
    await outline.getByRole("row", { name: "Encoder layer" }).click();
    await page.getByRole("textbox", { name: "Name of the block" }).fill("Layer");
    await page.keyboard.press("Enter");
    await eventually(() => crumb.textContent()).toBe("Layer");
    await page.keyboard.press("Control+z");
    await eventually(() => crumb.textContent()).toBe("Encoder layer");
    await context.close();
  });

  it("can be all of the block that is the picture, and is ungrouped by its menu", async () => {
    const { page, context } = await app.open();
    const lines = ["block Layer(E[t m]) -> B[t m]:", "  A[t m] = relu(E)", "  B[t m] = tanh(A)"];
    await openLines(page, lines);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+g");
    await field(page).fill("Inside");
    await page.keyboard.press("Enter");
    await expectLines(page, [
      "block Inside(E[t m]) -> B[t m]:",
      ...lines.slice(1),
      "block Layer(E[t m]) -> B[t m]:",
      "  B[t m] = Inside(E)",
    ]);
    await page.keyboard.press("Shift+F10");
    await entry(page, /^Ungroup/).press("Enter");
    await expectLines(page, lines);
    await context.close();
  });

  it("takes no name that something else has", async () => {
    const { page, context } = await app.open("?preset=transformer");
    await selectNodes(page, ["Transformer/logits", "Transformer/P"]);
    await page.keyboard.press("Control+g");
    await field(page).fill("FeedForward");
    await page.keyboard.press("Enter");
    expect(await page.locator(".renaming-answer").textContent()).toContain(
      "FeedForward is the name of something else in the file; FeedForward2 is free.",
    );
    await page.keyboard.press("Escape");
    await eventually(() => page.locator(".cm-content").textContent()).not.toContain("block Block");
    await context.close();
  });

  it("is refused in a sentence across the walls of a loop", async () => {
    const { page, context } = await app.open("?preset=transformer");
    await selectNodes(page, ["Transformer/E", "Transformer/repeat:Z>Transformer/Z'"]);
    const before = await page.locator(".cm-content").textContent();
    await page.keyboard.press("Control+g");
    await eventually(() => page.locator(".notice").textContent()).toContain("stands inside");
    expect(await page.locator(".cm-content").textContent()).toBe(before);
    await context.close();
  });
});
