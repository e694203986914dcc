import { DIAGRAM, type Selection } from "./selection.ts";

/** The text at one moment with what was selected then; undo brings both back. */
export interface Moment {
  readonly text: string;
  readonly caret: number;
  readonly selection: Selection;
}

/** A moment and the change that led to it, named by a verb in the past: "Opened Encoder". */
export interface Step extends Moment {
  readonly label: string;
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
  const present = { text, caret: 0, selection: DIAGRAM, label: "Opened" };
  return { past: [], present, future: [] };
}

/** A change that stands alone as one step. */
export function record(history: History, moment: Moment, label: string): History {
  if (moment.text === history.present.text) return remember(history, moment);
  return advance(history, { ...moment, label });
}

/** Typing at a line and time: joins the step before unless the line changed or the hands rested. */
export function recordTyping(
  history: History,
  moment: Moment,
  at: { readonly line: number; readonly time: number },
): History {
  const { present } = history;
  if (moment.text === present.text) return remember(history, moment);
  const step: Step = { ...moment, label: `Typed in line ${at.line}`, typing: at };
  const joins =
    present.typing !== undefined &&
    present.typing.line === at.line &&
    at.time - present.typing.time <= TYPING_PAUSE;
  return joins ? { past: history.past, present: step, future: [] } : advance(history, step);
}

/** The same text with another caret or selection; never a step. */
export function remember(history: History, moment: Omit<Moment, "text">): History {
  const { caret, selection } = moment;
  return { ...history, present: { ...history.present, caret, selection } };
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

/** One step forward, or the history itself at its end. */
export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, settled(history.present)], present: settled(next), future };
}

function advance(history: History, present: Step): History {
  const past = [...history.past, settled(history.present)].slice(-LIMIT);
  return { past, present, future: [] };
}

function settled(step: Step): Step {
  const { typing: _, ...rest } = step;
  return rest;
}
