import { markBounds, unionBounds } from "../draw/bounds.ts";
import type { Rect } from "../draw/path.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { pathOf } from "./selection.ts";
import { boundsOfNode, isWall } from "./walk.ts";

/** Whether a node is something of its own that can be taken: no copy dot, wall or end. */
export function isTakeable(node: SceneNode): boolean {
  return node.kind !== "copy" && node.kind !== "output" && !isWall(node);
}

/**
 * The nodes whose glyph lies inside a rectangle; strands may run out of it. A block or loop lies
 * inside with all that it holds, which then comes with it and is not named again.
 */
export function nodesWithin(scene: Scene, rect: Rect): readonly SceneNode[] {
  const inside = scene.nodes.filter((node) => isTakeable(node) && holds(rect, coreOf(scene, node)));
  const ids = new Set(inside.map(({ id }) => id));
  return inside.filter((node) => !isUnder(ids, node.id));
}

/** The rectangle between two corners. */
export function rectBetween(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/**
 * What of a node must be inside: its glyph, or all of it where nothing but strands is drawn. What
 * reaches out to either side, as an arrow does that begins at the cup before, need not be.
 */
function coreOf(scene: Scene, node: SceneNode): Rect {
  if (node.kind !== "op") return boundsOfNode(scene, node);
  const drawn = unionBounds(node.marks.filter(({ kind }) => kind !== "strand").map(markBounds));
  if (drawn === undefined) return node.bounds;
  const left = Math.max(node.bounds.x, drawn.x);
  const right = Math.min(node.bounds.x + node.bounds.width, drawn.x + drawn.width);
  return { ...drawn, x: left, width: Math.max(0, right - left) };
}

function isUnder(ids: ReadonlySet<string>, id: string): boolean {
  for (let path = pathOf(id); path !== ""; path = pathOf(path)) if (ids.has(path)) return true;
  return false;
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
