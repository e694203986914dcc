import type { History, Step } from "./history.ts";
import { readSelection } from "./kept-selection.ts";
import { replacement } from "./text-diff.ts";

/** So many steps back are kept at most, and as many forward. */
const MOST_STEPS = 200;

/** So many characters the kept steps take at most. */
const MOST_TEXT = 500_000;

/** A step without its text, which differs from a neighbour's by one replacement. */
type KeptStep = Omit<Step, "text" | "typing"> & {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
};

/** A history as it is stored beside the text that it leads to. */
export interface KeptHistory {
  readonly version: 1;
  readonly present: Omit<Step, "text" | "typing">;
  /** From the present back, each as the change that turns the text after it into its own. */
  readonly past: readonly KeptStep[];
  /** From the present on, each as the change of the text before it. */
  readonly future: readonly KeptStep[];
}

/** A history in the form that is stored: what lies furthest is left out where it is too much. */
export function keptHistory({ past, present, future }: History): KeptHistory {
  const { text: _, typing: __, ...rest } = present;
  let room = MOST_TEXT;
  const keep = (steps: readonly Step[]): readonly KeptStep[] => {
    const kept: KeptStep[] = [];
    let near = present.text;
    for (const { text, typing: ___, ...step } of steps.slice(0, MOST_STEPS)) {
      const change = replacement(near, text) ?? { from: 0, to: 0, insert: "" };
      room -= change.insert.length + JSON.stringify(step).length;
      if (room < 0) return kept;
      kept.push({ ...step, ...change });
      near = text;
    }
    return kept;
  };
  return { version: 1, present: rest, past: keep(past.toReversed()), future: keep(future) };
}

/** The history that was kept of a text, as far as it can be read: storage is open to everybody. */
export function readHistory(kept: unknown, text: string): History | undefined {
  if (!isRecord(kept) || kept["version"] !== 1) return undefined;
  const present = readStep(kept["present"]);
  if (present === undefined) return undefined;
  const past = readSteps(kept["past"], text).toReversed();
  return { past, present: { ...present, text }, future: readSteps(kept["future"], text) };
}

/** Steps up to the first that is not one. */
function readSteps(kept: unknown, text: string): readonly Step[] {
  const steps: Step[] = [];
  let near = text;
  for (const each of Array.isArray(kept) ? kept : []) {
    const step = readStep(each);
    const next = isRecord(each) ? changed(near, each) : undefined;
    if (step === undefined || next === undefined) return steps;
    steps.push({ ...step, text: next });
    near = next;
  }
  return steps;
}

function readStep(kept: unknown): Omit<Step, "text"> | undefined {
  if (!isRecord(kept)) return undefined;
  const { label, caret, anchor = caret } = kept;
  const [trail, at] = [readNames(kept["trail"]), readNames(kept["at"])];
  const selection = readSelection(kept["selection"]);
  const more = readNames(kept["more"] ?? []);
  if (typeof label !== "string" || typeof caret !== "number") return undefined;
  if (typeof anchor !== "number" || more === undefined) return undefined;
  if (trail === undefined || at === undefined) return undefined;
  return { label, caret, anchor, selection, more, trail, at };
}

function changed(text: string, kept: Record<string, unknown>): string | undefined {
  const { from, to, insert } = kept;
  if (typeof from !== "number" || typeof to !== "number") return undefined;
  if (typeof insert !== "string" || !(0 <= from && from <= to && to <= text.length)) {
    return undefined;
  }
  return text.slice(0, from) + insert + text.slice(to);
}

function readNames(kept: unknown): readonly string[] | undefined {
  return Array.isArray(kept) && kept.every((name) => typeof name === "string") ? kept : undefined;
}

function isRecord(kept: unknown): kept is Record<string, unknown> {
  return typeof kept === "object" && kept !== null;
}
