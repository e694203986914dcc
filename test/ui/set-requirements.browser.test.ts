import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { appForTests, eventually } from "../support/app.ts";
import { openBlank } from "../support/composing.ts";

const app = appForTests();

const LINES = [
  "size d, h, W = 33",
  "input X[t d], I[c W]",
  "A[t h k] = split[d -> h k](X)",
  "B[c v] = conv[c -> c; over W -> v; kernel 3](I)",
] as const;

async function write(page: Page, lines: readonly string[]): Promise<void> {
  await openBlank(page);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`${lines.join("\n")}\n`);
  await page.locator(".react-flow__node").first().waitFor();
}

function chipsIn(page: Page, place: string) {
  return page.locator(place).getByRole("list", { name: "Requirements" }).getByRole("button");
}

it("shows what sizes have to fulfil on the picture, in the inspector and below the sizes", async () => {
  const { page, context, complaints } = await app.open();
  await write(page, LINES);
  const expected = ["W ≥ 3, holds", "h divides d, has to hold"];
  await eventually(() => chipsIn(page, ".canvas").allTextContents()).toEqual(expected);
  await eventually(() => chipsIn(page, "#inspector").allTextContents()).toEqual(expected);
  expect(await page.locator("#inspector").textContent()).toContain("It holds: W = 33.");
  await page.getByRole("tab", { name: "Sizes" }).click();
  await eventually(() => chipsIn(page, "#panel").allTextContents()).toEqual(expected);
  expect(complaints).toEqual([]);
  await context.close();
});

it("says with the numbers what does not hold, and goes to the line that asks for it", async () => {
  const { page, context } = await app.open();
  await write(page, ["size d = 512, h = 6", ...LINES.slice(1)]);
  const first = chipsIn(page, ".canvas").first();
  await eventually(() => first.textContent()).toBe("h divides d, does not hold");
  await eventually(() => page.locator("#inspector").textContent()).toContain(
    "It does not hold: d = 512, h = 6.",
  );
  await first.click();
  const lineOfCaret = () =>
    page.evaluate(() => {
      const at = getSelection()?.anchorNode;
      const element = at instanceof Element ? at : at?.parentElement;
      return element?.closest(".cm-line")?.textContent ?? "";
    });
  await eventually(lineOfCaret).toContain("split[d -> h k]");
  await context.close();
});
