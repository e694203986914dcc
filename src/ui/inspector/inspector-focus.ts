import { flushSync } from "react-dom";
import { useFrame } from "../frame-store.ts";

/** Goes to the first field of what is selected, with its text marked; false when it has none. */
export function focusFirstField(): boolean {
  return focusField("input[type=text]");
}

/** Goes to the field for the size of the selected axis. */
export function focusSizeField(): boolean {
  return focusField("input[aria-label='Size of the axis']");
}

function focusField(query: string): boolean {
  flushSync(() => useFrame.getState().fold("inspector", false));
  const field = document.querySelector<HTMLInputElement>(`#inspector ${query}`);
  if (field === null) return false;
  field.focus();
  field.select();
  return true;
}
