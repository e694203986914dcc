import type { Path, Point } from "./path.ts";

const CURVE_STEPS = 10;

/** The points of a path, curves replaced by short lines; what lies between two subpaths counts as a line. */
export function polyline(path: Path): readonly Point[] {
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const segment of path) {
    if (segment.kind === "close") continue;
    if (segment.kind === "cubic") {
      const { c1, c2, to } = segment;
      for (let step = 1; step <= CURVE_STEPS; step++) {
        points.push(cubicAt([at, c1, c2, to], step / CURVE_STEPS));
      }
    } else {
      points.push(segment.to);
    }
    at = segment.to;
  }
  return points;
}

function cubicAt(control: readonly [Point, Point, Point, Point], t: number): Point {
  const [a, b, c, d] = control;
  const s = 1 - t;
  const weigh = (p: number, q: number, r: number, u: number): number =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: weigh(a.x, b.x, c.x, d.x), y: weigh(a.y, b.y, c.y, d.y) };
}
