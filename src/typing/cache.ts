import type { Checked } from "./definition.ts";

/** Checked definitions by content, the least recently used first. */
const checked = new Map<string, Checked>();

/** How many nodes all remembered definitions may have together. */
const MOST_NODES = 40_000;

let nodes = 0;

/** What `check` gives, remembered by the key. */
export function cachedCheck(key: string, check: () => Checked): Checked {
  const known = checked.get(key);
  const result = known ?? check();
  if (known) checked.delete(key);
  else nodes += weightOf(result);
  checked.set(key, result);
  for (const [oldest, forgotten] of checked) {
    if (nodes <= MOST_NODES || oldest === key) break;
    checked.delete(oldest);
    nodes -= weightOf(forgotten);
  }
  return result;
}

function weightOf({ definition }: Checked): number {
  return definition.nodes.length + 1;
}
