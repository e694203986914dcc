import type { Rect } from "../draw/path.ts";
import { countedAxis } from "../scene/entries-wire.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { LEFT_WALL, RIGHT_WALL } from "../scene/wall-ids.ts";
import { pathOf, type Selection } from "./selection.ts";

/** A way to go from the thing that is selected. */
export type Direction = "left" | "right" | "up" | "down";

/**
 * What an arrow key selects next. Left and right follow the flow: operation, its result, the
 * operation that uses it. Up and down stay in the column; inside an array they go from strand to strand.
 */
export function walk(scene: Scene, from: Selection, direction: Direction): Selection {
  switch (from.kind) {
    case "diagram":
      return startOf(scene) ?? from;
    case "operation": {
      const node = scene.nodes.find((each) => each.id === from.id);
      if (node === undefined) return startOf(scene) ?? from;
      return fromNode(scene, node, direction) ?? from;
    }
    case "array":
      return fromArray(scene, from, direction) ?? from;
    case "strand": {
      if (direction === "up" || direction === "down") return nextStrand(scene, from, direction);
      const { path, definition, array } = from;
      return fromArray(scene, { kind: "array", path, definition, array }, direction) ?? from;
    }
  }
}

/** The first strand of an array, when it has any. */
export function firstStrand(scene: Scene, from: Extract<Selection, { kind: "array" }>): Selection {
  const axis = axesOf(scene, from)[0];
  return axis === undefined ? from : { ...from, kind: "strand", axis };
}

/** A selection of a node on the canvas; an end of the figure stands for its array. */
export function selectNode(node: SceneNode): Selection {
  const { id, definition, node: key, kind, ports } = node;
  const [port] = ports;
  return (kind === "input" || kind === "output") && port !== undefined
    ? { kind: "array", path: pathOf(id), definition, array: port.array }
    : { kind: "operation", id, definition, node: key };
}

/** A wall of a loop belongs to the loop around it, a side of an open block to the block. */
export function isWall(node: SceneNode): boolean {
  return node.kind === "border" || node.node === LEFT_WALL || node.node === RIGHT_WALL;
}

/** The part of the picture that a selection takes, for framing and for the focus ring. */
export function boundsOf(scene: Scene, selection: Selection): Rect | undefined {
  if (selection.kind === "diagram") return undefined;
  if (selection.kind === "operation") {
    const node = scene.nodes.find((each) => each.id === selection.id);
    return node === undefined ? undefined : boundsOfNode(scene, node);
  }
  const stop = selection.kind === "strand" ? boundsOfStop(scene, selection) : undefined;
  if (stop !== undefined) return stop;
  const strands = scene.bundles
    .filter((bundle) => bundle.path === selection.path && bundle.array === selection.array)
    .flatMap((bundle) => bundle.strands)
    .filter((strand) => selection.kind === "array" || strand.axis === selection.axis);
  const points = strands
    .flatMap((strand) => strand.points)
    .flatMap((mark) => ("path" in mark ? mark.path : []))
    .flatMap((segment) => ("to" in segment ? [segment.to] : []));
  if (points.length === 0) return undefined;
  const [left, right] = [Math.min(...points.map((p) => p.x)), Math.max(...points.map((p) => p.x))];
  const [top, bottom] = [Math.min(...points.map((p) => p.y)), Math.max(...points.map((p) => p.y))];
  return { x: left, y: top - 5, width: right - left, height: bottom - top + 10 };
}

/** Where a strand goes through the node at which a walk along it stopped. */
function boundsOfStop(
  scene: Scene,
  { path, array, axis, at }: Extract<Selection, { kind: "strand" }>,
): Rect | undefined {
  if (at === undefined) return undefined;
  const id = path === "" ? at : `${path}>${at}`;
  const node = scene.nodes.find((each) => each.id === id);
  const port = node?.ports.findLast((each) => each.array === array);
  const height =
    port?.heights[axesOf(scene, { kind: "array", path, definition: "", array }).indexOf(axis)];
  if (node === undefined || port === undefined || height === undefined) return undefined;
  if (node.kind === "loop") {
    // At the wall: a loop is as wide as all that happens in it.
    return { x: port.x - (port.side === "out" ? 32 : 0), y: height - 8, width: 32, height: 16 };
  }
  const { x, width } = node.bounds;
  return { x, y: height - 8, width, height: 16 };
}

