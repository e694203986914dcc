import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";

const FOLDER = join(import.meta.dirname, "..", "golden");

/**
 * Holds a text against `test/golden/NAME`. A text that differs is left beside it as
 * `NAME.changed`; `npm run golden` accepts it, and CI never writes a golden.
 */
export function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, name);
  const changed = path.replace(/(\.\w+)$/, ".changed$1");
  mkdirSync(dirname(path), { recursive: true });
  rmSync(changed, { force: true });
  const known = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const writes = expect.getState().snapshotState.snapshotUpdateState;
  const mayWrite = writes === "all" || (writes === "new" && known === undefined);
  if (mayWrite && process.env["CI"] === undefined) {
    if (known !== text) writeFileSync(path, text);
    return;
  }
  if (known !== text) writeFileSync(changed, text);
  expect(text, `${name} differs from its golden; see ${changed}`).toBe(known ?? "");
}

/** Rounds every decimal number in a text to three places, so that goldens do not hang on the last bits. */
export function roundNumbers(text: string): string {
  return text.replace(/-?\d+\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))));
}
