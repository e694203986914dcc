import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, clickNode, eventually } from "../support/app.ts";
import { expectLines, openBlank } from "../support/composing.ts";

const app = appForTests();

const LINES = [
  "size k = 4",
  "input A[y x], B[x k]",
  "S[y x] = softmax[x](A)",
  "L[x m] = linear[k -> m](B)",
  "D[y k] = dot[x](S, B)",
] as const;

async function openLines(page: Page, lines: readonly string[] = LINES): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`${lines.join("\n")}\n`);
  await page.locator(".react-flow__node").first().waitFor();
  await canvasOf(page).focus();
}

function field(page: Page, name: string) {
  return page.locator("#inspector").getByRole("textbox", { name, exact: true });
}

function says(page: Page) {
  return page.locator("#inspector .field-says");
}

/** The lines with one in the place of another. */
function withLine(old: string, by: string): readonly string[] {
  return LINES.map((line) => (line === old ? by : line));
}

describe("the result", () => {
  it("is renamed by typing, as one step, and stays selected", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page);
    await clickNode(page, "S");
    await field(page, "Result").fill("P[y x]");
    await page.keyboard.press("Enter");
    await expectLines(page, [
      LINES[0],
      LINES[1],
      "P[y x] = softmax[x](A)",
      LINES[3],
      "D[y k] = dot[x](P, B)",
    ]);
    expect(await field(page, "Result").inputValue()).toBe("P[y x]");
    await page.getByRole("button", { name: "Undo" }).click();
    await expectLines(page, LINES);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("restores with Escape, and says below it what cannot be", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "S");
    await field(page, "Result").fill("Z");
    await page.keyboard.press("Escape");
    expect(await field(page, "Result").inputValue()).toBe("S[y x]");
    await field(page, "Result").fill("B[y x]");
    await page.keyboard.press("Enter");
    await says(page).filter({ hasText: "B is already an array here" }).waitFor();
    expect(await field(page, "Result").inputValue()).toBe("B[y x]");
    await field(page, "Result").fill("input[y x]");
    await page.keyboard.press("Enter");
    await says(page).filter({ hasText: "is a word of the language" }).waitFor();
    await expectLines(page, LINES);
    await context.close();
  });

  it("declares axes, and a shape that the operation does not have is a sentence there", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "S");
    await field(page, "Result").fill("S[x y]");
    await page.keyboard.press("Enter");
    await expectLines(page, withLine(LINES[2], "S[x y] = softmax[x](A)"));
    await field(page, "Result").fill("S[y g]");
    await page.keyboard.press("Enter");
    await expectLines(page, withLine(LINES[2], "S[y g] = softmax[x](A)"));
    await says(page).first().waitFor();
    expect(await field(page, "Result").getAttribute("aria-invalid")).toBe("true");
    await context.close();
  });
});

describe("axes as chips", () => {
  it("go with Delete and come with a name, by keyboard", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "S");
    const group = page.locator("#inspector").getByRole("grid", { name: "Along" });
    await group.getByRole("row", { name: "x" }).focus();
    await page.keyboard.press("Delete");
    await expectLines(page, withLine(LINES[2], "S[y x] = softmax[?](A)"));
    await page.getByRole("button", { name: "Add an axis: Along" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Axis" }).waitFor();
    await page.keyboard.type("y");
    await page.getByRole("option", { name: "y", selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await expectLines(page, withLine(LINES[2], "S[y x] = softmax[y](A)"));
    await context.close();
  });

  it("go and come by pointer, and complete the axes at hand", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "D");
    await page.locator("#inspector").getByRole("heading", { name: "Sums over" }).waitFor();
    await page.getByRole("button", { name: "Remove x" }).click();
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("dot(S, B)"),
    );
    await page.getByRole("button", { name: "Add an axis: Sums over" }).click();
    const options = page.getByRole("dialog").getByRole("option");
    await options.first().waitFor();
    expect((await options.allTextContents()).slice(0, 3)).toEqual(["y", "x", "k"]);
    await options.filter({ hasText: "x" }).click();
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("dot[x](S, B)"),
    );
    await context.close();
  });

  it("stand behind the arrow too, with sizes of their own", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "L");
    await page.getByRole("button", { name: "Add an axis: To" }).click();
    await page.getByRole("combobox", { name: "Axis" }).fill("g=2*k");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("linear[k -> m g=2*k](B)"),
    );
    await context.close();
  });
});

const OPTIONS = [
  "input A[y x]",
  "P[y x'] = pad[x -> x'; before 1](A)",
  "N[y x] = layer_norm[x](A)",
];

