import { getViewportForBounds, type ReactFlowInstance, type Viewport } from "@xyflow/react";
import type { Rect } from "../../draw/path.ts";
import type { FlowNode } from "./node-view.tsx";

/** The limits of zooming. */
export const LEAST_ZOOM = 0.05;
export const MOST_ZOOM = 8;

/** Fitting never enlarges a figure beyond this. */
const FIT_ZOOM = 1.6;

/** Below this zoom a slab of four strands is under 25 px: labels go and an array is one line. */
export const FAR_ZOOM = 0.3;

/** How far from the border the selected thing is kept, in pixels. */
const BORDER = 48;

type Flow = ReactFlowInstance<FlowNode>;

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The viewport that shows all of a box in a frame. */
export function viewportFor(bounds: Rect, { width, height }: Frame): Viewport {
  const fitted = getViewportForBounds(bounds, width, height, LEAST_ZOOM, FIT_ZOOM, 0.06);
  return fitted;
}

/** How long a move of the viewport takes; nothing moves for those who ask for less motion. */
export function moveDuration(milliseconds: number): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : milliseconds;
}

/** Moves the viewport by the least that brings a box into view; does nothing when it is. */
export function bringIntoView(flow: Flow, bounds: Rect, frame: Frame): void {
  const { x, y, zoom } = flow.getViewport();
  const left = bounds.x * zoom + x;
  const top = bounds.y * zoom + y;
  const dx = shiftInto(left, bounds.width * zoom, frame.width);
  const dy = shiftInto(top, bounds.height * zoom, frame.height);
  if (dx === 0 && dy === 0) return;
  flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: moveDuration(320) });
}

function shiftInto(start: number, length: number, frame: number): number {
  const before = BORDER - start;
  const after = frame - BORDER - (start + length);
  const fits = length <= frame - 2 * BORDER;
  if (fits) return before > 0 ? before : Math.min(after, 0);
  const isSeen = start < frame - BORDER && start + length > BORDER;
  return isSeen ? 0 : before;
}
