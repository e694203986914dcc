import { markBounds } from "../draw/bounds.ts";
import { line } from "../draw/curve.ts";
import type { Mark } from "../draw/mark.ts";
import type { Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import { columnRows } from "./column-rows.ts";
import type { FlatFigure } from "./flatten.ts";
import { blockOfPanel } from "./panel-path.ts";
import type { SceneColumn } from "./scene.ts";

/** How far a line stands out above and below what is in the columns. */
const OVER = SPACING;
/** How near a name may stand beside a line. */
const CLEAR = 1;

/**
 * Dotted lines between the columns of a diagram, from its top to its bottom; rows have their own. Where
 * columns are painted they stand between those, else between the operations with what they give. They
 * leave names of wires free that stand across them.
 */
export function columnGuides({
  columns,
  plates,
  labels,
}: Pick<FlatFigure, "columns" | "plates" | "labels">): readonly Mark[] {
  const outer = columns.filter(({ path }) => path === "" || blockOfPanel(path) !== undefined);
  const painted = plates.flatMap((mark) => (isPaintedColumn(mark) ? (markBounds(mark) ?? []) : []));
  const names = labels.flatMap((mark) => (mark.kind === "text" ? (markBounds(mark) ?? []) : []));
  return columnRows(outer).flatMap((row) => guidesOf(row, painted, names));
}

function guidesOf(
  row: readonly SceneColumn[],
  painted: readonly Rect[],
  names: readonly Rect[],
): readonly Mark[] {
  const rows = row.flatMap((column) => column.rows);
  const top = Math.min(...rows.map((each) => each.top)) - OVER;
  const bottom = Math.max(...rows.map((each) => each.bottom)) + OVER;
  const [left, right] = [row[0]?.x ?? 0, Math.max(...row.map(({ x, width }) => x + width))];
  const within = painted.filter(
    ({ x, y, width, height }) => x < right && x + width > left && y < bottom && y + height > top,
  );
  return gapsBetween(within.length > 0 ? within : row).flatMap((x) => {
    const met = names.filter((name) => x > name.x - CLEAR && x < name.x + name.width + CLEAR);
    return freeParts(top, bottom, met).map(
      ([from, to]): Mark => ({
        kind: "path",
        path: line({ x, y: from }, { x, y: to }),
        stroke: "dotted",
      }),
    );
  });
}

/** The parts of a line from top to bottom that are above, between and below what it meets. */
function freeParts(
  top: number,
  bottom: number,
  met: readonly Rect[],
): readonly (readonly [from: number, to: number])[] {
  const parts: [number, number][] = [];
  let from = top;
  for (const { y, height } of met.toSorted((a, b) => a.y - b.y)) {
    if (y + height <= from || y >= bottom) continue;
    if (y > from) parts.push([from, y]);
    from = y + height;
  }
  return from < bottom ? [...parts, [from, bottom]] : parts;
}

/** The middles between neighbours. */
function gapsBetween(columns: readonly Pick<Rect, "x" | "width">[]): readonly number[] {
  const sorted = columns.toSorted((a, b) => a.x - b.x);
  return sorted.slice(1).map((column, i) => {
    const before = sorted[i] ?? column;
    return (before.x + before.width + column.x) / 2;
  });
}

/** Whether a mark is the plate of a column that is painted. */
export function isPaintedColumn(mark: Mark): boolean {
  return mark.kind === "path" && (mark.fill === "data" || mark.fill === "function");
}
