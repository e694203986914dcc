import { expect } from "vitest";
import { markBounds, unionBounds } from "../../src/draw/bounds.ts";
import { NAME_ROOM } from "../../src/draw/label.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Path, Rect } from "../../src/draw/path.ts";
import { SPACING } from "../../src/draw/slab.ts";
import { lineColour } from "../../src/draw/theme.ts";
import type { Scene, SceneNode } from "../../src/scene/scene.ts";
import { looseStrands, pathOf } from "./loose-strands.ts";
import { overlapsOf } from "./overlaps.ts";
import { entersBox, polylines } from "./polyline.ts";

const TOLERANCE = 0.01;
const LEAST_BESIDE = SPACING / 4;

/** Holds a scene to everything that is true of every picture. */
export function expectSceneLaws(scene: Scene, about?: string): void {
  expect(brokenLaws(scene), about).toEqual([]);
}

/** One sentence for each place where a scene breaks a law. */
export function brokenLaws(scene: Scene): readonly string[] {
  return [
    ...notFinite(scene),
    ...outOfBounds(scene),
    ...repeatedIds(scene),
    ...looseStrands(scene),
    ...closeStrands(scene),
    ...steepBends(scene),
    ...hiddenDots(scene),
    ...overlapsOf(scene),
    ...struckTexts(scene),
    ...dashedThrough(scene),
    ...dashedAlong(scene),
    ...tornPlates(scene),
  ];
}

/** Every mark of a scene. */
function marksOf(scene: Scene): readonly Mark[] {
  return [
    ...scene.plates,
    ...scene.dashes,
    ...scene.bundles.flatMap(({ strands }) => strands.flatMap(({ points }) => points)),
    ...scene.nodes.flatMap(({ marks }) => marks),
    ...scene.labels,
  ];
}

function notFinite(scene: Scene): readonly string[] {
  const bad: string[] = [];
  const visit = (value: unknown, where: string): void => {
    if (typeof value === "number" && !Number.isFinite(value)) bad.push(`${where} is ${value}`);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) visit(inner, `${where}.${key}`);
  };
  visit(scene, "scene");
  return bad;
}

function outOfBounds(scene: Scene): readonly string[] {
  return marksOf(scene).flatMap((mark) => {
    const box = markBounds(mark);
    if (box === undefined || isInside(box, scene.bounds)) return [];
    return [`${mark.kind} at ${place(box)} is out of the bounds ${place(scene.bounds)}`];
  });
}

function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - TOLERANCE &&
    inner.y >= outer.y - TOLERANCE &&
    inner.x + inner.width <= outer.x + outer.width + TOLERANCE &&
    inner.y + inner.height <= outer.y + outer.height + TOLERANCE
  );
}

function repeatedIds(scene: Scene): readonly string[] {
  const seen = new Set<string>();
  return scene.nodes.flatMap(({ id }) => {
    if (seen.has(id)) return [`two nodes are called ${id}`];
    seen.add(id);
    return [];
  });
}

/** Strands of one array are at least a spacing apart where they enter and leave a slab. */
function closeStrands(scene: Scene): readonly string[] {
  return scene.nodes.flatMap(({ id, ports }) =>
    ports.flatMap(({ side, array, heights }) => {
      const sorted = [...heights].sort((a, b) => a - b);
      const close = sorted.some((y, i) => i > 0 && y - (sorted[i - 1] ?? y) < SPACING - TOLERANCE);
      return close ? [`strands of ${array} (${side}) at ${id} stand at ${sorted.join(" ")}`] : [];
    }),
  );
}

/**
 * A strand has room to change its height: no piece of it is nearly vertical, unless it is drawn
 * straight down, as weights are that arrive on a top edge.
 */
