import type { Edit, EditContext } from "../editor/edit.ts";
import { drawnAs } from "../editor/place-of.ts";
import { spokenShapes } from "../editor/spoken-events.ts";
import { selectNode } from "../editor/walk.ts";
import { printVerbatim } from "../language/print.ts";
import { useFrame } from "./frame-store.ts";
import { currentText, useEditor } from "./store.ts";

/**
 * Runs one command on the document as it stands: one undo step and a new selection, or a sentence
 * that says why not. True when the document changed.
 */
export function runEdit(command: (context: EditContext) => Edit): boolean {
  const { behind, change, select } = useEditor.getState();
  const { say, showNotice, reveal } = useFrame.getState();
  // What was typed a moment ago is read first.
  if (behind) change(currentText(), "");
  const { reading } = useEditor.getState();
  if (reading === undefined) return false;
  const edit = command(reading);
  if (!edit.ok) {
    refuseAloud(edit.says);
    return false;
  }
  showNotice(undefined);
  change(printVerbatim(edit.document), edit.label);
  const next = useEditor.getState().reading;
  const shapes = next === undefined ? "" : spokenShapes(reading.typed, next.typed);
  say(`${edit.label}. ${shapes}`.trimEnd());
  const made = (edit.select ?? []).flatMap((id) => (next && drawnAs(next, id)) ?? []);
  const [first, ...more] = new Set(made);
  if (first !== undefined) {
    select(
      selectNode(first),
      more.map(({ id }) => id),
    );
    reveal();
  }
  return true;
}

/** Says and shows why something cannot be done. */
export function refuseAloud(says: string): void {
  const { say, showNotice } = useFrame.getState();
  say(says);
  showNotice({ says });
}
