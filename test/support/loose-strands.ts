import { markBounds } from "../../src/draw/bounds.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Point, Rect } from "../../src/draw/path.ts";
import { SPACING } from "../../src/draw/slab.ts";
import type { Scene, SceneBundle, SceneNode } from "../../src/scene/scene.ts";
import { distanceTo, endsOfPath, polylines } from "./polyline.ts";

const NEAR = 0.01;
/** A strand may end this far from the middle of the outline of its glyph. */
const OUTLINE = 1.6;

/** The end of a strand, with what the picture says that it is an end of. */
interface End extends Point {
  readonly what: string;
  readonly axis: string;
  readonly array?: string;
  readonly node?: string;
}

/** Places where strands end in nothing, and ports where no strand arrives. */
export function looseStrands(scene: Scene): readonly string[] {
  const bundled = scene.bundles.flatMap(bundleEnds);
  const drawn = scene.nodes.flatMap(nodeEnds);
  const bordered = scene.labels.flatMap((mark) => markEnds(mark, "border"));
  const ends = new Places([...bundled, ...drawn, ...bordered]);
  const ports = new Places(scene.nodes.flatMap(portEnds));
  return [
    ...scene.nodes.flatMap((node) => looseInNode(node, ends)),
    ...looseInBundles(scene, bundled, ends, ports),
    ...[...ports.all].flatMap((port) => {
      const met = ends.at(port).some((end) => end.array === port.array);
      return met ? [] : [`no strand of ${port.array} meets ${port.what} at ${place(port)}`];
    }),
  ];
}

/** What is drawn in a slab hangs on its ports, its glyph or another piece of the same axis. */
function looseInNode(node: SceneNode, ends: Places): readonly string[] {
  const glyph = node.marks.filter((mark) => mark.kind !== "strand");
  return nodeEnds(node).flatMap((end) => {
    const others = ends.at(end).filter((other) => other.what !== end.what);
    const goesOn =
      node.kind === "plate" || node.kind === "loop"
        ? others.length > 0
        : others.some((other) => other.axis === end.axis || other.node !== end.node) ||
          isTurn(node, end, others);
    const isEnd = node.kind === "input" || node.kind === "output";
    const names = glyph.filter((mark) => mark.kind === "text" && mark.role !== "axis");
    // In a picture of several diagrams the ends have no names; a function may be a letter alone.
    const isNamed =
      (isEnd && names.length === 0) ||
      names.some((mark) => (isEnd || isLetter(mark)) && standsBeside(mark, end));
    if (goesOn || isNamed || glyph.some((mark) => touches(mark, end))) return [];
    return [`${end.what} ends in nothing at ${place(end)}`];
  });
}

/** The apex of a cup of two axes of one array: the piece that meets this one comes from the left too. */
function isTurn(node: SceneNode, end: End, others: readonly End[]): boolean {
  const [other, ...more] = others;
  const isRightmost = (what: string) =>
    nodeEnds(node).every((each) => each.what !== what || each.x <= end.x);
  return (
    other !== undefined && more.length === 0 && [end, other].every((each) => isRightmost(each.what))
  );
}

/** Between slabs a strand runs from port to port; one that nothing takes ends in a stub. */
function looseInBundles(
  scene: Scene,
  bundled: readonly End[],
  ends: Places,
  ports: Places,
): readonly string[] {
  const taken = new Set(
    scene.nodes.flatMap((node) =>
      node.ports.filter(({ side }) => side === "in").map(({ array }) => `${pathOf(node)}|${array}`),
    ),
  );
  const arrows = scene.bundles.flatMap(({ strands }) =>
    strands.flatMap(({ points }) => points.filter((mark) => mark.kind === "path")),
  );
  const rightmost = new Map<string, number>();
  for (const end of bundled) {
    const key = end.array ?? "";
    rightmost.set(key, Math.max(rightmost.get(key) ?? end.x, end.x));
  }
  return bundled.flatMap((end) => {
    const meetsPort = ports.at(end).some((port) => port.array === end.array);
    const meetsStrand = ends.at(end).some((other) => other.what !== end.what);
    const isStub = !taken.has(end.array ?? "") && rightmost.get(end.array ?? "") === end.x;
    // Where a figure goes on in another row, an arrow of the bundle begins or ends.
    const goesOn = arrows.some((mark) => touches(mark, end));
    return meetsPort || meetsStrand || isStub || goesOn
      ? []
      : [`${end.what} is cut off at ${place(end)}`];
  });
}

