import type { Point, Rect } from "../../draw/path.ts";
import { placeOf } from "../../editor/place-of.ts";
import { nodesOf } from "../../editor/problems.ts";
import type { Reading } from "../../editor/reading.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { problemsOf } from "../store.ts";

/** How far a frame stands around what is wrong. */
export const AROUND = 3;
export const BADGE_RADIUS = 8;

const known = new WeakMap<Reading, readonly SceneNode[]>();

/** What is framed as wrong: operations that could not be checked, and where errors have their place. */
export function wrongNodes(reading: Reading): readonly SceneNode[] {
  const found = known.get(reading) ?? findWrong(reading);
  known.set(reading, found);
  return found;
}

function findWrong(reading: Reading): readonly SceneNode[] {
  const { scene } = reading;
  const wrong = new Set(
    problemsOf(reading)
      .filter(({ diagnostic }) => diagnostic.severity === "error")
      .flatMap(nodesOf)
      .flatMap((node) => placeOf(scene, node)?.node ?? []),
  );
  return scene.nodes.filter((node) => node.wrong || wrong.has(node.node));
}

/** The middle of the mark at the corner of a frame. */
export function badgeOf({ x, y, width }: Rect): Point {
  return { x: x + width + AROUND, y: y - AROUND };
}

/** The operation whose mark is at a point. */
export function badgeAt(reading: Reading, { x, y }: Point): SceneNode | undefined {
  return wrongNodes(reading).find(({ bounds }) => {
    const badge = badgeOf(bounds);
    return Math.hypot(badge.x - x, badge.y - y) <= BADGE_RADIUS;
  });
}
