import { flushSync } from "react-dom";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { useAdding } from "./adding-store.ts";

/**
 * Closes the list that is open and gives the focus back at once, so that the next key is not lost:
 * to where it came from, or to the selected thing when that was the canvas or has gone.
 */
export function closeOffer(): void {
  const { offer, cameFrom, show } = useAdding.getState();
  if (offer === undefined) return;
  flushSync(() => show(undefined));
  if (cameFrom?.isConnected === true && cameFrom.closest(".canvas, [role=dialog]") === null) {
    cameFrom.focus({ preventScroll: true });
    return;
  }
  focusCanvas();
}
