import type { Path, Point, Rect } from "../../src/draw/path.ts";

const STEPS = 16;

/** The path as straight pieces, one list for each part that begins with a move. */
export function polylines(path: Path): readonly (readonly Point[])[] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const segment of path) {
    if (segment.kind === "move") {
      line = [segment.to];
      lines.push(line);
    } else if (segment.kind === "close") {
      const first = line[0];
      if (first) line.push(first);
    } else if (segment.kind === "line") {
      line.push(segment.to);
    } else {
      const from = line.at(-1) ?? segment.to;
      for (let step = 1; step <= STEPS; step++) {
        line.push(pointOfCubic(from, segment.c1, segment.c2, segment.to, step / STEPS));
      }
    }
  }
  return lines;
}

/** The first and the last point of a path. */
export function endsOfPath(path: Path): readonly Point[] {
  const points = path.flatMap((segment) => (segment.kind === "close" ? [] : [segment.to]));
  const [first, last] = [points[0], points.at(-1)];
  return first === undefined || last === undefined ? [] : [first, last];
}

/** How far a point is from the nearest place of a line. */
export function distanceTo(line: readonly Point[], point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  line.forEach((from, i) => {
    const to = line[i + 1] ?? from;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(from.x + t * dx - point.x, from.y + t * dy - point.y));
  });
  return least;
}

/** True when some part of the line is inside the box. */
export function entersBox(line: readonly Point[], box: Rect): boolean {
  return line.slice(1).some((to, i) => segmentEnters(line[i] ?? to, to, box));
}

/** Liang and Barsky: the part of the segment between the four sides is not empty. */
function segmentEnters(from: Point, to: Point, box: Rect): boolean {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const sides: readonly (readonly [number, number])[] = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ];
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room <= 0) return false;
    } else if (towards < 0) enter = Math.max(enter, room / towards);
    else leave = Math.min(leave, room / towards);
  }
  return enter < leave;
}

function pointOfCubic(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, v: number) =>
    s ** 3 * p + 3 * s * s * t * q + 3 * s * t * t * r + t ** 3 * v;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}
