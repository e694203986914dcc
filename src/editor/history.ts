import type { SceneId } from "../scene/scene.ts";
import { DIAGRAM, type Selection } from "./selection.ts";

/** What is selected in the text and in the picture, and what the picture shows. */
export interface View {
  readonly caret: number;
  /** Where the selected range of the text begins or ends that the caret closes; else the caret. */
  readonly anchor: number;
  readonly selection: Selection;
  /** Nodes of the picture that are selected beside the selection. */
  readonly more: readonly SceneId[];
  /** The blocks that were entered, as in the state of the editor. */
  readonly trail: readonly string[];
}

/** The text at one moment with what was selected and shown then; undo brings all of it back. */
export interface Moment extends View {
  readonly text: string;
}

/** How a text is looked at first. */
const FIRST_VIEW: View = { caret: 0, anchor: 0, selection: DIAGRAM, more: [], trail: [] };

/** A moment and the change that led to it, named by a verb in the past: "Opened Encoder". */
export interface Step extends Moment {
  readonly label: string;
  /** Where the change was made: the trail at that time, wherever the reader went since. */
  readonly at: readonly string[];
  /** Set while more typing may merge into this step. */
  readonly typing?: { readonly line: number; readonly time: number };
}

/** Every state of one document since it was opened; canvas and text share it. */
export interface History {
  readonly past: readonly Step[];
  readonly present: Step;
  /** Undone steps, the next one to redo first. */
  readonly future: readonly Step[];
}

/** How long typing on one line goes on being one step, in milliseconds between keystrokes. */
export const TYPING_PAUSE = 500;

const LIMIT = 500;

/** A history that begins at a text. */
export function startHistory(text: string): History {
  const present = { ...FIRST_VIEW, text, at: [], label: "Opened" };
  return { past: [], present, future: [] };
}

/** A change that stands alone as one step. */
export function record(history: History, moment: Moment, label: string): History {
  if (moment.text === history.present.text) return remember(history, moment);
  return advance(history, { ...moment, label, at: moment.trail });
}

/** Typing at a line and time: joins the step before unless the line changed or the hands rested. */
export function recordTyping(
  history: History,
  moment: Moment,
  at: { readonly line: number; readonly time: number },
): History {
  const { present } = history;
  if (moment.text === present.text) return remember(history, moment);
  const label = `Typed in line ${at.line}`;
  const step: Step = { ...moment, label, at: moment.trail, typing: at };
  const joins =
    present.typing !== undefined &&
    present.typing.line === at.line &&
    at.time - present.typing.time <= TYPING_PAUSE;
  return joins ? { past: history.past, present: step, future: [] } : advance(history, step);
}

/** The same text with another caret, selection or picture; never a step. */
export function remember(history: History, view: View): History {
  const { caret, anchor, selection, more, trail } = view;
  return { ...history, present: { ...history.present, caret, anchor, selection, more, trail } };
}

/** The present step with its text corrected: still the same step, open to more typing. */
export function amend(history: History, moment: Moment): History {
  return { ...history, present: { ...history.present, ...moment } };
}

/** One step back, or the history itself at its beginning. */
export function undo(history: History): History {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: settled(previous),
    future: [settled(history.present), ...history.future],
  };
}

/** One step forward to where it was made, or the history itself at its end. */
export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  const past = [...history.past, settled(history.present)];
  return { past, present: settled(whereMade(next)), future };
}

/** So many steps forward, or back where it is below zero. */
export function travel(history: History, steps: number): History {
  let there = history;
  for (let step = 0; step < Math.abs(steps); step += 1) {
    there = steps < 0 ? undo(there) : redo(there);
  }
  return there;
}

/** What was selected elsewhere later is not what a step selected. */
function whereMade(step: Step): Step {
  if (step.trail.join("/") === step.at.join("/")) return step;
  return { ...step, trail: step.at, selection: DIAGRAM, more: [] };
}

function advance(history: History, present: Step): History {
  const past = [...history.past, settled(history.present)].slice(-LIMIT);
  return { past, present, future: [] };
}

function settled(step: Step): Step {
  const { typing: _, ...rest } = step;
  return rest;
}
