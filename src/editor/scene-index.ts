import type { Mark } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import { polyline } from "../draw/polyline.ts";
import type { Scene, SceneBundle, SceneId, SceneNode } from "../scene/scene.ts";
import { pathOf } from "./selection.ts";

/** A stretch of one strand as a polyline; `array` is absent inside slabs. */
export interface Wire {
  readonly definition: string;
  readonly path: SceneId;
  readonly array?: string;
  readonly axis: string;
  readonly line: readonly Point[];
  /** The node of the picture that the way leads to, and which of its ports. */
  readonly to?: SceneBundle["to"];
}

/** Answers what is at a point of a scene; built once per scene. */
export interface SceneIndex {
  /** The nearest strand within the distance. */
  wireAt(point: Point, within: number): Wire | undefined;
  /** The smallest node whose bounds hold the point; plates and loops only by their own bounds. */
  nodeAt(point: Point): SceneNode | undefined;
  node(id: SceneId): SceneNode | undefined;
  /** Every place of a node of the document, outermost first. */
  placesOf(node: string): readonly SceneNode[];
}

const CELL = 60;

/** Prepares hit-testing by geometry, since strands take no pointer events of their own. */
export function indexScene(scene: Scene): SceneIndex {
  const wires = [...bundleWires(scene), ...slabWires(scene)];
  const cells = new Map<string, Set<Wire>>();
  for (const wire of wires) {
    for (const cell of cellsOf(wire.line)) {
      const held = cells.get(cell);
      if (held === undefined) cells.set(cell, new Set([wire]));
      else held.add(wire);
    }
  }
  const byId = new Map(scene.nodes.map((node) => [node.id, node]));
  const bySize = [...scene.nodes].sort((a, b) => area(a.bounds) - area(b.bounds));
  const places = new Map<string, SceneNode[]>();
  for (const node of scene.nodes) {
    const held = places.get(node.node);
    if (held === undefined) places.set(node.node, [node]);
    else held.push(node);
  }
  return {
    wireAt: (point, within) => nearest(cells, point, within),
    nodeAt: (point) => bySize.find((node) => holds(node.bounds, point)),
    node: (id) => byId.get(id),
    placesOf: (node) => places.get(node) ?? [],
  };
}

function* bundleWires(scene: Scene): Generator<Wire> {
  for (const { definition, path, array, strands, to } of [...scene.bundles, ...scene.borders]) {
    for (const { axis, points } of strands) {
      for (const mark of points) {
        if (mark.kind !== "strand" && mark.kind !== "path") continue;
        yield { definition, path, array, axis, line: polyline(mark.path), ...(to && { to }) };
      }
    }
  }
}

function* slabWires(scene: Scene): Generator<Wire> {
  for (const node of scene.nodes) {
    for (const mark of node.marks) {
      if (mark.kind === "strand") yield slabWire(node, mark);
    }
  }
}

function slabWire(node: SceneNode, mark: Extract<Mark, { kind: "strand" }>): Wire {
  const { definition, id } = node;
  return { definition, path: pathOf(id), axis: mark.axis, line: polyline(mark.path) };
}

function* cellsOf(line: readonly Point[]): Generator<string> {
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1], line[at]];
    if (from === undefined || to === undefined) continue;
    const left = Math.floor(Math.min(from.x, to.x) / CELL);
    const right = Math.floor(Math.max(from.x, to.x) / CELL);
    const top = Math.floor(Math.min(from.y, to.y) / CELL);
    const bottom = Math.floor(Math.max(from.y, to.y) / CELL);
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) yield `${x} ${y}`;
    }
  }
}

function nearest(
  cells: ReadonlyMap<string, ReadonlySet<Wire>>,
  point: Point,
  within: number,
): Wire | undefined {
  let best: Wire | undefined;
  let bestDistance = within;
  for (const cell of cellsAround(point, within)) {
    for (const wire of cells.get(cell) ?? []) {
      const distance = distanceTo(wire.line, point);
      if (distance > bestDistance || (distance === bestDistance && best !== undefined)) continue;
      best = wire;
      bestDistance = distance;
    }
  }
  return best;
}

function* cellsAround(point: Point, within: number): Generator<string> {
  const [left, right] = [point.x - within, point.x + within].map((x) => Math.floor(x / CELL));
  const [top, bottom] = [point.y - within, point.y + within].map((y) => Math.floor(y / CELL));
  for (let x = left ?? 0; x <= (right ?? 0); x++) {
    for (let y = top ?? 0; y <= (bottom ?? 0); y++) yield `${x} ${y}`;
  }
}

function distanceTo(line: readonly Point[], point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1], line[at]];
    if (from === undefined || to === undefined) continue;
    least = Math.min(least, distanceToSegment(from, to, point));
  }
  return least;
}

function distanceToSegment(from: Point, to: Point, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(from.x + t * dx - point.x, from.y + t * dy - point.y);
}

function holds(box: Rect, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function area(box: Rect): number {
  return box.width * box.height;
}
