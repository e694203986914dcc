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
import { expectLines, openBlank } from "../support/composing.ts";
import { keptText } from "../support/kept.ts";
import { frames, lineOfCaret } from "../support/selecting.ts";

const app = appForTests();

const LINES = [
  "block F(X[t m]) -> Y[t m]:",
  "  H[t m] = relu(X)",
  "  Y[t m] = tanh(H)",
  "input A[t m]",
  "B[t m] = F(A)",
  "C[t m] = softmax[m](B)",
] as const;

async function openLines(page: Page): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`${LINES.join("\n")}\n`);
  await nodeOf(page, "C").waitFor();
  await canvasOf(page).focus();
}

function undoButton(page: Page) {
  return page.getByRole("button", { name: /^Undo/ });
}

function redoButton(page: Page) {
  return page.getByRole("button", { name: /^Redo/ });
}

/** Puts the caret on a line of the text, so many characters in. */
async function caretIn(page: Page, line: string, column: number): Promise<void> {
  await page.locator(".cm-line").filter({ hasText: line }).first().click();
  await page.keyboard.press("Home");
  for (let at = 0; at < column; at++) await page.keyboard.press("ArrowRight");
}

/** Selects the call by keyboard, since a click opens it. */
async function selectCall(page: Page): Promise<void> {
  await canvasOf(page).focus();
  await clickNode(page, "C");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await inspectorHeading(page).filter({ hasText: /^F$/ }).waitFor();
}

/** What is selected of the text. */
function chosenText(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()));
}

function lines(...changes: readonly (readonly [number, string])[]): readonly string[] {
  return changes.reduce<readonly string[]>((all, [at, line]) => all.with(at, line), LINES);
}

async function places(page: Page): Promise<Readonly<Record<string, string>>> {
  const nodes = await page.locator(".react-flow__node").all();
  const found = await Promise.all(
    nodes.map(async (node) => [
      (await node.getAttribute("data-id")) ?? "",
      (await node.getAttribute("style"))?.replace(/.*transform: ([^;]*);.*/, "$1") ?? "",
    ]),
  );
  return Object.fromEntries(found);
}

describe("undo and redo", () => {
  it("run through typing, canvas and inspector, over a reload, back to the byte", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page);
    await eventually(() => keptText(page)).toContain(LINES[5]);
    const first = await keptText(page);

    await caretIn(page, "softmax", "C[t m] = ".length);
    await page.keyboard.type("log_");
    const typed = lines([5, "C[t m] = log_softmax[m](B)"]);
    await expectLines(page, typed);
    await eventually(() => undoButton(page).getAttribute("aria-label")).toMatch(/^Undo: Typed in/);

    await clickNode(page, "C");
    await page.keyboard.press("Shift+Delete");
    const deleted: readonly string[] = LINES.slice(0, 5);
    await expectLines(page, deleted);
    await eventually(() => undoButton(page).getAttribute("aria-label")).toMatch(/^Undo: Deleted/);

    await caretIn(page, "F(A)", 0);
    const field = page.locator("#inspector").getByRole("textbox", { name: "Result" });
    await field.fill("D[t m]");
    await page.keyboard.press("Enter");
    const renamed = deleted.with(4, "D[t m] = F(A)");
    await expectLines(page, renamed);
    await eventually(() => undoButton(page).getAttribute("aria-label")).toBe(
      "Undo: Renamed B to D",
    );
    await eventually(() => keptText(page)).toContain("D[t m]");

    await page.reload();
    await nodeOf(page, "D").waitFor();
    await expectLines(page, renamed);
    expect(await undoButton(page).getAttribute("aria-label")).toBe("Undo: Renamed B to D");
    await inspectorHeading(page).filter({ hasText: "F" }).waitFor();

    await undoButton(page).click();
    await expectLines(page, deleted);
    await page.locator("[aria-live=polite]").filter({ hasText: "Undid: rename B to D." }).waitFor();
    expect(await redoButton(page).getAttribute("aria-label")).toBe("Redo: Renamed B to D");
    await undoButton(page).click();
    await expectLines(page, typed);
    await inspectorHeading(page)
      .filter({ hasText: /softmax/i })
      .waitFor();
    while (!(await keptText(page).then((text) => text === first))) {
      await undoButton(page).click();
      await page.locator(".save-state", { hasText: "Saved" }).waitFor();
    }
    await expectLines(page, LINES);

    await canvasOf(page).focus();
    while (await redoButton(page).isEnabled()) await page.keyboard.press("Shift+Control+z");
    await expectLines(page, renamed);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("bring back what was selected, and the block where it was changed", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await selectCall(page);
    await page.keyboard.press("Enter");
    await nodeOf(page, "F/H").waitFor();
    await clickNode(page, "F/H");
    await page.keyboard.press("Delete");
    await expectLines(page, [LINES[0], "  Y[t m] = tanh(X)", ...LINES.slice(3)]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await nodeOf(page, "C").waitFor();
    await clickNode(page, "C");

    await page.keyboard.press("Control+z");
    await expectLines(page, LINES);
    await nodeOf(page, "F/H").waitFor();
    await inspectorHeading(page).filter({ hasText: "ReLU" }).waitFor();

    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await nodeOf(page, "C").waitFor();
    await page.keyboard.press("Shift+Control+z");
    await expectLines(page, [LINES[0], "  Y[t m] = tanh(X)", ...LINES.slice(3)]);
    await nodeOf(page, "F/Y").waitFor();
    await context.close();
  });
});

