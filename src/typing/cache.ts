import type { Checked } from "./definition.ts";

/** Checked definitions by content, the least recently used first. */
const checked = new Map<string, Checked>();

const MOST = 2000;

/** What `check` gives, remembered by the key; without a key nothing is remembered. */
export function cachedCheck(key: string | undefined, check: () => Checked): Checked {
  if (key === undefined) return check();
  const known = checked.get(key);
  const result = known ?? check();
  checked.delete(key);
  checked.set(key, result);
  if (checked.size > MOST) {
    for (const [oldest] of checked) {
      checked.delete(oldest);
      break;
    }
  }
  return result;
}
