import { polygon } from "../curve.ts";
import type { Path, Point, Rect } from "../path.ts";

/** A corner as a compass point: north is above, west is left. */
type Corner = "nw" | "ne" | "se" | "sw";

/** A rectangle with corners cut off at 45 degrees, by the length of the legs that go. */
export function chamfered({ x, y, width, height }: Rect, cuts: ReadonlyMap<Corner, number>): Path {
  const most = Math.min(width, height) / 2;
  const cut = (corner: Corner): number => Math.min(cuts.get(corner) ?? 0, most);
  const [right, bottom] = [x + width, y + height];
  const points: readonly Point[] = [
    { x, y: y + cut("nw") },
    { x: x + cut("nw"), y },
    { x: right - cut("ne"), y },
    { x: right, y: y + cut("ne") },
    { x: right, y: bottom - cut("se") },
    { x: right - cut("se"), y: bottom },
    { x: x + cut("sw"), y: bottom },
    { x, y: bottom - cut("sw") },
  ];
  const [first = { x, y }, ...rest] = points.filter((point, i) => {
    const before = points.at(i - 1);
    return before === undefined || before.x !== point.x || before.y !== point.y;
  });
  return polygon(first, ...rest);
}

/** Whether something stands, in part or whole, in the triangle that would be cut off a corner. */
export function standsInCorner(thing: Rect, box: Rect, corner: Corner, cut: number): boolean {
  const [end, foot] = [box.x + box.width, box.y + box.height];
  const isIn = thing.x < end && thing.x + thing.width > box.x;
  if (!isIn || thing.y >= foot || thing.y + thing.height <= box.y) return false;
  const aside = corner.endsWith("w")
    ? Math.max(thing.x, box.x) - box.x
    : end - Math.min(thing.x + thing.width, end);
  const away = corner.startsWith("n")
    ? Math.max(thing.y, box.y) - box.y
    : foot - Math.min(thing.y + thing.height, foot);
  return aside + away < cut;
}
