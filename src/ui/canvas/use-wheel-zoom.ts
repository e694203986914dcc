import type { ReactFlowInstance } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import type { FlowNode } from "./node-view.tsx";
import { zoomedAt } from "./viewport.ts";
import { stopBetween, stopNear } from "./zoom-stops.ts";

/** Doublings for each pixel, line or page that the wheel turns. */
const RATES = [0.002, 0.05, 1];

/** A pinch comes as a wheel with Ctrl that was not pressed, in far smaller steps. */
const PINCH = 10;

/** Zooms at the pointer with Mod and the wheel, or a pinch, and rests a little at the stops. */
export function useWheelZoom(
  root: RefObject<HTMLElement | null>,
  flow: RefObject<ReactFlowInstance<FlowNode> | null>,
): void {
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    /** What the wheel asks for, and what is shown of it, which rests at the stops. */
    let asked = 1;
    let shown = 0;
    const turn = (event: WheelEvent): void => {
      const view = flow.current?.getViewport();
      const isOurs = event.target instanceof Element && event.target.closest("#canvas") !== null;
      if (!(event.ctrlKey || event.metaKey) || view === undefined || !isOurs) return;
      event.preventDefault();
      event.stopPropagation();
      if (view.zoom !== shown) asked = view.zoom;
      const isPinch = event.ctrlKey && Math.abs(event.deltaY) < PINCH && event.deltaMode === 0;
      const rate = (RATES[event.deltaMode] ?? 1) * (isPinch ? PINCH / 2 : 1);
      const next = asked * 2 ** (-event.deltaY * rate);
      const stop = stopBetween(asked, next);
      asked = stop ?? next;
      const box = current.getBoundingClientRect();
      const at = { x: event.clientX - box.x, y: event.clientY - box.y };
      const zoomed = zoomedAt(view, at, stopNear(asked) ?? asked);
      shown = zoomed.zoom;
      void flow.current?.setViewport(zoomed);
    };
    current.addEventListener("wheel", turn, { capture: true, passive: false });
    return () => current.removeEventListener("wheel", turn, { capture: true });
  }, [root, flow]);
}
