import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { serveEditor } from "../../src/cli/editor-server.ts";
import { servedPath } from "../../src/cli/file-api.ts";
import { launchChromium } from "../support/chromium.ts";
import { quantile, timed } from "./time.ts";

const FRAMES = 120;

/** Pans a diagram in Chromium and says how long its frames took, beside those of a page at rest. */
export async function measurePan(text: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "axisloom-bench-"));
  const path = join(folder, "large.ncd");
  await writeFile(path, text);
  const server = await serveEditor("dist/app", servedPath(path, text));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const opened = await timed(async () => {
      await page.goto(server.address);
      await page.locator(".react-flow__node").first().waitFor({ timeout: 60_000 });
    });
    const atRest = await frameTimes(page, () => page.waitForTimeout(1500));
    const panning = await frameTimes(page, () => dragCanvas(page));
    return [
      `open 1,000 operations in Chromium: ${opened.milliseconds.toFixed(0)} ms to the first node`,
      `frames at rest:      ${describe(atRest)}`,
      `frames when panning: ${describe(panning)}`,
      `ratio of the medians: ${(quantile(panning, 0.5) / quantile(atRest, 0.5)).toFixed(2)}`,
    ];
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

function describe(times: readonly number[]): string {
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)];
  return `median ${half.toFixed(1)} ms, 95 % within ${most.toFixed(1)} ms (${times.length} frames)`;
}

async function dragCanvas(page: Page): Promise<void> {
  const box = await page.locator(".react-flow__pane").boundingBox();
  if (box === null) throw new RangeError("There is no canvas to pan");
  // Near the lower edge, where no operation lies under the pointer.
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let frame = 0; frame < FRAMES; frame++) {
    await page.mouse.move(x + 300 * Math.sin(frame / 10), y - 100 + 100 * Math.cos(frame / 10));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await page.mouse.up();
}

/** The time from each frame of the page to the next while something happens. */
async function frameTimes(page: Page, happen: () => Promise<void>): Promise<readonly number[]> {
  const times = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const stamps: number[] = [];
        const note = (stamp: number) => {
          stamps.push(stamp);
          if (document.body.dataset["measured"] === "done") {
            delete document.body.dataset["measured"];
            resolve(stamps.slice(1).map((time, i) => time - (stamps[i] ?? time)));
          } else requestAnimationFrame(note);
        };
        requestAnimationFrame(note);
      }),
  );
  await happen();
  await page.evaluate(() => {
    document.body.dataset["measured"] = "done";
  });
  return times;
}