describe("each step", () => {
  it("brings back all that was selected in the picture, over a reload", async () => {
    const { page, context, complaints } = await app.open();
    await openLines(page);
    await clickNode(page, "input A");
    await page.keyboard.down("Shift");
    await clickNode(page, "C");
    await eventually(() => inspectorHeading(page).textContent()).toBe("1 operation and 1 array");
    await page.keyboard.up("Shift");
    await page.locator(".hull").waitFor();
    const framed = await frames(page).count();
    await page.keyboard.press("Delete");
    await nodeOf(page, "C").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await nodeOf(page, "C").waitFor();
    await eventually(() => inspectorHeading(page).textContent()).toBe("1 operation and 1 array");
    await eventually(() => frames(page).count()).toBe(framed);

    await page.keyboard.press("Shift+Control+z");
    await nodeOf(page, "C").waitFor({ state: "detached" });
    await eventually(() => keptText(page)).not.toContain("softmax");
    await page.reload();
    await nodeOf(page, "B").waitFor();
    await canvasOf(page).focus();
    await page.keyboard.press("Control+z");
    await nodeOf(page, "C").waitFor();
    await eventually(() => inspectorHeading(page).textContent()).toBe("1 operation and 1 array");
    await eventually(() => frames(page).count()).toBe(framed);
    await page.locator(".hull").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("brings back what was selected in the text, over a reload", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await caretIn(page, "softmax", "C[t m] = ".length);
    for (let at = 0; at < "softmax".length; at++) await page.keyboard.press("Shift+ArrowRight");
    await eventually(() => chosenText(page)).toBe("softmax");
    await page.keyboard.insertText("log_softmax");
    const typed = lines([5, "C[t m] = log_softmax[m](B)"]);
    await expectLines(page, typed);
    await page.keyboard.press("Control+z");
    await expectLines(page, LINES);
    await eventually(() => chosenText(page)).toBe("softmax");
    await page.keyboard.press("Shift+Control+z");
    await expectLines(page, typed);
    await eventually(() => keptText(page)).toContain("log_softmax");

    await page.reload();
    await expectLines(page, typed);
    await page.locator(".cm-content").focus();
    await eventually(() => lineOfCaret(page)).toContain("log_softmax");
    await page.keyboard.insertText("2");
    await expectLines(page, lines([5, "C[t m] = log_softmax2[m](B)"]));
    await page.keyboard.press("Control+z");
    await expectLines(page, typed);
    await page.keyboard.press("Control+z");
    await expectLines(page, LINES);
    await eventually(() => chosenText(page)).toBe("softmax");
    await context.close();
  });

  it("comes back after a reload with what was selected last, without a change", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await eventually(() => keptText(page)).toContain("softmax");
    await page.locator(".save-state", { hasText: "Saved" }).waitFor();
    await clickNode(page, "input A");
    await page.keyboard.down("Shift");
    await clickNode(page, "C");
    await page.keyboard.up("Shift");
    await eventually(() => inspectorHeading(page).textContent()).toBe("1 operation and 1 array");
    await page.reload();
    await nodeOf(page, "C").waitFor();
    await eventually(() => inspectorHeading(page).textContent()).toBe("1 operation and 1 array");
    await context.close();
  });

  it("selects all that was pasted, so that it can be moved or deleted at once", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "C");
    await page.keyboard.press("Control+d");
    await nodeOf(page, "C'").waitFor();
    await page.keyboard.press("Shift+Delete");
    await expectLines(page, LINES);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+d");
    await nodeOf(page, "C'").waitFor();
    await eventually(() => inspectorHeading(page).textContent()).toBe("2 operations and 1 array");
    await page.keyboard.press("Shift+Delete");
    await expectLines(page, LINES);
    await context.close();
  });
});

