import { line, rectangle } from "./curve.ts";
import { measureText } from "./label.ts";
import type { Mark } from "./mark.ts";
import type { Point } from "./path.ts";
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

/** Draws a grid with the upper left corner of its room at `at`. */
export function gridMarks(grid: ArrayGrid, at: Point): readonly Mark[] {
  const { rows, columns, rowName, columnName, picked } = grid;
  const { width } = gridSize(grid);
  const left = at.x + width - TICK - columns * CELL;
  const top = at.y + SPACING + RULE;
  const [right, bottom] = [left + columns * CELL, top + rows * CELL];
  const cells = Array.from({ length: rows * columns }, (_, i): Mark => {
    const row = Math.floor(i / columns);
    const x = left + (i % columns) * CELL;
    const path = rectangle({ x, y: top + row * CELL, width: CELL, height: CELL });
    return { kind: "path", path, fill: row === picked ? "index" : "loop", stroke: "outline" };
  });
  const rule = (a: Point, b: Point): Mark => ({ kind: "path", path: line(a, b), stroke: "bar" });
  const above = top - 1.5;
  const across: readonly Mark[] = [
    rule({ x: left, y: above }, { x: right, y: above }),
    rule({ x: right, y: above - TICK }, { x: right, y: above + TICK }),
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
  const { height, depth } = measureText(rowName, "axis");
  return [
    ...cells,
    ...across,
    rule({ x: aside, y: top }, { x: aside, y: bottom }),
    rule({ x: aside - TICK, y: bottom }, { x: aside + TICK, y: bottom }),
    {
      kind: "text",
      text: rowName,
      role: "axis",
      x: aside - RULE - NAME_GAP,
      y: (top + bottom) / 2 + (height - depth) / 2,
      anchor: "end",
    },
  ];
}
