import { flushSync } from "react-dom";
import { DIAGRAM } from "../../editor/selection.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** Goes to the first field of what is selected, with its text marked; false when it has none. */
export function focusFirstField(): boolean {
  return focusField("input[type=text]");
}

/** Goes to the field for the size of the selected axis. */
export function focusSizeField(): boolean {
  return focusField("input[aria-label='Size of the axis']");
}

/** Goes to the words of the callout of a line of the layout section; nothing stays selected. */
export function focusRemark(line: number): boolean {
  useEditor.getState().select(DIAGRAM);
  return focusField(`.furniture[data-line="${line}"] input[type=text]`);
}

function focusField(query: string): boolean {
  flushSync(() => useFrame.getState().fold("inspector", false));
  const field = document.querySelector<HTMLInputElement>(`#inspector ${query}`);
  if (field === null) return false;
  field.focus();
  field.select();
  return true;
}
