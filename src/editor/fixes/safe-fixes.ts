import { changedText, type Fix } from "../../document/fix.ts";
import type { FixContext } from "./candidate.ts";
import { fixContext } from "./context.ts";
import { safeFix } from "./fixes.ts";

/** So many mistakes are looked at for one fix; with more, some are repaired first. */
const MOST_SOUGHT = 60;

/**
 * The text with every safe fix, and how many there were. One is applied after the other, since it
 * may leave another; each leaves less wrong than before, so that this ends.
 */
export function withSafeFixes(text: string): { readonly text: string; readonly count: number } {
  let now = text;
  for (let count = 0; ; count++) {
    const context = fixContext(now);
    const fix = firstSafe(context);
    if (fix === undefined) return { text: now, count };
    now = changedText(now, fix.change);
  }
}

function firstSafe(context: FixContext): Fix | undefined {
  for (const diagnostic of context.diagnostics.slice(0, MOST_SOUGHT)) {
    const fix = safeFix(context, diagnostic);
    if (fix !== undefined) return fix;
  }
  return undefined;
}
