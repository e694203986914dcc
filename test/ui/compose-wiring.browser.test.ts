import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, clickNode, eventually, nodeOf } from "../support/app.ts";
import {
  choose,
  dragWire,
  emptyPaper,
  expectLines,
  handleAt,
  openField,
  openList,
  openSmall,
  selectArray,
} from "../support/composing.ts";

const app = appForTests();

const ATTENTION = [
  "input Q[y k], K[x k], V[x v], T[t v]",
  "S[y x] = dot[k](Q, K)",
  "A[y x] = softmax[x](S)",
  "Z[y v] = dot[x](A, ?)",
] as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middleOf(page: Page, node: string): Promise<Point> {
  const box = await nodeOf(page, node).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${node} on the canvas.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes a wire at a handle and holds it at a place. */
async function holdWire(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 4);
  await page.locator(".wire-foot").waitFor();
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

describe("a wire that is held over a port", () => {
  it("counts what fits, shows the picture as it would be, and what each axis does", async () => {
    const { page, context, complaints } = await app.open();
    await openSmall(page, ATTENTION);
    await holdWire(page, await handleAt(page, "input V", "out"), await middleOf(page, "Z.2"));
    await eventually(() => page.locator(".wire-foot").textContent()).toMatch(
      /^\d+ places fit\d+ do not/,
    );
    await page.locator(".canvas[data-previewing] .preview").waitFor();
    const card = page.locator(".outcome-card");
    await eventually(() => card.textContent()).toBe(
      "Z [y v]second operandis summed away with Ais new in the result",
    );
    await page.mouse.up();
    await page.locator(".preview").waitFor({ state: "detached" });
    await expectLines(page, [...ATTENTION.slice(0, 3), "Z[y v] = dot[x](A, V)"]);
    await page.keyboard.press("Control+z");
    await expectLines(page, ATTENTION);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("fades slabs that take it nowhere, and leaves the picture when it goes on", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ATTENTION);
    await holdWire(page, await handleAt(page, "input T", "out"), await middleOf(page, "Z.2"));
    await nodeOf(page, "A").locator(".port-veil").waitFor();
    const paper = await emptyPaper(page);
    await page.mouse.move(paper.x, paper.y, { steps: 3 });
    await page.locator(".outcome-card").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expectLines(page, ATTENTION);
    await context.close();
  });
});

describe("an array that does not fit", () => {
  it.each(["light", "dark"] as const)("leaves a card with ways in, %s", async (theme) => {
    const { page, context } = await app.open("", { theme });
    await openSmall(page, ATTENTION);
    await dragWire(page, "input T", await middleOf(page, "Z.2"));
    const card = openList(page);
    const way = card.getByRole("button", { name: /^Rename t to x and connect/ });
    await way.waitFor();
    await card.getByRole("button", { name: /^Put a linear t → x between/ }).waitFor();
    await card.getByRole("button", { name: /^Connect anyway/ }).waitFor();
    await expectAccessible(page);
    await way.hover();
    await page.locator(".preview").waitFor();
    await way.click();
    await expect.poll(() => page.locator(".cm-content").textContent()).toContain("T[x v]");
    await page.keyboard.press("Control+z");
    await expectLines(page, ATTENTION);
    await context.close();
  });

  it("does so from the keyboard as well, where Esc leaves all as it is", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ATTENTION);
    await clickNode(page, "input T");
    await page.locator(".focus-target").focus();
    await page.keyboard.press("Shift+Enter");
    await choose(page, "softmax", /^Softmax over x/);
    const way = openList(page).getByRole("button", { name: /^Rename t to x and connect/ });
    await way.waitFor();
    await eventually(() => way.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expectLines(page, ATTENTION);
    await context.close();
  });
});

describe("a connection that would be a loop", () => {
  const LINES = ["input X[t d]", "A[t d] = relu(X)", "B[t d] = linear[d -> d](A)"] as const;

  it("is refused with the two ways out", async () => {
    const { page, context } = await app.open();
    await openSmall(page, LINES);
    await dragWire(page, "B", await handleAt(page, "A", "in"));
    const card = openList(page);
    await card.getByRole("button", { name: /^Take A off linear and connect/ }).waitFor();
    await card.getByRole("button", { name: /^Make it a repeat of 2 copies/ }).click();
    await expect.poll(() => page.locator(".cm-content").textContent()).toContain("repeat 2:");
    await page.keyboard.press("Control+z");
    await expectLines(page, LINES);
    await context.close();
  });
});

