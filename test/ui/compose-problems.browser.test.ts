import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, clickNode, eventually } from "../support/app.ts";
import { openSmall } from "../support/composing.ts";

const app = appForTests();

const LINES = [
  "input X[y m], Y[t d=20], Z[t d=22]",
  "K[y k g] = linear[m -> k g](X)",
  "S[y k] = relu(K)",
  "D[y m] = softmax[z](X)",
  "A[t d] = Y + Z",
] as const;

function cardOf(page: Page) {
  return page.getByRole("region", { name: "What is wrong here" });
}

describe("a mistake on the canvas", () => {
  it.each(["light", "dark"] as const)("is drawn where strands do not meet, %s", async (theme) => {
    const { page, context, complaints } = await app.open("", { theme });
    await openSmall(page, LINES);
    await page.locator(".mismatch-sign").waitFor();
    expect(await page.locator(".mismatch-sizes").textContent()).toBe("20 ≠ 22");
    expect(await page.locator(".mismatch-ring").count()).toBe(3);
    await clickNode(page, "S");
    await cardOf(page).waitFor();
    expect(await cardOf(page).getByRole("heading").textContent()).toBe(
      "S is written as [y k], but it comes out as [y k g].",
    );
    await expectAccessible(page);
    await clickNode(page, "K");
    await cardOf(page).waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("is explained by a click on the mark at its corner", async () => {
    const { page, context } = await app.open();
    await openSmall(page, ["input X[y m]", "D[y m] = softmax[z](X)"]);
    const mark = await page.locator(".problem circle").first().boundingBox();
    if (mark === null) throw new RangeError("Nothing is marked.");
    await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
    await cardOf(page).waitFor();
    await context.close();
  });

  it("is explained by F8 and by its own key, and Esc goes back to the canvas", async () => {
    const { page, context } = await app.open();
    await openSmall(page, LINES);
    await canvasOf(page).focus();
    await page.keyboard.press("F8");
    await cardOf(page).waitFor();
    await page.keyboard.press("F8");
    await cardOf(page).waitFor();
    await page.keyboard.press("Control+.");
    const first = cardOf(page).locator(".fixes button, .problem-foot button").first();
    await eventually(() => first.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await cardOf(page).waitFor({ state: "detached" });
    await eventually(() => page.evaluate(() => document.activeElement?.className)).toContain(
      "focus-target",
    );
    await context.close();
  });
});

it("the tip in the margin covers neither the tabs above nor its own marker", async () => {
  const { page, context } = await app.open();
  await openSmall(page, [
    "input X[t d]",
    "A = relu(X)",
    "B = tanh(A)",
    "size d = 512, h = 6",
    "Q[t h k] = split[d -> h k](B)",
  ]);
  const marker = page.locator(".cm-lint-marker").first();
  await marker.hover();
  const tip = page.locator(".cm-tooltip-lint");
  await tip.waitFor();
  const tabs = page.locator("#panel [role=tablist]").first();
  const [at, own, above] = [
    await tip.boundingBox(),
    await marker.boundingBox(),
    await tabs.boundingBox(),
  ];
  if (at === null || own === null || above === null) throw new RangeError("not seen");
  expect(await tip.locator(".cm-diagnosticAction").count()).toBeGreaterThan(1);
  expect(at.y).toBeGreaterThanOrEqual(above.y + above.height);
  expect(at.y >= own.y + own.height || at.y + at.height <= own.y).toBe(true);
  await context.close();
});
