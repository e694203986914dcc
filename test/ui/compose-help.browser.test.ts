import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { appForTests, canvasOf, clickNode, eventually } from "../support/app.ts";
import { openSmall } from "../support/composing.ts";

const app = appForTests();

function help(page: Page) {
  return page.getByRole("dialog", { name: "Help" });
}

function entry(page: Page) {
  return help(page).getByRole("article").getByRole("heading", { level: 3 });
}

describe("the help", () => {
  it.each(["light", "dark"] as const)("is searched and read by keyboard, %s", async (theme) => {
    const { page, context, complaints } = await app.open("", { theme });
    await canvasOf(page).focus();
    await page.keyboard.press("F1");
    await help(page).getByRole("searchbox").waitFor();
    await page.keyboard.type("softmax[");
    await eventually(() => entry(page).textContent()).toBe("Softmax");
    await help(page).getByRole("img", { name: "Softmax" }).first().waitFor();
    await expectAccessible(page, "[role=dialog]");
    await help(page).getByRole("searchbox").fill("S06");
    await eventually(() => entry(page).textContent()).toBe("Not divisible S06");
    await help(page).getByText("Set h to 8").waitFor();
    await help(page).getByText("size d_model = 512, h = 8").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await help(page).waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("opens at the operation or the mistake that is selected, and from the menu", async () => {
    const { page, context, complaints } = await app.open();
    await openSmall(page, ["input X[y m]", "A[y m] = softmax[m](X)", "B[y m] = relu[m](A)"]);
    await clickNode(page, "A");
    await page.keyboard.press("F1");
    await eventually(() => entry(page).textContent()).toBe("Softmax");
    await page.keyboard.press("Escape");
    await help(page).waitFor({ state: "detached" });
    await clickNode(page, "B");
    await page.getByRole("region", { name: "What is wrong here" }).waitFor();
    await page.keyboard.press("F1");
    await eventually(() => entry(page).textContent()).toBe("Unknown option N11");
    await page.keyboard.press("Escape");
    await help(page).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /diagram menu/ }).click();
    await page.getByRole("menuitem", { name: /Help on operations/ }).click();
    await help(page).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
