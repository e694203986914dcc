import { isChord } from "../../browser/platform.ts";
import type { Command } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";
import { useAdding } from "./adding-store.ts";
import { placeOf } from "./place.ts";

/** Commands that act on the selection, with keys that work on the canvas. */
export const CANVAS_COMMANDS = {
  connectTo: { title: "Connect to…", chord: "Shift-Enter", run: connectTo },
} as const satisfies Record<string, Command>;

/** Runs the command of a key pressed on the canvas; true when there was one. */
export function pressCanvasCommand(event: KeyboardEvent): boolean {
  const command = Object.values(CANVAS_COMMANDS).find(({ chord }) => isChord(event, chord));
  command?.run();
  return command !== undefined;
}

/** Shows where the selected array could go. */
function connectTo(): void {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return;
  const place = placeOf(selection, reading);
  if (place.value === undefined) {
    const says = "Select an array first, or an operation whose result is to be connected.";
    useFrame.getState().say(says);
    useFrame.getState().showNotice({ says });
    return;
  }
  useAdding.getState().show({ kind: "into", place });
}
