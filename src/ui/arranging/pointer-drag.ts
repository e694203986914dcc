import type { Point } from "../../draw/path.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** How far the pointer goes before it drags, in pixels. */
const START = 4;

/** What becomes of what a pointer has taken. */
interface PointerDrag {
  /** How far the pointer has come from where it took it, in pixels. */
  carry(moved: Point, event: MouseEvent): void;
  /** Also called where the pointer never went far enough to drag. */
  letGo(): void;
  leave(): void;
}

/** Whether a press on the canvas may take something of the picture. */
export function isPlainPress({ button, shiftKey, altKey, target }: MouseEvent): boolean {
  if (button !== 0 || shiftKey || altKey) return false;
  // A handle begins a wire, and a card on the picture has its own buttons.
  return target instanceof Element && target.matches(".react-flow__pane");
}

/** Follows the pointer until it is let go, or Esc. */
export function followPointer(at: Point, drag: PointerDrag): void {
  let isDragging = false;
  const move = (event: MouseEvent): void => {
    const moved = { x: event.clientX - at.x, y: event.clientY - at.y };
    if (!isDragging && Math.hypot(moved.x, moved.y) < START) return;
    if (!isDragging) useEditor.getState().hover(undefined);
    isDragging = true;
    drag.carry(moved, event);
  };
  const end = (): void => {
    removeEventListener("mousemove", move);
    removeEventListener("mouseup", letGo);
    removeEventListener("blur", leave);
    removeEventListener("keydown", press, { capture: true });
    if (isDragging) ignoreNextClick();
  };
  const letGo = (): void => {
    end();
    drag.letGo();
  };
  const leave = (): void => {
    end();
    drag.leave();
  };
  const press = (event: KeyboardEvent): void => {
    if (!isDragging || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    leave();
    useFrame.getState().say("Left where it was.");
  };
  addEventListener("mousemove", move);
  addEventListener("mouseup", letGo);
  addEventListener("blur", leave);
  addEventListener("keydown", press, { capture: true });
}

/** The click that comes with letting go, if one comes, selects nothing. */
function ignoreNextClick(): void {
  const ignore = (event: MouseEvent): void => event.stopPropagation();
  addEventListener("click", ignore, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", ignore, { capture: true }), 0);
}
