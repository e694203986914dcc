import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, canvasOf, eventually, nodeOf, startApp } from "../support/app.ts";
import { expectLines, openBlank } from "../support/composing.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

const LAYERS = [
  "size m = 8",
  "input E[t m]",
  "A[t m] = relu(E)",
  "B[t m] = tanh(A)",
  "P[t] = sum[m](B)",
] as const;

async function openLines(page: Page, lines: readonly string[]): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`${lines.join("\n")}\n`);
  await page.locator(".react-flow__node").first().waitFor();
  await page.locator(".notice").waitFor({ state: "detached" });
  await canvasOf(page).focus();
}

async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await nodeOf(page, id).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${id} on the canvas.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Selects operations by pointer. */
async function selectNodes(page: Page, [first = "", ...more]: readonly string[]): Promise<void> {
  const at = await middleOf(page, first);
  await page.mouse.click(at.x, at.y);
  await page.keyboard.down("Shift");
  for (const id of more) {
    const next = await middleOf(page, id);
    await page.mouse.click(next.x, next.y);
  }
  await page.keyboard.up("Shift");
  await page.locator(".focus-target").focus();
}

/** Selects an operation by the arrow keys, and the one after it with Shift. */
async function walkTo(page: Page, name: RegExp): Promise<void> {
  await canvasOf(page).focus();
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press("ArrowRight");
    const label = (await page.locator(".focus-target").getAttribute("aria-label")) ?? "";
    if (name.test(label)) return;
  }
  throw new RangeError(`Nothing called ${name} is on the way to the right.`);
}

async function rightClick(page: Page, id: string): Promise<void> {
  const { x, y } = await middleOf(page, id);
  await page.mouse.click(x, y, { button: "right" });
  await page.getByRole("menu").waitFor();
}

function entry(page: Page, name: string | RegExp) {
  return page.getByRole("menuitem", { name });
}

async function runFromPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or run a command" }).waitFor();
  await page.keyboard.type(title);
  await page.getByRole("option", { name: title, selected: true }).waitFor();
  await page.keyboard.press("Enter");
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

function field(page: Page) {
  return page.locator(".renaming input");
}

const THEMES = ["light", "dark"] as const;

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

