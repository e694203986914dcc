import type { Checked } from "./definition.ts";

/** Checked definitions by content, the least recently used first. */
const checked = new Map<string, Checked>();

const MOST = 2000;

/** What `check` gives, remembered by the key. */
export function cachedCheck(key: string, check: () => Checked): Checked {
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
