import type { PointerEvent as ReactPointerEvent } from "react";
import type { Point } from "../../draw/path.ts";
import { nodesWithin, rectBetween } from "../../editor/nodes-within.ts";
import { selectAlso, selectNodes } from "../adding/more-selected.ts";
import { useEditor } from "../store.ts";
import { useMarquee } from "./marquee-store.ts";

/** How far the pointer goes before a press is a drag, in pixels. */
const THRESHOLD = 4;

/** What drawing a marquee needs of the canvas. */
export interface MarqueeGround {
  toScene(client: Point): Point;
  /** Scrolls when the pointer is near the border; true when it has. */
  scrollAt(client: Point): boolean;
}

/**
 * Follows the pointer from empty paper: what lies inside the rectangle is selected when it is let
 * go, beside what is selected already when Shift is held. Esc lets go and selects nothing.
 */
export function startMarquee(event: ReactPointerEvent, ground: MarqueeGround): void {
  const from = ground.toScene({ x: event.clientX, y: event.clientY });
  const press = { x: event.clientX, y: event.clientY };
  let at = press;
  let scrolling = 0;

  const draw = (): void => useMarquee.setState({ marquee: { from, to: ground.toScene(at) } });
  const scroll = (): void => {
    if (useMarquee.getState().marquee !== undefined && ground.scrollAt(at)) draw();
    scrolling = requestAnimationFrame(scroll);
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
    const isFar = Math.hypot(x - press.x, y - press.y) > THRESHOLD;
    if (!isFar && useMarquee.getState().marquee === undefined) return;
    at = { x, y };
    draw();
  };
  const stop = (): void => {
    cancelAnimationFrame(scrolling);
    useMarquee.setState({ marquee: undefined });
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", drop);
    removeEventListener("pointercancel", stop);
    removeEventListener("keydown", letGo, { capture: true });
  };
  const drop = ({ shiftKey }: PointerEvent): void => {
    const { marquee } = useMarquee.getState();
    stop();
    if (marquee === undefined) return;
    ignoreClick();
    const { reading } = useEditor.getState();
    if (reading === undefined) return;
    const found = nodesWithin(reading.scene, rectBetween(marquee.from, marquee.to));
    if (shiftKey) selectAlso(found);
    else selectNodes(found);
  };
  const letGo = (key: KeyboardEvent): void => {
    if (key.key !== "Escape" || useMarquee.getState().marquee === undefined) return;
    key.stopPropagation();
    key.preventDefault();
    ignoreClick();
    stop();
  };
  scrolling = requestAnimationFrame(scroll);
  addEventListener("pointermove", move);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", letGo, { capture: true });
}

/** The click that ends a drag is no click of its own. */
function ignoreClick(): void {
  const end = (): void => {
    removeEventListener("click", ignore, { capture: true });
    removeEventListener("pointerdown", end, { capture: true });
  };
  const ignore = (click: MouseEvent): void => {
    click.stopPropagation();
    end();
  };
  addEventListener("click", ignore, { capture: true });
  addEventListener("pointerdown", end, { capture: true });
}