describe("a loop around a selection", () => {
  const LOOPED = [
    "size m = 8",
    "input E[t m]",
    "repeat 6 as i shared:",
    "  carry B[t m] from E to B'",
    "  A[t m] = relu(B)",
    "  B'[t m] = tanh(A)",
    "P[t] = sum[m](B)",
  ];

  it("is chosen in a popover, by keyboard, with the result on the canvas", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page, LAYERS);
    await walkTo(page, /^ReLU/);
    await page.keyboard.press("Shift+ArrowRight");
    await page.locator(".hull").waitFor();
    await runFromPalette(page, "Repeat or scan");
    const count = page.getByRole("textbox", { name: "Count", exact: true });
    await count.waitFor();
    expect(await count.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.locator(".preview-frame").waitFor();
    await page.keyboard.type("6");
    await page.keyboard.press("Tab");
    await page.keyboard.type("i");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const next = page.getByRole("radiogroup", { name: "E goes on as" });
    const goesOn = (name: string) => next.getByRole("radio", { name, exact: true, checked: true });
    await goesOn("B").waitFor();
    await page.keyboard.press("Enter");
    await goesOn("A").waitFor();
    await page.getByRole("radiogroup", { name: "How B crosses" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await goesOn("B").waitFor();
    await count.press("Enter");
    await expectLines(page, LOOPED);
    await eventually(() =>
      page.locator(".focus-target:focus").getAttribute("aria-label"),
    ).toContain("Repeat");
    await page.keyboard.press("Control+z");
    await expectLines(page, LAYERS);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("is nothing when the popover is left", async () => {
    const { page, context } = await app.open();
    await openLines(page, LAYERS);
    const nodes = page.locator(".react-flow__node");
    const before = await nodes.count();
    await selectNodes(page, ["A", "B"]);
    await rightClick(page, "A");
    await entry(page, /^Repeat or scan/).click();
    await page.locator(".preview-frame").waitFor();
    expect(await nodes.count()).toBeGreaterThan(before);
    await page.keyboard.press("Escape");
    await eventually(() => nodes.count()).toBe(before);
    await expectLines(page, LAYERS);
    await eventually(() => page.locator(".focus-target:focus").count()).toBe(1);
    await context.close();
  });

  it("is a scan by pointer, and can be unwrapped again", async () => {
    const { page, context } = await app.open();
    await openLines(page, LAYERS);
    await selectNodes(page, ["A", "B"]);
    await rightClick(page, "A");
    await entry(page, /^Repeat or scan/).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Scan" }).click();
    await dialog.getByRole("radio", { name: "t", exact: true }).click();
    await dialog.getByText("From the last step to the first").click();
    await dialog.getByRole("button", { name: "Create scan" }).click();
    await expectLines(page, [
      "size m = 8",
      "input E[t m]",
      "scan t reverse:",
      "  each E_t[m] in E",
      "  collect B[t m] from B_t",
      "  A[m] = relu(E_t)",
      "  B_t[m] = tanh(A)",
      "P[t] = sum[m](B)",
    ]);
    await page.locator(".focus-target").focus();
    await page.keyboard.press("Shift+F10");
    await entry(page, /^Unwrap/).click();
    await expectLines(page, LAYERS);
    await context.close();
  });

  it("says in the popover what does not fit, and what is no count", async () => {
    const { page, context } = await app.open();
    await openLines(page, LAYERS);
    await selectNodes(page, ["A", "B"]);
    await runFromPalette(page, "Repeat or scan");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Count", exact: true }).fill("6 +");
    await page.keyboard.press("Enter");
    await eventually(() => dialog.locator(".loop-says").textContent()).toContain("6 + is no count");
    const crossing = dialog.getByRole("radiogroup", { name: "How E crosses" });
    await crossing.getByRole("radio", { name: "sliced" }).click();
    await eventually(() =>
      dialog.locator(".crossing-note[data-wrong=true]").textContent(),
    ).toContain("needs an index");
    await expectLines(page, LAYERS);
    await context.close();
  });

  it("is refused in a sentence where there is nothing to repeat", async () => {
    const { page, context } = await app.open();
    await openLines(page, LAYERS);
    await page.keyboard.press("ArrowRight");
    await runFromPalette(page, "Repeat or scan");
    await eventually(() => page.locator(".notice").textContent()).toContain("needs an operation");
    await context.close();
  });

  it.each(THEMES)("has nothing that axe finds in the %s theme", async (theme) => {
    const { page, context } = await app.open("", { theme });
    await openLines(page, LAYERS);
    await selectNodes(page, ["A", "B"]);
    await runFromPalette(page, "Repeat or scan");
    await page.locator(".preview-frame").waitFor();
    await expectNoViolations(page);
    await page.getByRole("dialog").getByRole("radio", { name: "sliced" }).first().click();
    await expectNoViolations(page);
    await context.close();
  });
});

describe("the form of a loop", () => {
  const REPEAT = [
    "size N = 6",
    "input E[t m]",
    "repeat N:",
    "  carry Z[t m] from E to Z'",
    "  Z'[t m] = relu(Z)",
  ] as const;

  function withLoop(line: string): readonly string[] {
    return REPEAT.map((each) => (each === "repeat N:" ? line : each));
  }

  it("is changed in its place with F2, and says there what is no count", async () => {
    const { page, context } = await app.open();
    await openLines(page, REPEAT);
    await walkTo(page, /^Repeat/);
    await page.keyboard.press("F2");
    expect(await field(page).inputValue()).toBe("N");
    await page.keyboard.type("6 +");
    await page.keyboard.press("Enter");
    expect(await page.locator(".renaming-answer").textContent()).toContain("6 + is no count");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2*N as i");
    await page.keyboard.press("Enter");
    await expectLines(page, withLoop("repeat 2*N as i:"));
    await page.keyboard.press("Control+z");
    await expectLines(page, REPEAT);
    await context.close();
  });

  it("is changed by a double click on the count", async () => {
    const { page, context } = await app.open();
    await openLines(page, REPEAT);
    await walkTo(page, /^Repeat/);
    await page.keyboard.press("F2");
    const box = await field(page).boundingBox();
    if (box === null) throw new RangeError("There is no field.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    await field(page).fill("3");
    await page.keyboard.press("Enter");
    await expectLines(page, withLoop("repeat 3:"));
    await context.close();
  });

  it("is set in the inspector: count, index, one set of weights", async () => {
    const { page, context } = await app.open();
    await openLines(page, REPEAT);
    const { x, y } = await middleOf(page, "repeat:Z>right wall");
    await page.mouse.click(x, y);
    await page.getByRole("textbox", { name: "What counts the copies" }).fill("t");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".field-says").textContent()).toContain(
      "t is a name here already",
    );
    await page.getByRole("textbox", { name: "What counts the copies" }).fill("i");
    await page.keyboard.press("Enter");
    await expectLines(page, withLoop("repeat N as i:"));
    await page.getByText("One set of weights for all copies").click();
    await expectLines(page, withLoop("repeat N as i shared:"));
    await context.close();
  });
});