/** The calls that lead to a node. */
export function pathOf({ id }: Pick<SceneNode, "id">): string {
  const last = id.lastIndexOf(">");
  return last < 0 ? "" : id.slice(0, last);
}

function bundleEnds({ path, array, strands }: SceneBundle, bundle: number): readonly End[] {
  return strands.flatMap(({ points }, strand) =>
    points.flatMap((mark, piece) =>
      markEnds(mark, `strand ${strand}.${piece} of ${array} (${bundle})`).map((end) => ({
        ...end,
        array: `${path}|${array}`,
      })),
    ),
  );
}

function nodeEnds({ id, marks }: SceneNode): readonly End[] {
  return marks.flatMap((mark, i) =>
    markEnds(mark, `piece ${i} in ${id}`).map((end) => ({ ...end, node: id })),
  );
}

function portEnds(node: SceneNode): readonly End[] {
  return node.ports.flatMap(({ side, array, x, heights }) =>
    heights.map((y, i) => ({
      x,
      y,
      axis: "",
      array: `${pathOf(node)}|${array}`,
      what: `port ${side} ${i} of ${node.id}`,
    })),
  );
}

function markEnds(mark: Mark, what: string): readonly End[] {
  if (mark.kind !== "strand") return [];
  return endsOfPath(mark.path).map(({ x, y }) => ({ x, y, axis: mark.axis, what }));
}

function touches(mark: Mark, point: Point): boolean {
  if (mark.kind === "dot") {
    return Math.hypot(mark.x - point.x, mark.y - point.y) <= mark.radius + NEAR;
  }
  if (mark.kind === "path") {
    const area = mark.fill === undefined ? undefined : markBounds(mark);
    if (area !== undefined && contains(area, point)) return true;
    return polylines(mark.path).some((line) => distanceTo(line, point) <= OUTLINE);
  }
  if (mark.kind === "strand") return false;
  const box = markBounds(mark);
  if (box === undefined) return false;
  return contains({ ...box, x: box.x - 8, width: box.width + 16 }, point);
}

function isLetter(mark: Mark): boolean {
  return mark.kind === "text" && mark.role === "letter";
}

/** The strands at an end of the figure begin or end beside the name of their array. */
function standsBeside(mark: Mark, { x }: Point): boolean {
  const box = mark.kind === "text" ? markBounds(mark) : undefined;
  if (box === undefined) return false;
  return Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.width)) <= SPACING / 2;
}

function contains(box: Rect, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** Ends by where they are. */
class Places {
  readonly #cells = new Map<string, End[]>();
  readonly all: readonly End[];

  constructor(all: readonly End[]) {
    this.all = all;
    for (const end of all) {
      const key = cellOf(end.x, end.y);
      const known = this.#cells.get(key);
      if (known) known.push(end);
      else this.#cells.set(key, [end]);
    }
  }

  at({ x, y }: Point): readonly End[] {
    const around = [-NEAR, 0, NEAR];
    const keys = new Set(around.flatMap((dx) => around.map((dy) => cellOf(x + dx, y + dy))));
    return [...keys]
      .flatMap((key) => this.#cells.get(key) ?? [])
      .filter((end) => Math.abs(end.x - x) <= NEAR && Math.abs(end.y - y) <= NEAR);
  }
}

function cellOf(x: number, y: number): string {
  return `${Math.floor(x)} ${Math.floor(y)}`;
}

function place({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
