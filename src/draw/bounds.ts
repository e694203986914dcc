import { measureText } from "./label.ts";
import type { Mark } from "./mark.ts";
import { DOUBLE_OFFSET } from "./parallel.ts";
import type { Path, Point, Rect } from "./path.ts";
import { strokeOf } from "./theme.ts";

/** The smallest box around the curve itself, not its handles; undefined for an empty path. */
export function pathBounds(path: Path): Rect | undefined {
  const points: Point[] = [];
  let at: Point | undefined;
  for (const segment of path) {
    if (segment.kind === "close") continue;
    if (segment.kind === "cubic" && at !== undefined) {
      points.push(...turningPoints(at, segment.c1, segment.c2, segment.to));
    }
    points.push(segment.to);
    at = segment.to;
  }
  return around(points);
}

/** The box that a mark inks, strokes and text included. */
export function markBounds(mark: Mark): Rect | undefined {
  switch (mark.kind) {
    case "path": {
      const bounds = pathBounds(mark.path);
      const stroke = mark.stroke === undefined ? 0 : strokeOf(mark.stroke).width;
      return bounds === undefined ? undefined : grown(bounds, stroke / 2);
    }
    case "strand": {
      const bounds = pathBounds(mark.path);
      const beside = mark.double === true ? DOUBLE_OFFSET : 0;
      const half = strokeOf(mark.heavy ? "bold" : "wire").width / 2;
      return bounds === undefined ? undefined : grown(bounds, beside + half);
    }
    case "dot":
      return grown({ x: mark.x, y: mark.y, width: 0, height: 0 }, mark.radius);
    case "text": {
      const { width, height, depth } = measureText(mark.text, mark.role);
      const before = { start: 0, middle: 0.5, end: 1 }[mark.anchor];
      return {
        x: mark.x - before * width,
        y: mark.y - height,
        width,
        height: height + depth,
      };
    }
  }
}

/** Whether two boxes have more than an edge in common. */
export function meets(a: Rect, b: Rect): boolean {
  const across = a.x < b.x + b.width && b.x < a.x + a.width;
  return across && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The smallest box around all boxes. */
export function unionBounds(boxes: readonly (Rect | undefined)[]): Rect | undefined {
  return around(
    boxes.flatMap((box) =>
      box === undefined
        ? []
        : [
            { x: box.x, y: box.y },
            { x: box.x + box.width, y: box.y + box.height },
          ],
    ),
  );
}

function grown(box: Rect, by: number): Rect {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

function around(points: readonly Point[]): Rect | undefined {
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y0 = x0;
  let y1 = x1;
  for (const { x, y } of points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return points.length === 0 ? undefined : { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** Points of a cubic where it turns back in x or in y. */
function turningPoints(p0: Point, p1: Point, p2: Point, p3: Point): readonly Point[] {
  const times = [...turningTimes(p0.x, p1.x, p2.x, p3.x), ...turningTimes(p0.y, p1.y, p2.y, p3.y)];
  return times.map((t) => ({
    x: cubicAt(t, p0.x, p1.x, p2.x, p3.x),
    y: cubicAt(t, p0.y, p1.y, p2.y, p3.y),
  }));
}

function cubicAt(t: number, a: number, b: number, c: number, d: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/** Roots in (0, 1) of the derivative of a cubic Bézier. */
function turningTimes(a: number, b: number, c: number, d: number): readonly number[] {
  const square = -a + 3 * b - 3 * c + d;
  const linear = 2 * (a - 2 * b + c);
  const constant = b - a;
  const roots =
    Math.abs(square) < 1e-9
      ? [-constant / linear]
      : [-1, 1].map((sign) => {
          const under = linear * linear - 4 * square * constant;
          return (-linear + sign * Math.sqrt(under)) / (2 * square);
        });
  return roots.filter((t) => t > 0 && t < 1);
}
