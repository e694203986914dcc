import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, eventually } from "../support/app.ts";
import { expectLines } from "../support/composing.ts";
import {
  entry,
  field,
  LAYERS,
  middleOf,
  openLines,
  rightClick,
  runFromPalette,
  selectNodes,
  THEMES,
  walkTo,
} from "../support/structuring.ts";

const app = appForTests();

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
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("radio", { name: "sliced" }).first().click();
    await expectAccessible(page);
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
