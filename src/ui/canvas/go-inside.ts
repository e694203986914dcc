import { useEditor } from "../store.ts";
import { focusCanvas } from "./canvas-focus.ts";

/** Makes a block the picture and takes the focus there: what was pressed may be gone with the rest. */
export function goInside(block: string): void {
  useEditor.getState().enter(block);
  requestAnimationFrame(focusCanvas);
}
