import type { LayoutLine } from "../document/document.ts";
import { circlePath } from "../draw/curve.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { FlatFigure } from "./flatten.ts";
import { glyphRegion } from "./glyph-region.ts";
import { isTarget } from "./target-node.ts";

const RADIUS = 0.3 * SPACING;

/**
 * Rings where arrays are made that an author has made stand out: at the end of the dashed line that
 * ends at the operation, where arrays are multiplied, else around the middle of its glyph.
 */
export function ringMarks(
  { nodes, dashes }: Pick<FlatFigure, "nodes" | "dashes">,
  layout: readonly LayoutLine[],
): readonly Mark[] {
  const names = layout.flatMap((line) => {
    if (line.kind !== "halo" || line.of !== "array") return [];
    return [line.block === "" ? line.name : `${line.block}/${line.name}`];
  });
  return nodes
    .filter((node) => node.kind !== "input" && names.some((name) => isTarget(node, name)))
    .map((node): Mark => {
      const region = glyphRegion(node);
      const at = dashes.flatMap(endOf).find((end) => isNear(end, node.bounds)) ?? centreOf(region);
      return { kind: "path", path: circlePath(at, RADIUS), stroke: "emphasis" };
    });
}

function endOf(dash: Mark): readonly Point[] {
  const last = dash.kind === "path" ? dash.path.at(-1) : undefined;
  return last === undefined || last.kind === "close" ? [] : [last.to];
}

/** In the slab, or in the room before it. */
function isNear({ x, y }: Point, around: Rect): boolean {
  const isLevel = y > around.y - SPACING / 2 && y < around.y + around.height + SPACING / 2;
  return isLevel && x > around.x - SPACING && x < around.x + around.width;
}

function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
