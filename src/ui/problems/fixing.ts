import { useEffect, useState } from "react";
import { changedText, type Fix } from "../../document/fix.ts";
import { fixContextOf } from "../../editor/fixes/context.ts";
import { fixesOf } from "../../editor/fixes/fixes.ts";
import { withSafeFixes } from "../../editor/fixes/safe-fixes.ts";
import type { Problem } from "../../editor/problems.ts";
import type { Reading } from "../../editor/reading.ts";
import { plural } from "../../editor/speech.ts";
import { useFrame } from "../frame-store.ts";
import { currentText, useEditor } from "../store.ts";

/** What repairs a problem of a reading; found when it is first asked for. */
export function fixesFor(reading: Reading, { diagnostic }: Problem): readonly Fix[] {
  const { text, read, sources, typed, diagnostics } = reading;
  const context = fixContextOf({ text, document: read.document, sources, typed, diagnostics });
  return fixesOf(context, diagnostic);
}

/** The fixes of problems one after the other, so that a long list stays quick. */
export function useFixes(
  reading: Reading | undefined,
  problems: readonly Problem[],
): ReadonlyMap<Problem, readonly Fix[]> {
  const [found, setFound] = useState<ReadonlyMap<Problem, readonly Fix[]>>(new Map());
  useEffect(() => {
    const sofar = new Map<Problem, readonly Fix[]>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const findNext = (): void => {
      const next = problems.slice(0, MOST_LISTED).find((problem) => !sofar.has(problem));
      if (reading === undefined || next === undefined) return;
      sofar.set(next, fixesFor(reading, next));
      setFound(new Map(sofar));
      timer = setTimeout(findNext);
    };
    timer = setTimeout(findNext);
    return () => clearTimeout(timer);
  }, [reading, problems]);
  return found;
}

/** Nobody reads the fixes of more problems than these before repairing some. */
const MOST_LISTED = 40;

/** Applies a fix as one step of undo. */
export function applyFix(reading: Reading, fix: Fix): void {
  if (!isCurrent(reading)) return;
  const label = `Fix: ${fix.title.replaceAll("`", "")}`;
  changeAndSay(changedText(reading.text, fix.change), label);
}

/** Applies every safe fix, as `check --fix` does, as one step of undo. */
export function applySafeFixes(reading: Reading): void {
  if (!isCurrent(reading)) return;
  const { text, count } = withSafeFixes(reading.text);
  if (count > 0) changeAndSay(text, `Fixed ${plural(count, "problem")}`);
}

/** Whether the text is still the one that fixes were found for; says so where it is not. */
function isCurrent(reading: Reading): boolean {
  const { say, showNotice } = useFrame.getState();
  if (currentText() === reading.text) {
    showNotice(undefined);
    return true;
  }
  const says = "The text has changed since; look at the fixes again.";
  say(says);
  showNotice({ says });
  return false;
}

function changeAndSay(text: string, label: string): void {
  useEditor.getState().change(text, label);
  useFrame.getState().say(`${label}.`);
}