/** The bounds of a node; an open block or a loop takes in all that is inside. */
export function boundsOfNode(scene: Scene, node: SceneNode): Rect {
  if (node.kind !== "plate" && node.kind !== "loop") return node.bounds;
  const inside = scene.nodes.filter((each) => each.id.startsWith(`${node.id}>`));
  const boxes = [node.bounds, ...inside.map((each) => each.bounds)];
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function startOf(scene: Scene): Selection | undefined {
  const first = scene.nodes.find(isWalkable);
  return first === undefined ? undefined : selectNode(first);
}

function fromNode(scene: Scene, node: SceneNode, direction: Direction): Selection | undefined {
  if (direction === "up" || direction === "down") return inColumn(scene, node, direction);
  const first = direction === "right" ? firstInside(scene, node) : undefined;
  if (first !== undefined) return selectNode(first);
  const side = direction === "right" ? "out" : "in";
  const port = node.ports.find((each) => each.side === side);
  if (port !== undefined) {
    const { definition, id } = node;
    const next: Selection = { kind: "array", path: pathOf(id), definition, array: port.array };
    if (boundsOf(scene, next) !== undefined) return next;
  }
  return nearestSideways(scene, node.bounds, direction);
}

function fromArray(
  scene: Scene,
  from: Extract<Selection, { kind: "array" }>,
  direction: Direction,
): Selection | undefined {
  const bounds = boundsOf(scene, from);
  if (direction === "up" || direction === "down") {
    return bounds === undefined ? undefined : besideArray(scene, from, bounds, direction);
  }
  const side = direction === "right" ? "in" : "out";
  const node = scene.nodes.find(
    (each) =>
      isWalkable(each) &&
      pathOf(each.id) === from.path &&
      each.ports.some((port) => port.side === side && port.array === from.array),
  );
  if (node !== undefined) return selectNode(node);
  const around = scene.nodes.find((each) => each.id === from.path);
  if (around !== undefined) return outOf(scene, around, direction);
  return bounds === undefined ? undefined : nearestSideways(scene, bounds, direction);
}

/** Where the inside of an open block or a loop begins. */
function firstInside(scene: Scene, node: SceneNode): SceneNode | undefined {
  if (node.kind !== "plate" && node.kind !== "loop") return undefined;
  return scene.nodes.find((each) => isWalkable(each) && pathOf(each.id) === node.id);
}

/** From the last array inside a block or loop to what the block gives; from the first one to the block. */
function outOf(scene: Scene, around: SceneNode, direction: "left" | "right"): Selection {
  const port = around.ports.find((each) => each.side === "out");
  if (direction === "left" || port === undefined) return selectNode(around);
  const { definition, id } = around;
  const next: Selection = { kind: "array", path: pathOf(id), definition, array: port.array };
  return boundsOf(scene, next) === undefined ? selectNode(around) : next;
}

function nextStrand(
  scene: Scene,
  from: Extract<Selection, { kind: "strand" }>,
  direction: "up" | "down",
): Selection {
  const { path, definition, array } = from;
  const axes = axesOf(scene, { kind: "array", path, definition, array });
  const axis = axes[axes.indexOf(from.axis) + (direction === "down" ? 1 : -1)];
  return axis === undefined ? from : { kind: "strand", path, definition, array, axis };
}

function axesOf(
  scene: Scene,
  { path, array }: Extract<Selection, { kind: "array" }>,
): readonly string[] {
  const bundle = scene.bundles.find((each) => each.path === path && each.array === array);
  const names = bundle?.strands.map((strand) => strand.axis) ?? [];
  return names.filter((name) => countedAxis(name) === undefined);
}

function inColumn(scene: Scene, from: SceneNode, direction: "up" | "down"): Selection | undefined {
  const middle = centre(from.bounds);
  const candidates = scene.nodes.filter((node) => {
    if (!isWalkable(node) || node.id === from.id) return false;
    const { y } = centre(node.bounds);
    return direction === "down" ? y > middle.y + 1 : y < middle.y - 1;
  });
  const best = nearestBy(candidates, ({ bounds }) => {
    const at = centre(bounds);
    return Math.abs(at.y - middle.y) + 4 * Math.abs(at.x - middle.x);
  });
  return best === undefined ? undefined : selectNode(best);
}

function besideArray(
  scene: Scene,
  from: Extract<Selection, { kind: "array" }>,
  bounds: Rect,
  direction: "up" | "down",
): Selection | undefined {
  const others = new Map<string, Extract<Selection, { kind: "array" }>>();
  for (const { path, definition, array } of scene.bundles) {
    if (path === from.path && array === from.array) continue;
    others.set(`${path} ${array}`, { kind: "array", path, definition, array });
  }
  const placed = [...others.values()].flatMap((selection) => {
    const box = boundsOf(scene, selection);
    if (box === undefined) return [];
    const shares = box.x < bounds.x + bounds.width && bounds.x < box.x + box.width;
    const beyond = direction === "down" ? box.y > bounds.y + 1 : box.y < bounds.y - 1;
    return shares && beyond ? [{ selection, box }] : [];
  });
  return nearestBy(placed, ({ box }) => Math.abs(box.y - bounds.y))?.selection;
}

function nearestSideways(
  scene: Scene,
  bounds: Rect,
  direction: "left" | "right",
): Selection | undefined {
  const middle = centre(bounds);
  const edge = direction === "right" ? bounds.x + bounds.width : bounds.x;
  const candidates = scene.nodes.filter((node) => {
    if (!isWalkable(node)) return false;
    const { x } = centre(node.bounds);
    return direction === "right" ? x > edge : x < edge;
  });
  const best = nearestBy(candidates, (node) => {
    const at = centre(node.bounds);
    return Math.abs(at.x - edge) + 2 * Math.abs(at.y - middle.y);
  });
  return best === undefined ? undefined : selectNode(best);
}

function nearestBy<T>(items: readonly T[], distance: (item: T) => number): T | undefined {
  let best: { readonly item: T; readonly distance: number } | undefined;
  for (const item of items) {
    const here = distance(item);
    if (best === undefined || here < best.distance) best = { item, distance: here };
  }
  return best?.item;
}

/** Whether the arrow keys stop at a node: not at copy dots, nor at the walls of loops. */
export function isWalkable(node: SceneNode): boolean {
  return node.kind !== "copy" && !isWall(node);
}

function centre(box: Rect): { readonly x: number; readonly y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
