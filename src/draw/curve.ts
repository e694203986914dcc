import type { Path, Point, Rect, Segment } from "./path.ts";

/** Handle lengths as parts of the distance to go. */
interface Handles {
  readonly start: number;
  readonly end: number;
}

const EVEN: Handles = { start: 0.5, end: 0.5 };
const SWEEP: Handles = { start: 0.57, end: 0.34 };
/** Quarter-circle constant: 4/3 (√2 − 1). */
const KAPPA = 0.5522847498307936;

/** A strand from one height to another, flat at both ends; a straight line when there is no drop. */
export function strandBetween(from: Point, to: Point, handles: Handles = EVEN): Path {
  if (from.y === to.y) return line(from, to);
  return [
    { kind: "move", to: from },
    {
      kind: "cubic",
      c1: { x: from.x + handles.start * (to.x - from.x), y: from.y },
      c2: { x: to.x - handles.end * (to.x - from.x), y: to.y },
      to,
    },
  ];
}

/** As `strandBetween`, but still rising or falling by `slope` where it arrives. */
export function strandInto(from: Point, to: Point, slope: number): Path {
  const [start, curve] = strandBetween(from, to);
  if (start === undefined || curve?.kind !== "cubic") return strandBetween(from, to);
  const c2 = { x: curve.c2.x, y: to.y - slope * (to.x - curve.c2.x) };
  return [start, { ...curve, c2 }];
}

/** The long fall or rise of a surviving strand beside a cup. */
export function sweepBetween(from: Point, to: Point): Path {
  return strandBetween(from, to, SWEEP);
}

/** A strand through several points, each piece as `strandBetween`; equal heights are one line. */
export function strandThrough(first: Point, ...rest: readonly Point[]): Path {
  let path: Path = [{ kind: "move", to: first }];
  let at = first;
  for (const to of rest) {
    if (to.x !== at.x || to.y !== at.y) path = joinPaths(path, strandBetween(at, to));
    at = to;
  }
  return path;
}

/** One path out of two, where the second starts at the end of the first. */
export function joinPaths(first: Path, second: Path): Path {
  return [...first, ...second.slice(1)];
}

/** A straight line. */
export function line(from: Point, to: Point): Path {
  return [
    { kind: "move", to: from },
    { kind: "line", to },
  ];
}

/** A quarter of an ellipse that leaves `from` to the right and arrives at `to` from above. */
export function quarterDown(from: Point, to: Point): Path {
  return [
    { kind: "move", to: from },
    {
      kind: "cubic",
      c1: { x: from.x + KAPPA * (to.x - from.x), y: from.y },
      c2: { x: to.x, y: to.y - KAPPA * (to.y - from.y) },
      to,
    },
  ];
}

/** A closed polygon. */
export function polygon(first: Point, ...rest: readonly Point[]): Path {
  return [
    { kind: "move", to: first },
    ...rest.map((to): Segment => ({ kind: "line", to })),
    { kind: "close" },
  ];
}

/** The outline of a rectangle. */
export function rectangle({ x, y, width, height }: Rect): Path {
  return polygon(
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  );
}

/** The right half of an ellipse from `upper` down to `lower`, which stand at one x. */
export function cup(upper: Point, lower: Point, reach: number): Path {
  const middle = (upper.y + lower.y) / 2;
  const rise = KAPPA * (middle - upper.y);
  const run = KAPPA * reach;
  const apex = { x: upper.x + reach, y: middle };
  return [
    { kind: "move", to: upper },
    {
      kind: "cubic",
      c1: { x: upper.x + run, y: upper.y },
      c2: { x: apex.x, y: middle - rise },
      to: apex,
    },
    {
      kind: "cubic",
      c1: { x: apex.x, y: middle + rise },
      c2: { x: lower.x + run, y: lower.y },
      to: lower,
    },
  ];
}

/** The same in two: from `upper` and from `lower`, each to the apex. */
export function cupHalves(upper: Point, lower: Point, reach: number): readonly [Path, Path] {
  const over = cup(upper, lower, reach).slice(0, 2);
  const flipped = ({ x, y }: Point): Point => ({ x, y: upper.y + lower.y - y });
  return [over, mapPath(over, flipped)];
}

/** A circle as four cubics. */
export function circlePath(centre: Point, radius: number): Path {
  const { x, y } = centre;
  const k = KAPPA * radius;
  const quarter = (c1: Point, c2: Point, to: Point): Segment => ({ kind: "cubic", c1, c2, to });
  return [
    { kind: "move", to: { x: x - radius, y } },
    quarter({ x: x - radius, y: y - k }, { x: x - k, y: y - radius }, { x, y: y - radius }),
    quarter({ x: x + k, y: y - radius }, { x: x + radius, y: y - k }, { x: x + radius, y }),
    quarter({ x: x + radius, y: y + k }, { x: x + k, y: y + radius }, { x, y: y + radius }),
    quarter({ x: x - k, y: y + radius }, { x: x - radius, y: y + k }, { x: x - radius, y }),
    { kind: "close" },
  ];
}

export const ARROW_LENGTH = 10.72;
/** How deep the notch at its back is. */
export const ARROW_NOTCH = 3.6;
const ARROW_HALF = 5.15;

/** A filled, notched arrowhead that points right. */
export function arrowhead(tip: Point): Path {
  const tail = tip.x - ARROW_LENGTH;
  return polygon(
    tip,
    { x: tail, y: tip.y - ARROW_HALF },
    { x: tail + ARROW_NOTCH, y: tip.y },
    { x: tail, y: tip.y + ARROW_HALF },
  );
}

/** The same path elsewhere. */
export function shiftPath(path: Path, by: Point): Path {
  return mapPath(path, (point) => ({ x: point.x + by.x, y: point.y + by.y }));
}

/** The path turned round a vertical line. */
export function mirrored(path: Path, about: number): Path {
  return mapPath(path, (point) => ({ x: 2 * about - point.x, y: point.y }));
}

function mapPath(path: Path, moved: (point: Point) => Point): Path {
  return path.map((segment): Segment => {
    switch (segment.kind) {
      case "close":
        return segment;
      case "cubic":
        return {
          kind: "cubic",
          c1: moved(segment.c1),
          c2: moved(segment.c2),
          to: moved(segment.to),
        };
      default:
        return { kind: segment.kind, to: moved(segment.to) };
    }
  });
}
