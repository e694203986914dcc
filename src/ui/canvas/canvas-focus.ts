import { useEffect } from "react";
import { useEditor } from "../store.ts";

/** Gives the focus to the selected thing on the canvas, or to the canvas as a whole. */
export function focusCanvas(): void {
  const target =
    document.querySelector<HTMLElement>(".focus-target") ??
    document.querySelector<HTMLElement>("#canvas");
  target?.focus({ preventScroll: true });
}

/** A document that is opened is where one goes on: the focus goes to its canvas. */
export function useFocusOnOpening(): void {
  const opening = useEditor((state) => state.opening);
  useEffect(() => {
    // The page's own first document takes the focus from nobody.
    if (opening < 2) return;
    // The menu or dialog that opened it first gives the focus back to where it came from.
    const frame = requestAnimationFrame(() => setTimeout(focusCanvas));
    return () => cancelAnimationFrame(frame);
  }, [opening]);
}

/**
 * Hands a key that nothing has the focus for to the canvas, so that typing an operation works
 * wherever one has clicked last; true when it was one of the canvas's own.
 */
export function handToCanvas(event: KeyboardEvent): boolean {
  if (event.target !== document.body) return false;
  const canvas = document.querySelector("#canvas");
  if (canvas === null || canvas.dispatchEvent(new KeyboardEvent(event.type, event))) return false;
  if (document.activeElement === document.body) focusCanvas();
  return true;
}
