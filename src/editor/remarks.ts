import type { Point } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { Scene, SceneRemark } from "../scene/scene.ts";

/** Half spacings to the right and down, as a line of the layout section counts them. */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
}

/** Half a spacing, on whose multiples hands place. */
export const HALF_SPACING = SPACING / 2;

/** The remark whose box is uppermost at a point. */
export function remarkAt({ remarks }: Scene, { x, y }: Point): SceneRemark | undefined {
  return remarks.findLast(
    ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
}

/** How far the middle of a remark stands from that of its target, to the nearest half spacing. */
export function offsetOf({ box, from }: SceneRemark): Offset {
  return {
    dx: inHalves(box.x + box.width / 2 - from.x),
    dy: inHalves(box.y + box.height / 2 - from.y),
  };
}

/** A distance in whole half spacings. */
export function inHalves(distance: number): number {
  // A sum with 0 is never -0.
  return Math.round(distance / HALF_SPACING) + 0;
}

/** "3 right, 6 up", in half spacings. */
export function spokenOffset({ dx, dy }: Offset): string {
  const parts = [
    ...(dx === 0 ? [] : [`${Math.abs(dx)} ${dx < 0 ? "left" : "right"}`]),
    ...(dy === 0 ? [] : [`${Math.abs(dy)} ${dy < 0 ? "up" : "down"}`]),
  ];
  return parts.length === 0 ? "0 right" : parts.join(", ");
}