describe("options", () => {
  it("are switches where they take nothing", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "L");
    const bias = page.getByRole("switch", { name: "Add a learned bias" });
    await bias.focus();
    await page.keyboard.press("Space");
    await expectLines(page, withLine(LINES[3], "L[x m] = linear[k -> m; bias](B)"));
    await page.locator(".switch").first().click();
    await expectLines(page, LINES);
    await context.close();
  });

  it("are fields that take expressions where they take sizes, and say what is no size", async () => {
    const { page, context } = await app.open();
    await openLines(page, OPTIONS);
    await clickNode(page, "P");
    expect(await field(page, "before").inputValue()).toBe("1");
    await field(page, "after").fill("2*y");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("; before 1; after 2*y](A)"),
    );
    await field(page, "before").fill("1+");
    await page.keyboard.press("Enter");
    await says(page).waitFor();
    expect(await field(page, "before").inputValue()).toBe("1+");
    await field(page, "before").fill("");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("pad[x -> x'; after 2*y](A)"),
    );
    await context.close();
  });

  it("are numbers with their default shown", async () => {
    const { page, context } = await app.open();
    await openLines(page, OPTIONS);
    await clickNode(page, "N");
    await field(page, "eps").fill("1e-6");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContain(
      "N[y x] = layer_norm[x](A, eps=1e-6)",
    );
    await field(page, "eps").fill("small");
    await page.keyboard.press("Enter");
    await says(page).filter({ hasText: "is no number" }).waitFor();
    await context.close();
  });
});

describe("operands", () => {
  it("are buttons with name, shape and line; Delete cuts, Enter connects another", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "D");
    const rows = page.locator("#inspector .port-row");
    expect(await rows.allTextContents()).toEqual([
      "S [y x]line 4",
      "B [x k]line 3",
      "Choose an array…",
    ]);
    await rows.nth(1).focus();
    await page.keyboard.press("Delete");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("dot[x](S, ?)"),
    );
    await rows.nth(1).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("combobox").waitFor();
    await page.keyboard.type("B");
    await page.getByRole("option", { name: /^B/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("dot[x](S, B)"),
    );
    await context.close();
  });

  it("are taken off and swapped by pointer", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "D");
    await page.getByRole("button", { name: "Swap operands" }).click();
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("dot[x](B, S)"),
    );
    await page.locator("#inspector .operand-row").first().hover();
    await page.getByRole("button", { name: "Take B off" }).click();
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("dot[x](?, S)"),
    );
    await context.close();
  });

  it("may be numbers, which are fields", async () => {
    const { page, context } = await app.open();
    await openLines(page, ["input A[y x]", "D[y x] = A / sqrt(y)"]);
    await clickNode(page, "D");
    await field(page, "Number, operand 2").fill("sqrt(x)");
    await page.keyboard.press("Enter");
    await expectLines(page, ["input A[y x]", "D[y x] = A / sqrt(x)"]);
    await field(page, "Number, operand 2").fill("sqrt(");
    await page.keyboard.press("Enter");
    await says(page).waitFor();
    await expectLines(page, ["input A[y x]", "D[y x] = A / sqrt(x)"]);
    await context.close();
  });
});

describe("arrays and axes", () => {
  it("have name, axes and sizes as fields", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await page.keyboard.press("ArrowRight");
    await field(page, "Name and axes").fill("Q[y x]");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContain(
      "S[y x] = softmax[x](Q)",
    );
    expect(await field(page, "Name and axes").inputValue()).toBe("Q[y x]");
    await page.locator(".focus-target").focus();
    await page.keyboard.press("Enter");
    await field(page, "Name of the axis").fill("t");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContain(
      "S[t x] = softmax[x](Q)",
    );
    await field(page, "Size of the axis").fill("2*k");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContain(
      "input Q[t=2*k x], B[x k]",
    );
    await field(page, "Name of the axis").fill("m");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Make them one axis/ }).waitFor();
    await context.close();
  });

  it("of a block are bound in its call", async () => {
    const { page, context } = await app.open();
    const block = ["block Half(X[n]) -> Y[n]:", "  Y[n] = X * 0.5"];
    await openLines(page, [...block, "", "input A[t s]", "B[t s] = Half[n=t](A)"]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await field(page, "n of the block").fill("s");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".cm-line").allTextContents()).toContainEqual(
      expect.stringContaining("Half[n=s](A)"),
    );
    await context.close();
  });
});

it("renames a block with its calls, from the outline", async () => {
  const { page, context } = await app.open();
  const block = ["block Half(X[n]) -> Y[n]:", "  Y[n] = X * 0.5"];
  await openLines(page, [...block, "", "input A[t]", "B[t] = Half[n=t](A)"]);
  await page.getByRole("tab", { name: "Outline" }).click();
  await page.getByRole("row", { name: /Half/ }).first().click();
  await field(page, "Name of the block").fill("repeat");
  await page.keyboard.press("Enter");
  await says(page).filter({ hasText: "is a word of the language" }).waitFor();
  await field(page, "Name of the block").fill("Third");
  await page.keyboard.press("Enter");
  await eventually(() => page.locator(".cm-line").allTextContents()).toContain(
    "B[t] = Third[n=t](A)",
  );
  await context.close();
});

it.each(["light", "dark"] as const)("axe finds nothing in the inspector, %s", async (theme) => {
  const { page, context } = await app.open("", { theme });
  await openLines(page);
  for (const node of ["L", "D", "S"]) {
    await clickNode(page, node);
    await expectAccessible(page, "#inspector");
  }
  await field(page, "Result").fill("9");
  await page.keyboard.press("Enter");
  await says(page).waitFor();
  await expectAccessible(page);
  await context.close();
});
