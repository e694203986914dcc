import type { Diagnostic } from "../../document/diagnostic.ts";
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
    const found = context.diagnostics.map((diagnostic) => ({ diagnostic }));
    const next = firstSafeFix(context, found);
    if (next === undefined) return { text: now, count };
    now = changedText(now, next.fix.change);
  }
}

/** The first mistake that has a safe fix, of those that are looked at, and that fix. */
export function firstSafeFix<Found extends { readonly diagnostic: Diagnostic }>(
  context: FixContext,
  all: readonly Found[],
): { readonly finding: Found; readonly fix: Fix } | undefined {
  for (const finding of all.slice(0, MOST_SOUGHT)) {
    const fix = safeFix(context, finding.diagnostic);
    if (fix !== undefined) return { finding, fix };
  }
  return undefined;
}
