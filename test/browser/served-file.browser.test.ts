import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { servedPath } from "../../src/cli/file-api.ts";
import { type App, eventually, startApp } from "../support/app.ts";

const TEXT = 'diagram "Small"\ninput X[a]\nY[a] = relu(X)\n';

let folder: string;
let path: string;
let app: App;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "axisloom-"));
  path = join(folder, "small.ncd");
  await writeFile(path, TEXT);
  app = await startApp(servedPath(path, TEXT));
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe("a file that is served beside the page", () => {
  it("is opened, and keeps what is typed", async () => {
    const { page, context } = await app.open();
    expect(await page.title()).toBe("Small · Axisloom");
    await page.getByText("Saved to small.ncd").waitFor();
    await page.locator(".cm-line").filter({ hasText: "relu" }).click();
    await page.keyboard.press("End");
    await page.keyboard.insertText("\nZ[a] = tanh(Y)");
    await eventually(() => readFile(path, "utf8")).toBe(`${TEXT}Z[a] = tanh(Y)\n`);
    await context.close();
  });

  it("is offered and never taken when it changes on disk", async () => {
    const { page, context } = await app.open();
    const changed = TEXT.replace("relu", "gelu");
    await writeFile(path, changed);
    const banner = page.getByRole("alert");
    await banner.getByText("small.ncd has changed on disk.").waitFor();
    expect(await page.locator(".cm-content").textContent()).toContain("relu");
    await banner.getByRole("button", { name: "Load it" }).click();
    await page.locator(".cm-line").filter({ hasText: "gelu" }).waitFor();
    await banner.waitFor({ state: "detached" });
    expect(await readFile(path, "utf8")).toBe(changed);
    await context.close();
  });

  it("is not written over while it is another than the page knows", async () => {
    const { page, context } = await app.open();
    await page.locator(".cm-line").first().waitFor();
    const changed = TEXT.replace("relu", "gelu");
    await writeFile(path, changed);
    await page.locator(".cm-line").filter({ hasText: "relu" }).click();
    await page.keyboard.press("End");
    await page.keyboard.insertText("  # mine");
    await page.getByRole("alert").getByText("has changed on disk").waitFor();
    expect(await readFile(path, "utf8")).toBe(changed);
    await page.getByRole("button", { name: "Keep mine" }).click();
    await eventually(() => readFile(path, "utf8")).toContain("# mine");
    await context.close();
  });
});
