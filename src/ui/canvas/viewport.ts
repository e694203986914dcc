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

/** The part of the window that the canvas takes, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The viewport that shows all of a box in a frame. */
export function viewportFor(bounds: Rect, { width, height }: Frame): Viewport {
  const fitted = getViewportForBounds(bounds, width, height, LEAST_ZOOM, FIT_ZOOM, 0.06);
  return fitted;
}

/** Whether a frame shows all of a box. */
export function isWhole(bounds: Rect, { x, y, zoom }: Viewport, frame: Frame): boolean {
  const left = bounds.x * zoom + x;
  const top = bounds.y * zoom + y;
  const right = left + bounds.width * zoom;
  const bottom = top + bounds.height * zoom;
  return left >= 0 && top >= 0 && right <= frame.width && bottom <= frame.height;
}

/** The viewport after the picture has moved by a distance in its own units, so that it stands still. */
export function movedBy({ x, y, zoom }: Viewport, dx: number, dy: number): Viewport {
  return { x: x + dx * zoom, y: y + dy * zoom, zoom };
}

/** The viewport nearest to another that shows all of a box: the same, one shifted, or one fitted. */
export function wholeFrom(bounds: Rect, view: Viewport, frame: Frame): Viewport {
  if (isWhole(bounds, view, frame)) return view;
  const { width, height, x, y } = bounds;
  const { zoom } = view;
  if (width * zoom > frame.width || height * zoom > frame.height) return viewportFor(bounds, frame);
  return {
    x: clamp(view.x, -x * zoom, frame.width - (x + width) * zoom),
    y: clamp(view.y, -y * zoom, frame.height - (y + height) * zoom),
    zoom,
  };
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

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
