import type { Checked } from "./definition.ts";

/** How many nodes all remembered definitions may have together. */
const MOST_NODES = 40_000;

/** Checked definitions by content, the least recently used first. */
export class CheckedDefinitions {
  private readonly checked = new Map<string, Checked>();
  private nodes = 0;

  /** What `check` gives, remembered by the key. */
  find(key: string, check: () => Checked): Checked {
    const known = this.checked.get(key);
    const result = known ?? check();
    if (known) this.checked.delete(key);
    else this.nodes += weightOf(result);
    this.checked.set(key, result);
    for (const [oldest, forgotten] of this.checked) {
      if (this.nodes <= MOST_NODES || oldest === key) break;
      this.checked.delete(oldest);
      this.nodes -= weightOf(forgotten);
    }
    return result;
  }
}

function weightOf({ definition }: Checked): number {
  return definition.nodes.length + 1;
}
