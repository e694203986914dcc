import { flushSync } from "react-dom";
import { useFrame } from "../frame-store.ts";

/** Goes to the first field of what is selected, with its text marked; false when it has none. */
export function focusFirstField(): boolean {
  flushSync(() => useFrame.getState().fold("inspector", false));
  const field = document.querySelector<HTMLInputElement>("#inspector input[type=text]");
  if (field === null) return false;
  field.focus();
  field.select();
  return true;
}
