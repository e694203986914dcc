import {
  areAlike,
  marksAt,
  marksBetween,
  type Progress,
  pointBetween,
} from "../../draw/between.ts";
import type { Mark } from "../../draw/mark.ts";
import type { Point } from "../../draw/path.ts";
import { bundleMarks } from "../../scene/bundle-marks.ts";
import type { Scene, SceneBundle } from "../../scene/scene.ts";
import type { Seen } from "./motion-store.ts";

/** A part of the picture that goes from one place to another, comes, or goes. */
export interface MovingPart {
  readonly key: string;
  readonly layer: "plates" | "near" | "slabs" | "dashes" | "labels";
  readonly from?: readonly Mark[];
  readonly to?: readonly Mark[];
  /** Where it stood and where it will, where its own marks have changed. */
  readonly away?: { readonly from: Point; readonly to: Point };
}

/** Marks of a part at a moment, and how much of them is seen. */
export interface MomentOfPart {
  readonly marks: readonly Mark[];
  readonly opacity: number;
}

const LAYERS = ["plates", "near", "slabs", "dashes", "labels"] as const;

/** Every part of two pictures of one diagram, in the order of painting. */
export function movingParts(from: Scene, to: Scene): readonly MovingPart[] {
  const parts = [
    ...part("plates", "plates", from.plates, to.plates),
    ...bundleParts(from, to),
    ...nodeParts(from, to),
    ...part("dashes", "dashes", from.dashes, to.dashes),
    ...part("labels", "labels", from.labels, to.labels),
  ];
  return LAYERS.flatMap((layer) => parts.filter((each) => each.layer === layer));
}

/** Whether enough of one picture is in the other for the eye to follow. */
export function isSameDiagram(from: Scene, to: Scene): boolean {
  const ids = new Set(from.nodes.map(({ id }) => id));
  const common = to.nodes.filter(({ id }) => ids.has(id)).length;
  return 2 * common > Math.max(from.nodes.length, to.nodes.length);
}

/** A part on its way from where it was seen under an earlier view. */
export function momentOf(
  { from, to, away }: MovingPart,
  progress: Progress,
  seen: Seen,
): MomentOfPart {
  const placed = ({ x, y }: Point): Point => ({
    x: x * seen.scale + seen.by.x,
    y: y * seen.scale + seen.by.y,
  });
  if (to === undefined) return { marks: marksAt(from ?? [], placed), opacity: 1 - progress.y };
  if (from !== undefined) {
    return { marks: marksBetween(marksAt(from, placed), to, progress), opacity: 1 };
  }
  if (away === undefined) return { marks: to, opacity: progress.y };
  const start = placed(away.from);
  const by = { x: start.x - away.to.x, y: start.y - away.to.y };
  const rest = pointBetween(by, { x: 0, y: 0 }, progress);
  return { marks: marksAt(to, ({ x, y }) => ({ x: x + rest.x, y: y + rest.y })), opacity: 1 };
}

function part(
  key: string,
  layer: MovingPart["layer"],
  from: readonly Mark[],
  to: readonly Mark[],
): readonly MovingPart[] {
  if (areAlike(from, to)) return to.length === 0 ? [] : [{ key, layer, from, to }];
  return [
    { key: `${key} goes`, layer, from },
    { key: `${key} comes`, layer, to },
  ];
}

function nodeParts(from: Scene, to: Scene): readonly MovingPart[] {
  const before = new Map(from.nodes.map((node) => [node.id, node]));
  const stays = new Set(to.nodes.map(({ id }) => id));
  const goes = from.nodes.filter(({ id }) => !stays.has(id));
  return [
    ...goes.map(({ id, marks }) => ({ key: id, layer: "slabs" as const, from: marks })),
    ...to.nodes.map(({ id: key, bounds, marks }): MovingPart => {
      const old = before.get(key);
      if (old === undefined) return { key, layer: "slabs", to: marks };
      if (areAlike(old.marks, marks)) return { key, layer: "slabs", from: old.marks, to: marks };
      return { key, layer: "slabs", to: marks, away: { from: old.bounds, to: bounds } };
    }),
  ];
}

/** Stretches of an array are found again by their order from left to right. */
function bundleParts(from: Scene, to: Scene): readonly MovingPart[] {
  const [olds, news] = [stretches(from), stretches(to)];
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((key) => {
    const [old = [], now = []] = [olds.get(key), news.get(key)];
    return Array.from({ length: Math.max(old.length, now.length) }).flatMap((_, at) =>
      part(`${key} ${at}`, "near", old[at] ?? [], now[at] ?? []),
    );
  });
}

function stretches(scene: Scene): ReadonlyMap<string, readonly (readonly Mark[])[]> {
  const found = new Map<string, (readonly Mark[])[]>();
  for (const bundle of scene.bundles) {
    const key = keyOf(bundle);
    const held = found.get(key);
    if (held === undefined) found.set(key, [bundleMarks(bundle)]);
    else held.push(bundleMarks(bundle));
  }
  return found;
}

function keyOf({ path, array }: SceneBundle): string {
  return `${path} ${array}`;
}
