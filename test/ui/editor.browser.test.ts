import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  appForTests,
  canvasOf,
  clickNode,
  eventually,
  inspectorHeading,
  nodeOf,
} from "../support/app.ts";

const app = appForTests();

describe("the editor", () => {
  it("shows multi-head attention on the first visit, without a complaint", async () => {
    const { page, context, complaints } = await app.open();
    expect(await page.title()).toBe("Multi-head attention · Axisloom");
    expect(await canvasOf(page).getAttribute("aria-label")).toContain("no problems");
    await page.getByRole("textbox", { name: "Text of the diagram" }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows shape and axes of an operation that is clicked", async () => {
    const { page, context } = await app.open();
    await clickNode(page, "MultiHeadAttention/A");
    expect(await inspectorHeading(page).textContent()).toBe("Softmax");
    const result = page.locator("#inspector").getByRole("textbox", { name: "Result", exact: true });
    expect(await result.inputValue()).toBe("A[y x h]");
    const axes = await page.locator("#inspector .axes tr").allTextContents();
    expect(axes).toHaveLength(3);
    expect(await page.locator(".cm-marked-line").textContent()).toContain("softmax[x](S)");
    await context.close();
  });

  it("selects an array on the first click on a wire, and its axis on the second", async () => {
    const { page, context } = await app.open();
    const strand = page.locator(".wires .near path.strand").first();
    const point = await strand.evaluate((path: SVGPathElement) => {
      const middle = path.getPointAtLength(path.getTotalLength() / 2);
      const { x, y } = middle.matrixTransform(path.getScreenCTM() ?? undefined);
      return { x, y };
    });
    await page.mouse.click(point.x, point.y);
    expect(await page.locator("#inspector .inspector-head").textContent()).toContain("Array");
    await page.mouse.click(point.x, point.y);
    expect(await inspectorHeading(page).textContent()).toContain("Axis");
    expect(await page.locator("#inspector").textContent()).toContain("Following");
    await context.close();
  });

  it("lights an axis up everywhere while the pointer rests on one of its strands", async () => {
    const { page, context } = await app.open();
    const point = await page
      .locator(".wires .near path.strand")
      .first()
      .evaluate((path: SVGPathElement) => {
        const { x, y } = path
          .getPointAtLength(path.getTotalLength() / 2)
          .matrixTransform(path.getScreenCTM() ?? undefined);
        return { x, y };
      });
    expect(await page.locator(".halo").count()).toBe(0);
    await page.mouse.move(point.x, point.y);
    await page.locator(".halo").waitFor();
    expect(await page.locator(".cm-followed").count()).toBeGreaterThan(1);
    await page.mouse.move(point.x, 5);
    await page.locator(".halo").waitFor({ state: "detached" });
    await context.close();
  });

  it("walks along the flow by arrow keys and speaks what it comes to", async () => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    const said: string[] = [];
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press("ArrowRight");
      const target = page.locator(".focus-target");
      await target.waitFor();
      said.push((await target.getAttribute("aria-label")) ?? "");
      expect(await target.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    expect(new Set(said).size).toBe(4);
    expect(said.some((each) => each.startsWith("Array "))).toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await inspectorHeading(page).textContent()).toBe("Multi-head attention");
    await context.close();
  });

  it("follows the text: shapes and picture change after a short rest", async () => {
    const { page, context } = await app.open();
    const text = page.getByRole("textbox", { name: "Text of the diagram" });
    await text.getByText("softmax", { exact: true }).click();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    await page.keyboard.insertText("\n  B[y x h] = relu(S)");
    await nodeOf(page, "MultiHeadAttention/B").waitFor();
    expect(await page.locator(".count").first().textContent()).not.toBe("");
    await page.keyboard.press("Control+z");
    await nodeOf(page, "MultiHeadAttention/B").waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await nodeOf(page, "MultiHeadAttention/B").waitFor();
    await context.close();
  });
});

