import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { folderWith } from "../support/terminal.ts";

const ROOT = dirname(dirname(import.meta.dirname));
const TEXT = "input X[t d]\nA[t d] = softmax[d](X)\n";

interface Opened {
  readonly child: ChildProcess;
  readonly address: string;
}

let browser: Browser;
const started: ChildProcess[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});
afterAll(() => browser.close());

/** Starts `axisloom open` and waits for the address that it prints. */
async function open(...words: string[]): Promise<Opened> {
  const launcher = join(ROOT, "src/cli/launcher.mjs");
  const child = spawn(process.execPath, [launcher, "open", ...words], {
    env: { ...process.env, BROWSER: "none" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new RangeError("`axisloom open` ended without an address");
}

async function stop({ child }: Opened): Promise<number | null> {
  const ended = once(child, "exit");
  child.kill("SIGINT");
  const [code] = await ended;
  return code;
}

async function visit(address: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(address);
  await page.locator(".react-flow__node").first().waitFor();
  return { page, complaints };
}

test("a file opens in the editor, is saved into, and stopping ends the program well", async () => {
  const path = join(folderWith({ "mine.ncd": TEXT }), "mine.ncd");
  const opened = await open(path);
  const { page, complaints } = await visit(opened.address);
  const editor = page.getByRole("textbox", { name: "Text of the diagram" });
  await expect.poll(() => editor.textContent()).toContain("A[t d] = softmax[d](X)");
  await editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("B = relu(A)");
  await expect.poll(() => readFileSync(path, "utf8"), { timeout: 10_000 }).toContain("relu(A)");
  expect(complaints).toEqual([]);
  expect(await stop(opened)).toBe(0);
  await expect(fetch(opened.address)).rejects.toThrow();
});

test("a change on disk is offered and not taken", async () => {
  const path = join(folderWith({ "mine.ncd": TEXT }), "mine.ncd");
  const opened = await open(path);
  const { page } = await visit(opened.address);
  writeFileSync(path, `${TEXT}C = tanh(A)\n`);
  await page.getByText("mine.ncd has changed on disk.").waitFor();
  expect(
    await page.getByRole("textbox", { name: "Text of the diagram" }).textContent(),
  ).not.toContain("tanh");
  await page.getByRole("button", { name: "Load it" }).click();
  await page.getByText("C = tanh(A)").first().waitFor();
  expect(await stop(opened)).toBe(0);
});

test("a preset opens by its name", async () => {
  const opened = await open("preset:lstm");
  const { page, complaints } = await visit(opened.address);
  await expect.poll(() => page.title()).toContain("LSTM");
  expect(complaints).toEqual([]);
  expect(await stop(opened)).toBe(0);
});

test("a file that is not there is refused", async () => {
  const child = spawn(process.execPath, [join(ROOT, "src/cli/launcher.mjs"), "open", "no.ncd"]);
  const [remarks, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(code).toBe(2);
  expect(remarks).toContain("`no.ncd` cannot be read");
});
