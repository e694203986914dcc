import { line, rectangle } from "./curve.ts";
import { measureText } from "./label.ts";
import type { Mark, StrokeRole } from "./mark.ts";
import type { Point, Rect } from "./path.ts";
import { SPACING } from "./slab.ts";

/** The entries of an array with one or two axes, as the published figures draw them beside diagrams. */
export interface ArrayGrid {
  readonly rows: number;
  readonly columns: number;
  /** LaTeX of the axes: of the rows, absent for one axis, and of the columns. */
  readonly rowName?: string;
  readonly columnName: string;
  /** The row that is picked out. */
  readonly picked?: number;
  /** The rule of an axis that is added, the first: it has ticks at both ends. */
  readonly added?: "step-rule" | "inner-step-rule";
}

const CELL = SPACING;
/** Room for the rule of an axis with its name. */
const RULE = 0.35 * SPACING;
const NAME_GAP = 0.15 * SPACING;
const TICK = 0.4 * SPACING;

/** How much room a grid takes, its rules and names included. */
export function gridSize({ rows, columns, rowName }: ArrayGrid): {
  readonly width: number;
  readonly height: number;
} {
  const aside =
    rowName === undefined ? 0 : RULE + NAME_GAP + measureText(rowName, "axis").width + NAME_GAP;
  return { width: aside + columns * CELL + TICK, height: RULE + SPACING + rows * CELL + TICK };
}

/** The box of the cells of such a grid, without its rules and names. */
export function gridCells(grid: ArrayGrid, at: Point): Rect {
  const [width, height] = [grid.columns * CELL, grid.rows * CELL];
  const x = at.x + gridSize(grid).width - TICK - width;
  return { x, y: at.y + SPACING + RULE, width, height };
}

/** Draws a grid with the upper left corner of its room at `at`. */
export function gridMarks(grid: ArrayGrid, at: Point): readonly Mark[] {
  const { rows, columns, rowName, columnName, picked, added } = grid;
  const { x: left, y: top, width, height } = gridCells(grid, at);
  const [right, bottom] = [left + width, top + height];
  const cells = Array.from({ length: rows * columns }, (_, i): Mark => {
    const row = Math.floor(i / columns);
    const x = left + (i % columns) * CELL;
    const path = rectangle({ x, y: top + row * CELL, width: CELL, height: CELL });
    return { kind: "path", path, fill: row === picked ? "index" : "loop", stroke: "outline" };
  });
  const rule = (a: Point, b: Point, stroke: StrokeRole = "bar"): Mark => ({
    kind: "path",
    path: line(a, b),
    stroke,
  });
  const above = top - 1.5;
  const acrossStroke = rowName === undefined ? added : undefined;
  const across: readonly Mark[] = [
    rule({ x: left, y: above }, { x: right, y: above }, acrossStroke),
    ...(acrossStroke === undefined ? [right] : [left, right]).map((x) =>
      rule({ x, y: above - TICK }, { x, y: above + TICK }, acrossStroke),
    ),
    {
      kind: "text",
      text: columnName,
      role: "axis",
      x: (left + right) / 2,
      y: above - RULE,
      anchor: "middle",
    },
  ];
  if (rowName === undefined) return [...cells, ...across];
  const aside = left - 1.5;
  const named = measureText(rowName, "axis");
  return [
    ...cells,
    ...across,
    rule({ x: aside, y: top }, { x: aside, y: bottom }, added),
    ...(added === undefined ? [bottom] : [top, bottom]).map((y) =>
      rule({ x: aside - TICK, y }, { x: aside + TICK, y }, added),
    ),
    {
      kind: "text",
      text: rowName,
      role: "axis",
      x: aside - RULE - NAME_GAP,
      y: (top + bottom) / 2 + (named.height - named.depth) / 2,
      anchor: "end",
    },
  ];
}