describe("typing", () => {
  it("leaves the picture still until the line is whole", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await caretIn(page, "softmax", "C[t m] = softmax[m](B)".length);
    for (let at = 0; at < "softmax[m](B)".length; at++) await page.keyboard.press("Backspace");
    await page.getByRole("tab", { name: /Problems 1/ }).waitFor();
    await inspectorHeading(page).filter({ hasText: "?" }).waitFor();
    const still = await places(page);
    let written = "C[t m] = ";
    for (const character of "softmax[m](B") {
      await page.keyboard.type(character);
      written += character;
      // The text is kept after it has been read and drawn.
      await eventually(() => keptText(page)).toContain(`${written}\n`);
      expect(await places(page)).toEqual(still);
    }
    await inspectorHeading(page).filter({ hasText: "?" }).waitFor();
    await page.keyboard.type(")");
    await inspectorHeading(page)
      .filter({ hasText: /softmax/i })
      .waitFor();
    await eventually(() => page.locator(".cm-lint-marker-error").count()).toBe(0);
    await context.close();
  });

  it("that renames keeps what is selected, open and lit", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "B");
    await expectLines(page, [...LINES, "layout:", "  open B"]);
    await nodeOf(page, "B>F/H").waitFor();
    await caretIn(page, "F(A)", 1);
    await clickNode(page, "B>F/H");
    await inspectorHeading(page).filter({ hasText: "ReLU" }).waitFor();
    await page.locator(".cm-content").focus();
    await page.keyboard.type("x");
    await expectLines(page, [...lines([4, "Bx[t m] = F(A)"]), "layout:", "  open Bx"]);
    await nodeOf(page, "Bx>F/H").waitFor();
    await inspectorHeading(page).filter({ hasText: "ReLU" }).waitFor();
    await page.keyboard.press("Control+z");
    await expectLines(page, [...LINES, "layout:", "  open B"]);
    await nodeOf(page, "B>F/H").waitFor();
    await context.close();
  });
});

describe("the list of steps", () => {
  it.each(["light", "dark"] as const)("goes to any of them by keyboard (%s)", async (theme) => {
    const { page, context } = await app.open("", { theme });
    await openLines(page);
    for (const node of ["C", "input A"]) {
      await clickNode(page, node);
      await page.keyboard.press("Shift+Delete");
      await nodeOf(page, node).waitFor({ state: "detached" });
    }
    await page.keyboard.press("Control+k");
    await page.keyboard.type("history");
    await page.getByRole("option", { name: "History…" }).waitFor();
    await page.keyboard.press("Enter");
    const list = page.getByRole("listbox", { name: /Steps/ });
    await list.waitFor();
    await expectAccessible(page, ".history-box");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expectLines(page, LINES);
    await eventually(() => redoButton(page).getAttribute("aria-label")).toMatch(/^Redo: Deleted/);
    await context.close();
  });
});

describe("a browser that has no room", () => {
  it("says so, keeps working, and saves again once there is some", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await eventually(() => keptText(page)).toContain(LINES[5]);
    await page.evaluate(() => {
      Object.assign(Storage.prototype, { wasSet: Storage.prototype.setItem });
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await clickNode(page, "C");
    await page.keyboard.press("Delete");
    const banner = page.getByRole("alert").filter({ hasText: "There is no room to save" });
    await banner.waitFor();
    expect(await banner.textContent()).toMatch(/Last saved \d/);
    await page.locator(".save-state", { hasText: "Not saved" }).waitFor();
    await page.evaluate(() => {
      Storage.prototype.setItem = Object.getOwnPropertyDescriptor(
        Storage.prototype,
        "wasSet",
      )?.value;
    });
    await banner.getByRole("button", { name: "Free space" }).click();
    await banner.waitFor({ state: "detached" });
    await page.locator(".save-state", { hasText: "Saved" }).waitFor();
    await context.close();
  });
});

describe("a page that was cut short", () => {
  it("comes back with the last edit and says so", async () => {
    const { page, context } = await app.open();
    await openLines(page);
    await clickNode(page, "C");
    await page.keyboard.press("Shift+Delete");
    await eventually(() => keptText(page)).not.toContain("softmax");
    await page.reload();
    await nodeOf(page, "B").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);

    // A crash leaves what the page notes while it is open.
    await page.addInitScript(() => sessionStorage.setItem("axisloom.open", "1"));
    await page.reload();
    const banner = page.getByRole("alert").filter({ hasText: "Recovered up to your last edit." });
    await banner.getByRole("button", { name: "Show history" }).click();
    const steps = page.getByRole("listbox", { name: /Steps/ });
    await steps.getByRole("option", { name: "Deleted softmax", selected: true }).waitFor();
    await page.keyboard.press("Escape");
    await banner.getByRole("button", { name: "Dismiss" }).click();
    await banner.waitFor({ state: "detached" });
    await context.close();
  });
});
