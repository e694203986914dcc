import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import {
  type App,
  canvasOf,
  clickNode,
  nodeOf,
  type OpenOptions,
  startApp,
} from "../support/app.ts";
import { emptyPaper, handleAt, openField } from "../support/composing.ts";

/** Where the pictures go; they are looked at and not kept. */
const FOLDER = join(import.meta.dirname, "..", "..", "dist", "screenshots");

const PROBLEM = `diagram "Multi-head attention"
main MultiHeadAttention
size k = 64, h = 8, m = k*h

block MultiHeadAttention(E[y m], X[x m]) -> O[y m]:
  Q[y k h] = linear[m -> k h](E)
  K[x k g] = linear[m -> k g](X)
  V[x k h] = linear[m -> k h](X)
  S[y x h] = dot[k](Q, K) / sqrt(k)
  A[y x h] = softmax[x](S)
  Z[y k h] = dot[x](A, V)
  O[y m] = linear[k h -> m](Z)
`;

/** A state of the interface, and how a hand comes there. */
interface State {
  readonly name: string;
  readonly query?: string;
  readonly options?: OpenOptions;
  reach(page: Page): Promise<unknown>;
}

const ATTENTION = "MultiHeadAttention";

const TELEPHONE: OpenOptions = {
  width: 390,
  height: 844,
  hasTouch: true,
  ready: (page) => page.locator(".viewer-figure svg").waitFor(),
};

const STATES: readonly State[] = [
  {
    name: "editor",
    async reach(page) {
      await clickNode(page, `${ATTENTION}/A`);
      await page.getByRole("button", { name: "Follow x" }).click();
    },
  },
  {
    name: "editor-problem",
    async reach(page) {
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(PROBLEM);
      await page.locator(".problem").first().waitFor();
      await page.keyboard.press("F8");
    },
  },
  {
    name: "connecting",
    async reach(page) {
      await startWire(page);
      const to = await nodeOf(page, `${ATTENTION}/A`).boundingBox();
      if (to === null) throw new RangeError("There is no softmax on the canvas.");
      await page.mouse.move(to.x + 4, to.y + to.height * 0.6, { steps: 4 });
    },
  },
  {
    name: "drop-wire-menu",
    async reach(page) {
      await startWire(page);
      const paper = await emptyPaper(page);
      await page.mouse.move(paper.x, paper.y, { steps: 4 });
      await page.mouse.up();
      await openField(page).waitFor();
    },
  },
  {
    name: "palette",
    async reach(page) {
      await clickNode(page, `${ATTENTION}/A`);
      await page.keyboard.press("Control+k");
      await openField(page).waitFor();
      await page.keyboard.type("so");
    },
  },
  {
    name: "export",
    async reach(page) {
      await page.keyboard.press("Control+e");
      await page.locator(".export-figure img").waitFor();
      await page.getByRole("radio", { name: "In a page" }).click();
    },
  },
  {
    name: "gallery",
    async reach(page) {
      await page.getByRole("tab", { name: "Gallery" }).click();
      await page.getByRole("button", { name: "Open the gallery" }).click();
      await page.locator(".card-picture svg").nth(4).waitFor();
    },
  },
  {
    name: "specimens",
    query: "?specimens",
    reach: (page) => page.locator(".specimen-picture svg").nth(20).waitFor(),
  },
  { name: "empty", reach: blank },
  {
    name: "viewer-390",
    options: TELEPHONE,
    reach: (page) => page.getByRole("button", { name: "h 8" }).click(),
  },
  {
    name: "viewer-390-operation",
    options: TELEPHONE,
    reach: (page) => page.getByRole("button", { name: /^Softmax over x/ }).focus(),
  },
  {
    name: "editor-390",
    options: TELEPHONE,
    async reach(page) {
      await page.getByRole("button", { name: "Edit", exact: true }).click();
      await canvasOf(page).waitFor();
    },
  },
];

async function startWire(page: Page): Promise<void> {
  const from = await handleAt(page, `${ATTENTION}/V`, "out");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 4);
  await page.locator(".wire-foot").waitFor();
}

async function blank(page: Page): Promise<void> {
  await page.getByRole("button", { name: /diagram menu/ }).click();
  await page.getByRole("menuitem", { name: "Blank diagram" }).click();
}

let app: App;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  app = await startApp();
});
afterAll(async () => {
  await app.close();
});

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(STATES)("$name", async ({ name, query, options, reach }) => {
    const { page, context } = await app.open(query, { ...options, theme });
    await reach(page);
    await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
    await context.close();
  });
});
