import type { Edit, EditContext } from "../editor/edit.ts";
import { printVerbatim } from "../language/print.ts";
import { selectionOfNode } from "./commands.ts";
import { useFrame } from "./frame-store.ts";
import { useEditor } from "./store.ts";

/**
 * Runs one command on the document as it stands: one undo step and a new selection, or a sentence
 * that says why not. True when the document changed.
 */
export function runEdit(command: (context: EditContext) => Edit): boolean {
  const { reading, change, select } = useEditor.getState();
  const { say, showNotice, reveal } = useFrame.getState();
  if (reading === undefined) return false;
  const edit = command(reading);
  if (!edit.ok) {
    say(edit.says);
    showNotice({ says: edit.says });
    return false;
  }
  showNotice(undefined);
  change(printVerbatim(edit.document), edit.label);
  say(`${edit.label}.`);
  const next = useEditor.getState().reading;
  const [first] = edit.select ?? [];
  const selection =
    next === undefined || first === undefined ? undefined : selectionOfNode(next, first);
  if (selection !== undefined) {
    select(selection);
    reveal();
  }
  return true;
}
