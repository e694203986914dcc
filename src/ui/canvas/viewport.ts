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
export const BORDER = 48;

type Flow = Pick<ReactFlowInstance<FlowNode>, "getViewport" | "setViewport">;

/** The part of the window that the canvas takes, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Room for the title above the picture and for the zoom below it, which lie on the paper. */
const FIT_PADDING = { x: 0.06, top: "32px", bottom: "36px" } as const;

/** The viewport that shows all of a box in a frame. */
export function viewportFor(bounds: Rect, { width, height }: Frame): Viewport {
  return getViewportForBounds(bounds, width, height, LEAST_ZOOM, FIT_ZOOM, FIT_PADDING);
}

/** Whether a frame shows all of a box. */
export function isWhole(bounds: Rect, { x, y, zoom }: Viewport, frame: Frame): boolean {
  const left = bounds.x * zoom + x;
  const top = bounds.y * zoom + y;
  const right = left + bounds.width * zoom;
  const bottom = top + bounds.height * zoom;
  return left >= 0 && top >= 0 && right <= frame.width && bottom <= frame.height;
}

/** The viewport after zooming so that the place under a point of the frame stays there. */
export function zoomedAt(
  { x, y, zoom }: Viewport,
  at: { readonly x: number; readonly y: number },
  to: number,
): Viewport {
  const next = clamp(to, LEAST_ZOOM, MOST_ZOOM);
  const factor = next / zoom;
  return { x: at.x - (at.x - x) * factor, y: at.y - (at.y - y) * factor, zoom: next };
}

/**
 * The viewport after its frame has changed its size: fitted again where the picture was fitted, else
 * with the same place in the middle, and whole where it was whole.
 */
export function resizedView(
  bounds: Rect,
  view: Viewport,
  { before, after }: { readonly before: Frame; readonly after: Frame },
): Viewport {
  if (isNear(view, viewportFor(bounds, before))) return viewportFor(bounds, after);
  const { zoom } = view;
  const x = view.x + (after.width - before.width) / 2;
  const y = view.y + (after.height - before.height) / 2;
  const centred = { x, y, zoom };
  return isWhole(bounds, view, before) ? wholeFrom(bounds, centred, after) : centred;
}

function isNear(a: Viewport, b: Viewport): boolean {
  return Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom / b.zoom - 1) < 0.01;
}

/** How much the picture moves in each frame while a drag is near the border, in pixels. */
const SCROLL = 8;

/** How near to the border that is, in pixels. */
const EDGE = 40;

/** How far the picture moves for a drag at a point of the frame; not at all away from its border. */
export function scrollNear(
  at: { readonly x: number; readonly y: number },
  { width, height }: Frame,
): { readonly x: number; readonly y: number } {
  return { x: scrollAlong(at.x, width), y: scrollAlong(at.y, height) };
}

function scrollAlong(at: number, length: number): number {
  if (at < EDGE) return SCROLL;
  return at > length - EDGE ? -SCROLL : 0;
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
