import type { Path, Point, Segment } from "./path.ts";

/** How far each line of a double wire lies from the middle. */
export const DOUBLE_OFFSET = 1.5;

/** Into how many curves each curve is cut before it is offset. */
const CUTS = 6;

/** The two lines of a double wire, as far from each other where it bends as where it is straight. */
export function parallelLines(middle: Path): Path {
  return [...offsetPath(middle, -DOUBLE_OFFSET), ...offsetPath(middle, DOUBLE_OFFSET)];
}

type Cubic = readonly [Point, Point, Point, Point];

function offsetPath(path: Path, by: number): Path {
  const moved: Segment[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const segment of path) {
    if (segment.kind === "close") continue;
    if (segment.kind === "cubic") {
      for (const part of cut([at, segment.c1, segment.c2, segment.to])) {
        moved.push(...begun(moved, offsetCubic(part, by)));
      }
    } else if (segment.kind === "line" && (segment.to.x !== at.x || segment.to.y !== at.y)) {
      const across = normal(at, segment.to);
      const [from, to] = [beside(at, across, by), beside(segment.to, across, by)];
      moved.push(...(moved.length === 0 ? [{ kind: "move" as const, to: from }] : []), {
        kind: "line",
        to,
      });
    }
    at = segment.to;
  }
  return moved;
}

function begun(moved: readonly Segment[], [p0, c1, c2, to]: Cubic): readonly Segment[] {
  const curve: Segment = { kind: "cubic", c1, c2, to };
  return moved.length === 0 ? [{ kind: "move", to: p0 }, curve] : [curve];
}

/** Ends go along their normals; handles shrink or grow as the way between the ends does. */
function offsetCubic([p0, c1, c2, p3]: Cubic, by: number): Cubic {
  const first = normal(p0, distinct(p0, [c1, c2, p3]));
  const last = normal(distinct(p3, [c2, c1, p0]), p3);
  const [start, end] = [beside(p0, first, by), beside(p3, last, by)];
  const way = Math.hypot(p3.x - p0.x, p3.y - p0.y);
  const scale = way === 0 ? 1 : Math.hypot(end.x - start.x, end.y - start.y) / way;
  return [
    start,
    { x: start.x + scale * (c1.x - p0.x), y: start.y + scale * (c1.y - p0.y) },
    { x: end.x + scale * (c2.x - p3.x), y: end.y + scale * (c2.y - p3.y) },
    end,
  ];
}

function cut(cubic: Cubic): readonly Cubic[] {
  const parts: Cubic[] = [];
  let rest = cubic;
  for (let left = CUTS; left > 1; left--) {
    const [part, other] = cutAt(rest, 1 / left);
    parts.push(part);
    rest = other;
  }
  return [...parts, rest];
}

function cutAt([p0, p1, p2, p3]: Cubic, t: number): readonly [Cubic, Cubic] {
  const [a, b, c] = [between(p0, p1, t), between(p1, p2, t), between(p2, p3, t)];
  const [d, e] = [between(a, b, t), between(b, c, t)];
  const middle = between(d, e, t);
  return [
    [p0, a, d, middle],
    [middle, e, c, p3],
  ];
}

function between(from: Point, to: Point, t: number): Point {
  return { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
}

function distinct(from: Point, others: readonly [Point, Point, Point]): Point {
  return others.find(({ x, y }) => Math.hypot(x - from.x, y - from.y) > 1e-6) ?? others[2];
}

/** The unit vector across the way, to the right of it. */
function normal(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return { x: 0, y: 1 };
  return { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
}

function beside({ x, y }: Point, across: Point, by: number): Point {
  return { x: x + by * across.x, y: y + by * across.y };
}