describe("the end of a wire", () => {
  const LINES = ["input A[y x], B[y x]", "C[y x] = relu(A)", "D[y x] = A - B"] as const;

  it("is pale where it was until it is dropped on another port", async () => {
    const { page, context } = await app.open();
    await openSmall(page, LINES);
    const to = await handleAt(page, "C", "in");
    await holdWire(page, await handleAt(page, "D", "in", 1), to);
    await page.locator(".taken-off").waitFor({ state: "attached" });
    await page.mouse.up();
    await expectLines(page, [LINES[0], "C[y x] = relu(B)", "D[y x] = A - ?"]);
    await page.keyboard.press("Control+z");
    await expectLines(page, LINES);
    await context.close();
  });

  it("on a neighbour swaps the two, and says that it changes the result", async () => {
    const { page, context } = await app.open();
    await openSmall(page, LINES);
    const to = await handleAt(page, "D", "in", 0);
    await holdWire(page, await handleAt(page, "D", "in", 1), to);
    await eventually(() => page.locator(".outcome-card").textContent()).toMatch(
      /^Swap (A and B|B and A)Changes the result$/,
    );
    await page.mouse.up();
    await expectLines(page, [...LINES.slice(0, 2), "D[y x] = B - A"]);
    await context.close();
  });

  it("swaps from the keyboard, in the list of operands and by command", async () => {
    const { page, context } = await app.open();
    await openSmall(page, LINES);
    await clickNode(page, "D");
    await page.locator("#inspector .port-row").first().focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expectLines(page, [...LINES.slice(0, 2), "D[y x] = B - A"]);
    await page.keyboard.press("Alt+ArrowUp");
    await expectLines(page, LINES);
    await page.keyboard.press("Control+k");
    await choose(page, "swap op", /^Swap operands/);
    await expectLines(page, [...LINES.slice(0, 2), "D[y x] = B - A"]);
    await context.close();
  });
});

