import type { Mark } from "./mark.ts";
import type { Path, Point, Segment } from "./path.ts";

/** How far something has come on its way, from 0 to 1; heights may be ahead. */
export interface Progress {
  readonly x: number;
  readonly y: number;
}

/** Whether marks differ in their places only, so that one can become the other. */
export function areAlike(from: readonly Mark[], to: readonly Mark[]): boolean {
  return from.length === to.length && from.every((mark, at) => isAlike(mark, to[at]));
}

/** Marks on their way to the places of others that are alike. */
export function marksBetween(
  from: readonly Mark[],
  to: readonly Mark[],
  progress: Progress,
): readonly Mark[] {
  return to.map((mark, at): Mark => {
    const before = from[at];
    if (before === undefined) return mark;
    if ("path" in mark && "path" in before) {
      return { ...mark, path: pathBetween(before.path, mark.path, progress) };
    }
    return "x" in mark && "x" in before
      ? { ...mark, ...pointBetween(before, mark, progress) }
      : mark;
  });
}

function isAlike(from: Mark, to: Mark | undefined): boolean {
  if (to?.kind !== from.kind) return false;
  if (from.kind === "text" && to.kind === "text") {
    return from.text === to.text && from.role === to.role && from.anchor === to.anchor;
  }
  if (!("path" in from && "path" in to)) return true;
  const { path } = from;
  return (
    path.length === to.path.length &&
    path.every((segment, at) => {
      const other = to.path[at]?.kind;
      return segment.kind === other || (isDrawn(segment.kind) && isDrawn(other));
    })
  );
}

function isDrawn(kind: Segment["kind"] | undefined): boolean {
  return kind === "line" || kind === "cubic";
}

function pathBetween(from: Path, to: Path, progress: Progress): Path {
  return to.map((segment, at): Segment => {
    const before = from[at];
    if (before === undefined || segment.kind === "close" || before.kind === "close") return segment;
    const end = pointBetween(before.to, segment.to, progress);
    if (before.kind !== "cubic" && segment.kind !== "cubic") return { ...segment, to: end };
    const a = asCurve(before, startOf(from, at));
    const b = asCurve(segment, startOf(to, at));
    const c1 = pointBetween(a.c1, b.c1, progress);
    return { kind: "cubic", c1, c2: pointBetween(a.c2, b.c2, progress), to: end };
  });
}

function startOf(path: Path, at: number): Point {
  const before = path[at - 1];
  return before === undefined || before.kind === "close" ? { x: 0, y: 0 } : before.to;
}

/** A line as the curve that a strand becomes when its ends part. */
function asCurve(
  segment: Exclude<Segment, { kind: "close" }>,
  start: Point,
): { readonly c1: Point; readonly c2: Point } {
  if (segment.kind === "cubic") return segment;
  const middle = (start.x + segment.to.x) / 2;
  return { c1: { x: middle, y: start.y }, c2: { x: middle, y: segment.to.y } };
}

/** A point on its way to another. */
export function pointBetween(from: Point, to: Point, { x, y }: Progress): Point {
  return { x: from.x + (to.x - from.x) * x, y: from.y + (to.y - from.y) * y };
}

/** Marks with every point of theirs at another place; texts keep their size. */
export function marksAt(marks: readonly Mark[], place: (point: Point) => Point): readonly Mark[] {
  return marks.map((mark): Mark => {
    if (!("path" in mark)) return { ...mark, ...place(mark) };
    const path = mark.path.map((segment): Segment => {
      if (segment.kind === "close") return segment;
      const to = place(segment.to);
      if (segment.kind !== "cubic") return { ...segment, to };
      return { kind: "cubic", c1: place(segment.c1), c2: place(segment.c2), to };
    });
    return { ...mark, path };
  });
}
