import type { LayoutLine, StepColour } from "../document/document.ts";
import { type ArrayGrid, gridCells, gridMarks, gridSize } from "../draw/array-grid.ts";
import { gridArrow } from "../draw/forms/grid-arrow.ts";
import type { Mark, StrokeRole } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import { SPACING } from "../draw/slab.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import type { FlatFigure } from "./flatten.ts";
import { inkedBounds } from "./inked-bounds.ts";
import type { SceneNode } from "./scene.ts";
import { isTarget } from "./target-node.ts";

/** A line that asks for the entries of an array that comes in or goes out. */
export type PictureLine = LayoutLine & { readonly kind: "picture" };

/** More entries along an axis than this are no picture of it. */
const MOST = 12;
const GAP = 0.75 * SPACING;
const APART = 0.75 * SPACING;
/** How far an arrow starts and ends beside a grid, and how far it hangs below the figure. */
const ASIDE = 0.1 * SPACING;
const UNDER = 0.9 * SPACING;

const ADDED_RULES = {
  broadcasting: "step-rule",
  "inner-broadcasting": "inner-step-rule",
} as const satisfies Record<StepColour, StrokeRole>;

/** A grid that is drawn, and the line that asks for it. */
interface PlacedGrid {
  readonly line: PictureLine;
  readonly grid: ArrayGrid;
  readonly at: Point;
}

/** Draws the entries of arrays beside the ends of a figure, inputs at its left and outputs at its right. */
export function withArrayPictures(
  flat: FlatFigure,
  lines: readonly PictureLine[],
  typed: Pick<TypedDiagram, "definitions" | "evaluate">,
): FlatFigure {
  const ink = lines.length === 0 ? undefined : inkedBounds(flat);
  if (ink === undefined) return flat;
  const sides = (["input", "output"] as const).map((side) => {
    let free = Number.NEGATIVE_INFINITY;
    return flat.nodes
      .filter(({ kind }) => kind === side)
      .flatMap((node) => {
        const line = lines.find((each) => isTarget(node, each.node));
        const grid = line && gridOf(node, line, typed);
        return line === undefined || grid === undefined ? [] : [{ node, line, grid }];
      })
      .sort((a, b) => middleOf(a.node) - middleOf(b.node))
      .map(({ node, line, grid }): PlacedGrid => {
        const { width, height } = gridSize(grid);
        // The cells stand beside the wires, their names above.
        const cells = grid.rows * SPACING;
        const y = Math.max(middleOf(node) + cells / 2 - height + 0.4 * SPACING, free);
        free = y + height + APART;
        const x = side === "input" ? ink.x - GAP - width : ink.x + ink.width + GAP;
        return { line, grid, at: { x, y } };
      });
  });
  const placed = sides.flat();
  const grids = placed.flatMap(({ grid, at }) => gridMarks(grid, at));
  const arrows = placed.flatMap((to) => {
    const from = placed.find(({ line }) => line.node === to.line.from);
    return from === undefined || from === to ? [] : arrowBetween(from, to, ink);
  });
  return { ...flat, labels: [...flat.labels, ...grids, ...arrows] };
}

/** From the row that is picked out of one grid to that of another, below what stands between. */
function arrowBetween(from: PlacedGrid, to: PlacedGrid, ink: Rect): readonly Mark[] {
  const isForward = from.at.x < to.at.x;
  const [start, end] = [cornerOf(from, isForward), cornerOf(to, !isForward)];
  const lowest = Math.max(ink.y + ink.height, start.y, end.y) + UNDER;
  return gridArrow(start, end, { lowest, words: to.line.words ?? "" });
}

/** Beside the lower corner of the row that is picked out, else of the grid. */
function cornerOf({ grid, at }: PlacedGrid, isRight: boolean): Point {
  const { y, height } = gridCells(grid, at);
  const left = at.x - ASIDE;
  const right = at.x + gridSize(grid).width + ASIDE;
  const row = grid.picked === undefined || grid.picked >= grid.rows ? undefined : grid.picked + 1;
  return { x: isRight ? right : left, y: row === undefined ? y + height : y + row * SPACING };
}

/** The grid of an array with one or two axes of a few entries each; other arrays have none. */
function gridOf(
  { definition, ports: [port], marks }: SceneNode,
  { row, added }: PictureLine,
  { definitions, evaluate }: Pick<TypedDiagram, "definitions" | "evaluate">,
): ArrayGrid | undefined {
  const { inputs = [], outputs = [] } = definitions.get(definition) ?? {};
  const value = [...inputs, ...outputs].find(({ id }) => id === port?.array);
  const axes = (value?.type.shape ?? []).map(({ name, size }) => ({
    name: nameIn(marks, name) ?? `${evaluate(size) ?? name}`,
    length: Number(evaluate(size) ?? 0n),
  }));
  if (axes.length === 0 || axes.length > 2) return undefined;
  if (axes.some(({ length }) => length < 1 || length > MOST)) return undefined;
  const [first, second] = axes;
  if (first === undefined) return undefined;
  const picked = {
    ...(row !== undefined && { picked: row }),
    ...(added !== undefined && { added: ADDED_RULES[added] }),
  };
  return second === undefined
    ? { rows: 1, columns: first.length, columnName: first.name, ...picked }
    : {
        rows: first.length,
        columns: second.length,
        rowName: first.name,
        columnName: second.name,
        ...picked,
      };
}

function nameIn(marks: readonly Mark[], axis: string): string | undefined {
  const label = marks.find((mark) => mark.kind === "text" && mark.axis === axis);
  return label?.kind === "text" ? label.text : undefined;
}

function middleOf({ ports: [port], bounds }: SceneNode): number {
  const heights = port?.heights ?? [];
  if (heights.length === 0) return bounds.y + bounds.height / 2;
  return (Math.min(...heights) + Math.max(...heights)) / 2;
}