describe("an operation inserted on a wire", () => {
  const LINES = ["input A[y x]", "B[y x] = relu(A)", "C[y x] = exp(A)"] as const;

  async function dropSoftmax(page: Page, at: Point): Promise<void> {
    const row = page.locator(".add-tab .search-row").filter({ hasText: "Softmax" }).first();
    await row.scrollIntoViewIfNeeded();
    const box = await row.boundingBox();
    if (box === null) throw new RangeError("Softmax is not in the library.");
    await page.mouse.move(box.x + 60, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(at.x, at.y, { steps: 6 });
    await page.locator(".parted-wire").waitFor();
    await page.mouse.up();
  }

  it("stands before the one that this branch leads to", async () => {
    const { page, context } = await app.open();
    await openSmall(page, LINES);
    const box = await nodeOf(page, "C").boundingBox();
    if (box === null) throw new RangeError("The exponential is not drawn.");
    const handle = await handleAt(page, "C", "in");
    await dropSoftmax(page, { x: handle.x - 22, y: handle.y - 8 });
    await expectLines(page, [LINES[0], "S[y x] = softmax[x](A)", LINES[1], "C[y x] = exp(S)"]);
    await context.close();
  });

  it("on the stretch before the copy asks for which", async () => {
    const { page, context } = await app.open();
    await openSmall(page, LINES);
    const handle = await handleAt(page, "input A", "out");
    await dropSoftmax(page, { x: handle.x + 22, y: handle.y - 8 });
    await openList(page).getByRole("option", { name: /^Both/, selected: true }).waitFor();
    await openList(page).getByRole("option", { name: /in C$/ }).click();
    await expectLines(page, [LINES[0], "S[y x] = softmax[x](A)", LINES[1], "C[y x] = exp(S)"]);
    await context.close();
  });

  it("does so from the keyboard", async () => {
    const { page, context } = await app.open();
    await openSmall(page, LINES);
    await selectArray(page, "A");
    await page.keyboard.press("Control+k");
    await choose(page, "insert an", /^Insert an operation/);
    await page.getByRole("dialog", { name: "Add an operation" }).waitFor();
    await choose(page, "softmax", /^Softmax/);
    await openList(page).getByRole("option", { name: /^Both/, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await expectLines(page, [
      LINES[0],
      "S[y x] = softmax[x](A)",
      "B[y x] = relu(S)",
      "C[y x] = exp(S)",
    ]);
    await context.close();
  });
});

describe("ports of loops and outputs", () => {
  const LINES = [
    "input X[t n], S[n], R[n]",
    "scan t:",
    "each X_t[n] in X",
    "carry H[n] from S to H'",
    "collect Y[t n] from H'",
    "B[n] = exp(X_t)",
    "H'[n] = tanh(X_t + H)",
    "output Y, H",
  ] as const;
  const text = (page: Page) => page.locator(".cm-content").textContent();

  async function openLoop(page: Page): Promise<void> {
    const lines = LINES.map((line, at) => (at > 1 && at < 7 ? `  ${line}` : line));
    await openSmall(page, lines);
  }

  it("take what a carry starts from, what goes on, and what is stacked", async () => {
    const { page, context } = await app.open();
    await openLoop(page);
    const loop = await page
      .locator('.react-flow__node[data-id^="scan"]')
      .first()
      .getAttribute("data-id");
    await dragWire(page, "input R", await handleAt(page, loop ?? "", "in", 1));
    await expect.poll(() => text(page)).toContain("from R to");
    await dragWire(page, `${loop}>B`, await handleAt(page, `${loop}>right wall`, "in", 0));
    await expect.poll(() => text(page)).toMatch(/collect Y\[t n\] from B|from R to B/);
    await context.close();
  });

  it("stand in the list of the keyboard", async () => {
    const { page, context } = await app.open();
    await openLoop(page);
    await clickNode(page, "input R");
    await page.locator(".focus-target").focus();
    await page.keyboard.press("Shift+Enter");
    await openField(page).waitFor();
    for (const name of [/^Carry of H, start/, /^Slices X_t/, /^Output H/]) {
      await openList(page).getByRole("option", { name }).first().waitFor();
    }
    await page.keyboard.type("carry of h, start");
    await openList(page)
      .getByRole("option", { name: /^Carry of H, start/, selected: true })
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => text(page)).toContain("from R to");
    await context.close();
  });

  it("give another array out where it is dropped on an output", async () => {
    const { page, context } = await app.open();
    await openLoop(page);
    await dragWire(page, "input R", await handleAt(page, "output 1 H", "in"));
    await expect.poll(() => text(page)).toContain("output Y, R");
    await context.close();
  });
});

describe("the palette", () => {
  it("keeps open with Mod-Enter, and shows what was used last", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ["input A[y x]"]);
    await selectArray(page, "A");
    await page.keyboard.press("Control+k");
    await openField(page).waitFor();
    await page.keyboard.type("relu");
    await openList(page).getByRole("option", { name: /^ReLU/, selected: true }).waitFor();
    await page.keyboard.press("Control+Enter");
    await eventually(() => openField(page).inputValue()).toBe("");
    await page.keyboard.type("softmax");
    await openList(page)
      .getByRole("option", { name: /^Softmax/, selected: true })
      .waitFor();
    await page.keyboard.press("Control+Enter");
    await eventually(() => openField(page).inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await expectLines(page, ["input A[y x]", "R[y x] = relu(A)", "S[y x] = softmax[x](R)"]);
    await page.keyboard.press("Control+k");
    const used = openList(page).getByRole("group", { name: "Last used" });
    await used.getByRole("option", { name: /^Softmax/ }).waitFor();
    await used.getByRole("option", { name: /^ReLU/ }).waitFor();
    await context.close();
  });

  it("sets options first with Tab", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ["input A[y x]"]);
    await selectArray(page, "A");
    await page.keyboard.press("Control+k");
    await openField(page).waitFor();
    await page.keyboard.type("softmax");
    await openList(page)
      .getByRole("option", { name: /^Softmax/, selected: true })
      .waitFor();
    await page.keyboard.press("Tab");
    await page.getByRole("dialog", { name: "Add an operation" }).waitFor();
    await eventually(() => openField(page).inputValue()).toBe("softmax[x](A)");
    await openField(page).fill("softmax[y](A)");
    await openList(page)
      .getByRole("option", { name: /^softmax\[y\]\(A\)/, selected: true })
      .waitFor();
    await page.keyboard.press("Enter");
    await expectLines(page, ["input A[y x]", "S[y x] = softmax[y](A)"]);
    await context.close();
  });
});
