import type { Point, Rect } from "../draw/path.ts";
import type { Scene } from "../scene/scene.ts";
import type { Selection } from "./selection.ts";
import { boundsOf, isWalkable, selectNode } from "./walk.ts";

/** How far the middles of two nodes of one column may be apart, in the units of the scene. */
const COLUMN = 12;

/**
 * The node of the next column to a side that is level with what is selected; with nothing selected,
 * that of the first or the last column. Stays where it is at the end of the picture.
 */
export function inNextColumn(scene: Scene, from: Selection, side: "left" | "right"): Selection {
  const sign = side === "right" ? 1 : -1;
  const here = placeOf(scene, from, sign);
  const beyond = scene.nodes
    .filter(isWalkable)
    .map((node) => ({ node, at: middleOf(node.bounds) }))
    .filter(({ at }) => (at.x - here.x) * sign > COLUMN / 2);
  const nearest = Math.min(...beyond.map(({ at }) => (at.x - here.x) * sign));
  const column = beyond.filter(({ at }) => (at.x - here.x) * sign <= nearest + COLUMN);
  const [best] = column.toSorted((a, b) => Math.abs(a.at.y - here.y) - Math.abs(b.at.y - here.y));
  return best === undefined ? from : selectNode(best.node);
}

/** An array counts as standing right behind what makes it. */
function placeOf(scene: Scene, from: Selection, sign: 1 | -1): Point {
  const bounds = boundsOf(scene, from);
  if (bounds === undefined) {
    const { x, y, width, height } = scene.bounds;
    return { x: sign === 1 ? x - COLUMN : x + width + COLUMN, y: y + height / 2 };
  }
  const middle = middleOf(bounds);
  return from.kind === "operation" ? middle : { x: bounds.x, y: middle.y };
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
