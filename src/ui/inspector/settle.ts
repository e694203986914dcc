import type { Edit, EditContext } from "../../editor/edit.ts";
import { useFrame } from "../frame-store.ts";
import { runEdit } from "../run-edit.ts";
import { currentText, useEditor } from "../store.ts";

/** Runs a command of a field, or gives the sentence that says why not, for the place of the field. */
export function settle(command: (context: EditContext) => Edit): string | undefined {
  const { behind, change } = useEditor.getState();
  if (behind) change(currentText(), "");
  const { reading } = useEditor.getState();
  if (reading === undefined) return "The text is being read; try once more.";
  const edit = command(reading);
  if (edit.ok) {
    runEdit(() => edit);
    return undefined;
  }
  useFrame.getState().say(edit.says);
  return edit.says;
}
