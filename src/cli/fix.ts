import { changedText, type Fix } from "../document/fix.ts";
import type { FixContext } from "../editor/fixes/candidate.ts";
import { fixesOf } from "../editor/fixes/fixes.ts";
import { firstSafeFix } from "../editor/fixes/safe-fixes.ts";
import type { SizeSettings } from "../typing/configure.ts";
import { type OpenedDiagram, openDiagram } from "./diagram.ts";
import type { Finding } from "./report.ts";

/** So many mistakes of a file are explained with their fixes; more are not read. */
const MOST_EXPLAINED = 60;

/** The findings with what repairs them. */
export function withFixes(findings: readonly Finding[], context: FixContext): readonly Finding[] {
  return findings.map((finding, at) =>
    at < MOST_EXPLAINED ? { ...finding, fixes: fixesOf(context, finding.diagnostic) } : finding,
  );
}

/** A fix that was applied, and the mistake that it repaired, at its place in the text before it. */
export interface Applied {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Applies one safe fix after the other until none is left; every one leaves less wrong than before. */
export function applySafeFixes(
  opened: OpenedDiagram,
  settings: SizeSettings,
): { readonly opened: OpenedDiagram; readonly applied: readonly Applied[] } {
  const applied: Applied[] = [];
  let now = opened;
  for (;;) {
    const next = firstSafeFix(now.fixing, now.findings);
    if (next === undefined) return { opened: now, applied };
    applied.push(next);
    const text = changedText(now.input.text, next.fix.change);
    now = openDiagram({ ...now.input, text }, settings);
  }
}
