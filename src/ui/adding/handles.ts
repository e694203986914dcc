import type { Rect } from "../../draw/path.ts";
import { isOpenPort } from "../../editor/port-of.ts";
import type { SceneNode, ScenePort } from "../../scene/scene.ts";

/** Where one array goes into a slab or comes out of it; `box` is relative to the node. */
export interface PortHandle {
  readonly id: string;
  readonly side: "in" | "out";
  readonly at: number;
  readonly box: Rect;
}

/** How far a handle reaches beyond the outer strands. */
const BEYOND = 5;

/** One handle for each array of a node; an open port has one over the whole of its box. */
export function handlesOf(scene: SceneNode): readonly PortHandle[] {
  const { bounds, ports } = scene;
  if (scene.kind === "copy") return [];
  if (isOpenPort(scene)) {
    const box = { x: 0, y: 0, width: bounds.width, height: bounds.height };
    return [{ id: "in open", side: "in", at: 0, box }];
  }
  return ports.map((port, at) => {
    const { top, bottom } = reachOf(port, bounds);
    const box = { x: port.x - bounds.x, y: top - bounds.y, width: 0, height: bottom - top };
    return { id: `${port.side} ${at}`, side: port.side, at, box };
  });
}

function reachOf(
  { heights }: ScenePort,
  bounds: Rect,
): { readonly top: number; readonly bottom: number } {
  const middle = bounds.y + bounds.height / 2;
  const all = heights.length === 0 ? [middle] : heights;
  return { top: Math.min(...all) - BEYOND, bottom: Math.max(...all) + BEYOND };
}
