import { spawnSync } from "node:child_process";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type EditorServer, serveEditor } from "../../src/cli/editor-server.ts";
import type { ServedFile } from "../../src/cli/file-api.ts";
import { launchChromium } from "./chromium.ts";
import { contextsOf } from "./contexts.ts";

/** The built editor in a browser; no page finds anything that another has kept. */
export interface App {
  /** Opens the editor; `query` stands after the address: `?preset=lstm`. */
  open(query?: string, options?: OpenOptions): Promise<EditorPage>;
  close(): Promise<void>;
}

/** How a page differs from a wide light one. */
export interface OpenOptions {
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  /** Whether the screen is one for fingers. */
  readonly hasTouch?: boolean;
  /** Runs before the page's own scripts. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  /** Waits for the page; by default for the first thing on the canvas. */
  readonly ready?: (page: Page) => Promise<unknown>;
}

/** A page with what it complained about. */
export interface EditorPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page and its console, which a good run has none of. */
  readonly complaints: readonly string[];
}

/** The editor for all tests of a file: started before the first and closed after the last. */
export function appForTests(): Pick<App, "open"> {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(async () => {
    await app.close();
  });
  return { open: (query, options) => app.open(query, options) };
}

/** Builds the editor if it is stale, serves it and starts a browser. */
export async function startApp(file?: ServedFile): Promise<App> {
  buildEditor();
  const server: EditorServer = await serveEditor("dist/app", file);
  const browser: Browser = await launchChromium();
  const [address = "", fragment] = server.address.split("#");
  const contexts = contextsOf(browser, new URL(address).origin);
  return {
    async open(
      query = "",
      { theme = "light", width = 1440, height = 900, hasTouch = false, prepare, ready } = {},
    ) {
      const asked: BrowserContextOptions = {
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: "reduce",
        hasTouch,
        acceptDownloads: true,
      };
      const isPlain = prepare === undefined;
      const context = isPlain ? await contexts.lend(asked) : await browser.newContext(asked);
      await prepare?.(context);
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await page.goto(`${address}${query}${fragment === undefined ? "" : `#${fragment}`}`);
      await (ready ?? waitForNode)(page);
      return { page, context, complaints };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function waitForNode(page: Page): Promise<void> {
  return page.locator(".canvas .react-flow__node").first().waitFor({ timeout: 30_000 });
}

function buildEditor(): void {
  const script = new URL("../../src/cli/build-if-stale.mjs", import.meta.url).href;
  const program = `import { buildIfStale } from ${JSON.stringify(script)};
    process.exitCode = buildIfStale("app") ? 0 : 1;`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new RangeError("The editor could not be built.");
}

/** Expects something of a value that the page comes to in its own time. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}

/** The canvas. */
export function canvasOf(page: Page) {
  return page.getByRole("application");
}

/** A node on the canvas by its id in the scene. */
export function nodeOf(page: Page, id: string) {
  return page.locator(`.react-flow__node[data-id="${id}"]`);
}

/** Clicks in the middle of a node of the scene, by pointer. */
export async function clickNode(page: Page, id: string): Promise<void> {
  const box = await nodeOf(page, id).boundingBox();
  if (box === null) throw new RangeError(`There is no node ${id} on the canvas.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The heading of the inspector. */
export function inspectorHeading(page: Page) {
  return page.locator("#inspector h2");
}
