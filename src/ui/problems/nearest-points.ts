import type { Point, Rect } from "../../draw/path.ts";

/** The ends of the shortest line from one box to another that does not meet it. */
export function nearestPoints(from: Rect, to: Rect): readonly [Point, Point] {
  const [x, otherX] = along([from.x, from.x + from.width], [to.x, to.x + to.width]);
  const [y, otherY] = along([from.y, from.y + from.height], [to.y, to.y + to.height]);
  return [
    { x, y },
    { x: otherX, y: otherY },
  ];
}

type Stretch = readonly [number, number];

/** The nearest numbers of two stretches; twice the middle of what they have in common. */
function along([low, high]: Stretch, [start, end]: Stretch): Stretch {
  if (high < start) return [high, start];
  if (end < low) return [low, end];
  const shared = (Math.max(low, start) + Math.min(high, end)) / 2;
  return [shared, shared];
}
