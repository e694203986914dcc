import type { History } from "../../editor/history.ts";
import { spokenRedo, spokenUndo } from "../../editor/spoken-events.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** Goes one step back and says what was undone; what was selected then comes into view. */
export function undo(): void {
  const { history } = useEditor.getState();
  if (history.past.length === 0) return;
  go(-1, spokenUndo(history.present.label));
}

/** Goes one step forward again. */
export function redo(): void {
  const [next] = useEditor.getState().history.future;
  if (next !== undefined) go(1, spokenRedo(next.label));
}

/** Goes so many steps forward, or back below zero, at once. */
export function goSteps(steps: number): void {
  if (steps === 0) return;
  const { history } = useEditor.getState();
  const { past, present, future } = history;
  const there = [...past, present, ...future][past.length + steps];
  if (there !== undefined) go(steps, `Back at: ${lowerFirst(there.label)}.`);
}

/** What undo would take back, for its button and its menus. */
export function undoTitle({ past, present }: History): string {
  return past.length === 0 ? "Undo" : `Undo: ${present.label}`;
}

/** What redo would do again. */
export function redoTitle({ future: [next] }: History): string {
  return next === undefined ? "Redo" : `Redo: ${next.label}`;
}

function go(steps: number, says: string): void {
  useEditor.getState().travel(steps);
  const { say, reveal } = useFrame.getState();
  say(says);
  if (useEditor.getState().selection.kind !== "diagram") reveal();
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