describe("blocks", () => {
  it("open and close in place by click and by Space", async () => {
    const { page, context } = await app.open("?preset=transformer");
    const call = page.locator(".react-flow__node").filter({ has: page.locator("svg") });
    const before = await call.count();
    await canvasOf(page).focus();
    await selectFirstBlock(page);
    await page.keyboard.press(" ");
    await eventually(() => call.count()).toBeGreaterThan(before);
    await page.keyboard.press(" ");
    await eventually(() => call.count()).toBe(before);
    await context.close();
  });

  it("become the picture by Enter, and Esc goes back up", async () => {
    const { page, context } = await app.open("?preset=transformer");
    await canvasOf(page).focus();
    const title = await selectFirstBlock(page);
    await page.keyboard.press("Enter");
    const crumb = page.locator(".crumb[aria-current=page]");
    await eventually(() => crumb.textContent()).toBe(title);
    await page.keyboard.press("Escape");
    await eventually(() => crumb.textContent()).not.toBe(title);
    await context.close();
  });
});

async function selectFirstBlock(page: import("playwright-core").Page): Promise<string> {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("ArrowRight");
    const label = await page.locator(".focus-target").getAttribute("aria-label");
    const found = /^Block (.*?), closed/.exec(label ?? "");
    if (found?.[1] !== undefined) return found[1];
  }
  throw new RangeError("There is no block on the way to the right.");
}

describe("mistakes in the text", () => {
  it("stand in the margin, in the list and on the picture; the rest stays drawn", async () => {
    const { page, context } = await app.open();
    const nodes = page.locator(".react-flow__node");
    const before = await nodes.count();
    await replaceInText(page, "softmax[x](S)", "softmax[q](S)");
    await eventually(() => page.locator(".count[data-severity=error]").textContent()).toBe(
      "1 1 error",
    );
    await page.locator(".cm-lint-marker-error").waitFor();
    await page.locator(".problem").first().waitFor();
    expect(await nodes.count()).toBe(before);
    await page.getByRole("tab", { name: /Problems/ }).click();
    const row = page.getByRole("grid", { name: "Problems" }).getByRole("row").first();
    expect(await row.textContent()).toContain("Line");
    await row.locator(".problem-title").click();
    await page.getByRole("textbox", { name: "Text of the diagram" }).waitFor();
    expect(await inspectorHeading(page).textContent()).toBe("Softmax");
    await context.close();
  });

  it("are reached by F8 from anywhere", async () => {
    const { page, context } = await app.open();
    await replaceInText(page, "softmax[x](S)", "softmax[q](S)");
    await page.locator(".cm-lint-marker-error").waitFor();
    await canvasOf(page).focus();
    await page.keyboard.press("F8");
    await eventually(() => inspectorHeading(page).textContent()).toBe("Softmax");
    await context.close();
  });
});

async function replaceInText(
  page: import("playwright-core").Page,
  before: string,
  after: string,
): Promise<void> {
  const text = page.getByRole("textbox", { name: "Text of the diagram" });
  await text.waitFor();
  const line = page.locator(".cm-line").filter({ hasText: before });
  const whole = (await line.textContent()) ?? "";
  await line.click();
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.insertText(whole.replace(before, after));
}

