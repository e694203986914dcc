import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { appForTests } from "../support/app.ts";

const app = appForTests();

it("keeps text, save and export when the canvas fails", async () => {
  const { page, context } = await app.open("", {
    prepare: (made) =>
      made.addInitScript(() => {
        const { observe } = ResizeObserver.prototype;
        ResizeObserver.prototype.observe = function (target, options) {
          if (target.closest(".react-flow") !== null) throw new Error("The canvas breaks.");
          observe.call(this, target, options);
        };
      }),
    ready: (opened) => opened.getByText("The canvas could not be drawn.").waitFor(),
  });
  await page.locator(".cm-line").filter({ hasText: "softmax[x](S)" }).waitFor();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the .ncd" }).click();
  expect(await readFile(await (await saved).path(), "utf8")).toContain("softmax[x](S)");
  await page.getByRole("button", { name: "Export" }).click();
  await page.locator(".export-figure img").waitFor();
  await context.close();
});