function steepBends(scene: Scene): readonly string[] {
  return marksOf(scene).flatMap((mark) => {
    if (mark.kind !== "strand") return [];
    const ends = mark.path.flatMap((segment) =>
      segment.kind === "close" ? [] : [{ ...segment.to, isLine: segment.kind === "line" }],
    );
    return ends.slice(1).flatMap((to, i) => {
      const from = ends[i] ?? to;
      if (to.isLine && to.x === from.x) return [];
      const room = Math.abs(to.x - from.x);
      const rise = Math.abs(to.y - from.y);
      if (room >= Math.min(rise, SPACING) / 2 - TOLERANCE) return [];
      const where = `${from.x.toFixed(1)} ${from.y.toFixed(1)}`;
      return [`a strand of ${mark.axis} at ${where} has ${room.toFixed(1)} to rise by ${rise}`];
    });
  });
}

/** What a slab paints later does not cover a dot, which says where strands meet. */
function hiddenDots(scene: Scene): readonly string[] {
  return scene.nodes.flatMap(({ id, marks }) =>
    marks.flatMap((mark, i) => {
      if (mark.kind !== "dot") return [];
      const hidden = marks.slice(i + 1).some((later) => {
        const box = later.kind === "path" && later.fill ? markBounds(later) : undefined;
        if (box === undefined || later.kind !== "path" || later.fill === "ink") return false;
        const [inX, inY] = [mark.x - box.x, mark.y - box.y];
        return inX > 0 && inX < box.width && inY > 0 && inY < box.height;
      });
      return hidden ? [`the dot of ${id} at ${mark.x.toFixed(1)} ${mark.y} is covered`] : [];
    }),
  );
}

/**
 * No strand runs through a text; what hangs below its baseline may lie on one where the text is taller
 * than the room between two strands. A text on a filled shape hides
 * the strands of its own slab, which are painted before.
 */
function struckTexts(scene: Scene): readonly string[] {
  const foreign = [
    ...scene.bundles.flatMap(({ strands }) => strands.flatMap(({ points }) => points)),
    ...scene.labels,
  ];
  const groups = [
    { marks: [...scene.plates, ...scene.labels], hidden: new Set<string>() },
    ...scene.nodes.map(({ marks }) => ({ marks, hidden: onFilledShapes(marks) })),
  ];
  const lines = [foreign, ...scene.nodes.map(({ marks }) => marks)].map((marks) =>
    marks.flatMap((mark) => (mark.kind === "strand" ? polylines(mark.path) : [])),
  );
  return groups.flatMap(({ marks, hidden }, group) =>
    textsOf(marks).flatMap(({ text, box }) => {
      const visible = lines.filter((_, i) => i !== group || group === 0 || !hidden.has(text));
      const hit = visible.flat().filter((line) => entersBox(line, box));
      return hit.length === 0 ? [] : [`${hit.length} strands run through ${text} at ${place(box)}`];
    }),
  );
}

/** The texts of a slab that stand on a shape which hides what is below. */
function onFilledShapes(marks: readonly Mark[]): ReadonlySet<string> {
  const shapes = marks.flatMap((mark) => {
    const box = mark.kind === "path" && mark.fill !== undefined ? markBounds(mark) : undefined;
    return box === undefined ? [] : [box];
  });
  const covered = textsOf(marks).filter(({ box }) => shapes.some((shape) => isInside(box, shape)));
  return new Set(covered.map(({ text }) => text));
}

/** Dashed lines keep away from texts and glyphs, and half their own width from the tops of names. */
function dashedThrough(scene: Scene): readonly string[] {
  const dashes = scene.dashes.flatMap((mark) => (mark.kind === "path" ? polylines(mark.path) : []));
  const boxes = [
    ...textsOf(marksOf(scene)).map(({ text, box }) => ({ text, box: withTop(box, 2) })),
    ...scene.nodes.filter(isLeaf).flatMap(({ id, marks }) =>
      marks.flatMap((mark) => {
        const box = mark.kind === "path" || mark.kind === "dot" ? markBounds(mark) : undefined;
        return box === undefined ? [] : [{ text: `a ${mark.kind} of ${id}`, box: shrunk(box, 1) }];
      }),
    ),
  ];
  return boxes.flatMap(({ text, box }) =>
    dashes.some((line) => entersBox(line, box))
      ? [`a dashed line runs through ${text} at ${place(box)}`]
      : [],
  );
}