describe("keeping and taking away", () => {
  it("brings the last edit back on a reload", async () => {
    const { page, context } = await app.open();
    await replaceInText(page, "softmax[x](S)", "softmax[y](S)");
    await eventually(() => page.locator(".save-state").textContent()).toContain("Saved");
    await page.reload();
    await page.locator(".cm-line").filter({ hasText: "softmax[y](S)" }).waitFor();
    await context.close();
  });

  it("says so when the browser keeps nothing", async () => {
    const { page, context } = await app.open("", {
      prepare: (made) =>
        made.addInitScript(() => {
          Storage.prototype.setItem = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
        }),
    });
    await page.getByText("Not saved").waitFor();
    await context.close();
  });

  it.each([
    ["SVG", "svg", "<svg"],
    ["Pseudocode", "ncd", "block MultiHeadAttention"],
    ["JSON", "json", '"format"'],
  ])("exports %s with a preview", async (title, ending, content) => {
    const { page, context } = await app.open();
    await page.keyboard.press("Control+e");
    await page.getByRole("option", { name: title }).click();
    const preview = page.locator(title === "SVG" ? ".export-figure img" : ".export-text");
    await preview.waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${title}` }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`multi-head-attention.${ending}`);
    expect(await readFile(await file.path(), "utf8")).toContain(content);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await context.close();
  });

  it("saves the text by a key and opens it again", async () => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    const download = page.waitForEvent("download");
    await page.keyboard.press("Control+s");
    const file = await download;
    expect(file.suggestedFilename()).toBe("multi-head-attention.ncd");
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    await (await chooser).setFiles({
      name: "small.ncd",
      mimeType: "text/plain",
      buffer: Buffer.from('diagram "Small"\ninput X[a]\nY[a] = relu(X)\n'),
    });
    await eventually(() => page.title()).toBe("Small · Axisloom");
    await context.close();
  });

  it("keeps what is open when a file is not one of ours", async () => {
    const { page, context } = await app.open();
    await canvasOf(page).focus();
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    await (await chooser).setFiles({
      name: "notes.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"hello": 1}'),
    });
    const dialog = page.getByRole("alertdialog");
    expect(await dialog.textContent()).toContain("line 1");
    await page.keyboard.press("Escape");
    expect(await page.title()).toBe("Multi-head attention · Axisloom");
    await context.close();
  });
});

describe("the gallery", () => {
  it("finds a preset by typing and opens a copy by Enter", async () => {
    const { page, context } = await app.open();
    await page.getByRole("button", { name: /diagram menu/ }).click();
    await page.getByRole("menuitem", { name: "Gallery" }).click();
    await page.locator(".card-picture svg").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("hochreiter");
    await eventually(() => page.locator(".card").count()).toBe(1);
    await page.keyboard.press("Enter");
    await eventually(() => page.title()).toBe("LSTM over time · Axisloom");
    await context.close();
  });
});

describe("other ways in", () => {
  it("opens a file that is dropped on the page", async () => {
    const { page, context } = await app.open();
    await page.evaluate(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['diagram "Dropped"\ninput X[a]\nY = relu(X)\n'], "dropped.ncd"));
      dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, cancelable: true }));
    });
    await eventually(() => page.title()).toBe("Dropped · Axisloom");
    await context.close();
  });

  it("selects in text and inspector what the outline names, also inside closed blocks", async () => {
    const { page, context } = await app.open("?preset=transformer");
    await page.getByRole("tab", { name: "Outline" }).click();
    const outline = page.getByRole("treegrid", { name: "Outline" });
    await outline.getByRole("row", { name: "V", exact: true }).first().click();
    await eventually(() => inspectorHeading(page).textContent()).toBe("Linear");
    expect(await page.locator(".cm-marked-line").textContent()).toContain("V[x k h]");
    await outline.getByRole("row", { name: "Feed-forward" }).click();
    await eventually(() => inspectorHeading(page).textContent()).toBe("Feed-forward");
    await page.locator("#inspector").getByRole("button", { name: "Go inside" }).click();
    await eventually(() => page.locator(".crumb[aria-current=page]").textContent()).toBe(
      "Feed-forward",
    );
    await context.close();
  });

  it("runs no markup of a file, whatever field it stands in", async () => {
    const { page, context, complaints } = await app.open();
    await page.evaluate(() => {
      const text = [
        'diagram "<img src=x onerror=window.ran=1>"',
        'source "<script>window.ran=1</script>"',
        'note "<svg onload=window.ran=1>"',
        "input __proto__[constructor]",
        "Y = relu(__proto__)  # <img src=x onerror=window.ran=1>",
        "size <b>",
      ];
      const dropped = new DataTransfer();
      dropped.items.add(new File([text.join("\n")], "<b>.ncd"));
      dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, cancelable: true }));
    });
    await eventually(() => page.title()).toContain("<img");
    await page.getByRole("tab", { name: /Problems/ }).click();
    await page.getByRole("button", { name: "Export" }).click();
    await page.locator(".export-figure img").waitFor();
    expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
