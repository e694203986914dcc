import { markBounds } from "../draw/bounds.ts";
import type { Mark } from "../draw/mark.ts";
import type { Path, Point, Rect } from "../draw/path.ts";
import { polyline } from "../draw/polyline.ts";
import type { FlatFigure } from "./flatten.ts";

/** Boxes that together cover everything inked of a figure but its plates. */
export function inkOf(flat: FlatFigure): readonly Rect[] {
  const marks = [
    ...flat.nodes.flatMap((node) => node.marks),
    ...flat.bundles.flatMap(({ strands }) => strands.flatMap(({ points }) => points)),
    ...flat.dashes,
    ...flat.labels,
    ...flat.plates.filter((mark) => mark.kind === "text"),
  ];
  return marks.flatMap(boxesOf);
}

/** Whether nothing inked comes nearer to a box than `apart`. */
export function isFree(
  ink: readonly Rect[],
  { x, y, width, height }: Rect,
  apart: number,
): boolean {
  return !ink.some(
    (box) =>
      box.x < x + width + apart &&
      box.x + box.width > x - apart &&
      box.y < y + height + apart &&
      box.y + box.height > y - apart,
  );
}

function boxesOf(mark: Mark): readonly Rect[] {
  if (mark.kind === "strand" || (mark.kind === "path" && mark.fill === undefined)) {
    return pieces(mark.path);
  }
  const box = markBounds(mark);
  return box === undefined ? [] : [box];
}

/** Small boxes along the line of a path. */
function pieces(path: Path): readonly Rect[] {
  const points = polyline(path);
  return points.slice(1).map((point, i) => boxAround(points[i] ?? point, point));
}

function boxAround(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