/** A dashed line lies between strands: none runs beside it closer than it can be told from. */
function dashedAlong(scene: Scene): readonly string[] {
  const level = marksOf(scene).flatMap((mark) =>
    mark.kind === "strand" ? levelPieces(mark.path) : [],
  );
  const dashes = scene.dashes.flatMap((mark) =>
    mark.kind === "path" ? levelPieces(mark.path) : [],
  );
  return dashes.flatMap((dash) =>
    level
      .filter(({ x0, x1, y }) => {
        const shared = Math.min(x1, dash.x1) - Math.max(x0, dash.x0);
        return Math.abs(y - dash.y) < LEAST_BESIDE && shared > TOLERANCE;
      })
      .map(({ x0, x1, y }) => `a dashed line at ${dash.y} runs along a strand at ${x0} ${x1} ${y}`),
  );
}

interface Level {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

function levelPieces(path: Path): readonly Level[] {
  const ends = path.flatMap((segment) => (segment.kind === "close" ? [] : [segment.to]));
  return ends.slice(1).flatMap((to, i) => {
    const from = ends[i] ?? to;
    if (from.y !== to.y) return [];
    return [{ x0: Math.min(from.x, to.x), x1: Math.max(from.x, to.x), y: to.y }];
  });
}

/** Whether a plate is around a part of an operation: it stands out at most on one side, for its title. */
function isAroundPart(plate: Rect, part: Rect): boolean {
  const left = part.x - plate.x;
  const right = plate.x + plate.width - part.x - part.width;
  const above = part.y - plate.y;
  const below = plate.y + plate.height - part.y - part.height;
  const isCentred = Math.abs(left - right) < SPACING / 2;
  return isInside(part, plate) && isCentred && Math.min(above, below) < SPACING / 2;
}

/**
 * Plates lie within each other or side by side, and a glyph stands on a plate or beside it; only the
 * walls of a loop stand across the edges of its plate. A plate around one operation is as tall as
 * its glyph, so strands of its slab may pass outside. At an end of the figure the array's name may
 * have a plate without the names of its wires, each of which stands on it or off it. What an operation
 * gives is named in the painted column after its own. A plate around a part of an operation cuts the
 * glyph of that one, and plates around parts may lie across each other.
 */
function tornPlates(scene: Scene): readonly string[] {
  const plates = scene.plates.flatMap((mark, i) => {
    const isPlate = isArea(mark) && lineColour(mark.stroke) !== "halo";
    const box = isPlate ? markBounds(mark) : undefined;
    return box === undefined
      ? []
      : [{ name: `plate ${i}`, box: shrunk(box, 1), isColumn: isColumn(mark) }];
  });
  const pieces = scene.nodes.flatMap(({ id, parts = [] }) =>
    parts.map(({ box }) => ({ id, box: shrunk(box, 1) })),
  );
  const partPlates = new Map(
    plates.map((plate) => [
      plate.name,
      pieces.flatMap(({ id, box }) => (isAroundPart(plate.box, box) ? [id] : [])),
    ]),
  );
  const slabsOf = (isDrawn: (mark: Mark) => boolean) =>
    scene.nodes.filter(isLeaf).flatMap(({ id, kind, marks }) => {
      const boxes = marks.filter(isDrawn).map(markBounds);
      const isEnd = kind === "input" || kind === "output";
      return (isEnd ? boxes : [unionBounds(boxes)]).flatMap((box) =>
        box === undefined ? [] : [{ name: id, box: shrunk(box, 1) }],
      );
    });
  const slabs = slabsOf((mark) => !isWire(mark));
  const glyphs = slabsOf((mark) => !isWire(mark) && !isAxisName(mark));
  return plates.flatMap((plate, i) =>
    [...plates.slice(i + 1), ...(plate.isColumn ? glyphs : slabs)].flatMap(({ name, box }) => {
      const apart =
        box.x >= plate.box.x + plate.box.width ||
        plate.box.x >= box.x + box.width ||
        box.y >= plate.box.y + plate.box.height ||
        plate.box.y >= box.y + box.height;
      const within = isInside(box, plate.box) || isInside(plate.box, box);
      const cut = partPlates.get(plate.name) ?? [];
      const isOfPart = cut.length > 0 && (partPlates.get(name) ?? []).length > 0;
      if (cut.includes(name) || isOfPart) return [];
      return apart || within ? [] : [`${name} stands across the edge of ${plate.name}`];
    }),
  );
}

/** Not a wedge, and not a line between columns, which runs through plates. */
function isArea(mark: Mark): mark is Mark & { readonly kind: "path" } {
  return mark.kind === "path" && !isWedge(mark) && mark.path.length > 2;
}

function isColumn(mark: Mark): boolean {
  return mark.kind === "path" && (mark.fill === "data" || mark.fill === "function");
}

function isAxisName(mark: Mark): boolean {
  return mark.kind === "text" && mark.role === "axis";
}

/** The wedge of a remark, which goes into a plate where its target stands on one. */
function isWedge({ fill, path }: Mark & { readonly kind: "path" }): boolean {
  return fill === "note" && path.length === 4;
}

/** Strands, and the shafts of arrows, which cross the edges of plates too. */
function isWire(mark: Mark): boolean {
  return mark.kind === "strand" || (mark.kind === "path" && mark.stroke === "wire");
}

function isLeaf({ kind }: SceneNode): boolean {
  return kind !== "plate" && kind !== "loop";
}

/** Texts with the box above their baseline, a little smaller than what they ink. */
function textsOf(marks: readonly Mark[]): readonly { readonly text: string; readonly box: Rect }[] {
  return marks.flatMap((mark) => {
    const bounds = mark.kind === "text" ? markBounds(mark) : undefined;
    if (mark.kind !== "text" || bounds === undefined) return [];
    const isTooTall = bounds.height > NAME_ROOM;
    const box = shrunk(isTooTall ? { ...bounds, height: mark.y - bounds.y } : bounds, 1);
    return [{ text: `${mark.role} \`${mark.text}\``, box }];
  });
}

function withTop(box: Rect, by: number): Rect {
  return { ...box, y: box.y - by, height: box.height + by };
}

function shrunk({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function place({ x, y, width, height }: Rect): string {
  return [x, y, width, height].map((side) => side.toFixed(1)).join(" ");
}

/**
 * What opening a call disturbs that it should not: every node of the figure is still there, and what
 * belongs to the inside of another open call stands as it stood beside its neighbours.
 */
export function disturbedByOpening(closed: Scene, open: Scene): readonly string[] {
  const now = new Map(open.nodes.map((node) => [node.id, node]));
  const gone = closed.nodes.filter(({ id }) => !now.has(id));
  const grown = new Set(closed.nodes.flatMap((node) => (isGrown(node, now) ? [node.id] : [])));
  const paths = new Set(closed.nodes.map(pathOf));
  const moved = [...paths]
    .filter((path) => path !== "" && !holds(path, grown))
    .flatMap((path) => {
      const inside = closed.nodes.filter((node) => pathOf(node) === path);
      const shifts = new Set(inside.map((node) => shiftOf(node, now)));
      return shifts.size > 1 ? [`the inside of ${path} moves by ${[...shifts].join(" and ")}`] : [];
    });
  return [...gone.map(({ id }) => `${id} is gone`), ...moved];
}

function isGrown({ id, kind, bounds }: SceneNode, now: ReadonlyMap<string, SceneNode>): boolean {
  const after = now.get(id);
  if (after === undefined) return false;
  return after.kind !== kind || Math.abs(after.bounds.width - bounds.width) > TOLERANCE;
}

/** True when something at this path, or further in, has another size than before. */
function holds(path: string, grown: ReadonlySet<string>): boolean {
  return [...grown].some((id) => id.startsWith(`${path}>`));
}

function shiftOf({ id, bounds }: SceneNode, now: ReadonlyMap<string, SceneNode>): string {
  const after = now.get(id)?.bounds ?? bounds;
  return `${(after.x - bounds.x).toFixed(2)} ${(after.y - bounds.y).toFixed(2)}`;
}
