import type { KeyboardEvent } from "react";
import type { Reading } from "../../editor/reading.ts";
import type { Direction } from "../../editor/walk.ts";
import { useEditor } from "../store.ts";
import { useAdding } from "./adding-store.ts";
import { pressCanvasCommand } from "./canvas-commands.ts";
import { extendSelection } from "./more-selected.ts";
import { placeOf } from "./place.ts";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Signs that name an operation when they are typed. */
const SIGNS = "+-*/^@<>=";

/** Handles a key that adds, connects or changes on the canvas; true when it was one. */
export function pressAddingKey(event: KeyboardEvent, reading: Reading): boolean {
  if (pressCanvasCommand(event.nativeEvent)) return true;
  const direction = event.shiftKey ? ARROWS[event.key] : undefined;
  if (direction !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
    extendSelection(reading, direction);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !isTyped(event.key)) return false;
  const { offer, show } = useAdding.getState();
  // A key that comes before the field of the list has the focus belongs into it.
  if (offer?.kind === "add") show({ ...offer, query: offer.query + event.key });
  else {
    const place = placeOf(useEditor.getState().selection, reading);
    show({ kind: "add", place, query: event.key });
  }
  return true;
}

function isTyped(key: string): boolean {
  return [...key].length === 1 && (/[\p{L}\p{N}]/u.test(key) || SIGNS.includes(key));
}
