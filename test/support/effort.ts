import type { BrowserContext, Page } from "playwright-core";

/** What a hand has done to a page: keys pressed, without those that only modify, and the pointer. */
export interface Effort {
  readonly keys: number;
  readonly clicks: number;
  /** Presses that were let go of elsewhere. */
  readonly drags: number;
}

/** Begins to count in every page that opens. */
export async function countEffort(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const effort = { keys: 0, clicks: 0, drags: 0 };
    let from = { x: 0, y: 0 };
    const note = (): void => {
      document.documentElement.dataset["effort"] = JSON.stringify(effort);
    };
    window.addEventListener(
      "keydown",
      ({ key }) => {
        if (!["Shift", "Control", "Alt", "Meta"].includes(key)) effort.keys += 1;
        note();
      },
      true,
    );
    window.addEventListener(
      "pointerdown",
      ({ clientX: x, clientY: y }) => {
        from = { x, y };
      },
      true,
    );
    window.addEventListener(
      "pointerup",
      ({ clientX, clientY }) => {
        const isDrag = Math.hypot(clientX - from.x, clientY - from.y) > 4;
        if (isDrag) effort.drags += 1;
        else effort.clicks += 1;
        note();
      },
      true,
    );
  });
}

/** What has been done so far. */
export async function effortOf(page: Page): Promise<Effort> {
  const noted = await page.locator("html").getAttribute("data-effort");
  return noted === null ? { keys: 0, clicks: 0, drags: 0 } : JSON.parse(noted);
}

/** "12 keys, 3 clicks, 2 drags". */
export function effortText({ keys, clicks, drags }: Effort): string {
  return `${keys} keys, ${clicks} clicks, ${drags} drags`;
}
