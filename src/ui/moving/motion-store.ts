import type { Viewport } from "@xyflow/react";
import { create } from "zustand";
import type { Point } from "../../draw/path.ts";
import type { Scene } from "../../scene/scene.ts";

/** A picture on its way to another. */
export interface Motion {
  readonly from: Scene;
  readonly to: Scene;
  /** Where the view, if it has changed since, shows what was seen when the motion began. */
  readonly seen: Seen;
}

/** Places of a picture under an earlier view as places under the one now: scaled, then shifted. */
export interface Seen {
  readonly scale: number;
  readonly by: Point;
}

/** The same view. */
export const SAME_VIEW: Seen = { scale: 1, by: { x: 0, y: 0 } };

/** The motion that goes on. */
export const useMotion = create<{
  readonly motion: Motion | undefined;
  /** Set where the next picture has been seen already, so that it comes at once. */
  readonly isSeen: boolean;
}>()(() => ({ motion: undefined, isSeen: false }));

/** Ends what is moving; the picture stands where it belongs. */
export function endMotion(): void {
  if (useMotion.getState().motion !== undefined) useMotion.setState({ motion: undefined });
}

/** Keeps what is moving where it is on the screen when the view changes under it. */
export function changeViewOfMotion(before: Viewport, after: Viewport): void {
  const { motion } = useMotion.getState();
  if (motion === undefined) return;
  const scale = before.zoom / after.zoom;
  const by = { x: (before.x - after.x) / after.zoom, y: (before.y - after.y) / after.zoom };
  useMotion.setState({ motion: { ...motion, seen: { scale, by } } });
}
