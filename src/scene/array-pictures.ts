import type { LayoutLine } from "../document/document.ts";
import { type ArrayGrid, gridMarks, gridSize } from "../draw/array-grid.ts";
import type { Mark } from "../draw/mark.ts";
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
        return grid === undefined ? [] : [{ node, grid }];
      })
      .sort((a, b) => middleOf(a.node) - middleOf(b.node))
      .flatMap(({ node, grid }): readonly Mark[] => {
        const { width, height } = gridSize(grid);
        // The cells stand beside the wires, their names above.
        const cells = grid.rows * SPACING;
        const y = Math.max(middleOf(node) + cells / 2 - height + 0.4 * SPACING, free);
        free = y + height + APART;
        const x = side === "input" ? ink.x - GAP - width : ink.x + ink.width + GAP;
        return gridMarks(grid, { x, y });
      });
  });
  return { ...flat, labels: [...flat.labels, ...sides.flat()] };
}

/** The grid of an array with one or two axes of a few entries each; other arrays have none. */
function gridOf(
  { definition, ports: [port], marks }: SceneNode,
  { row }: PictureLine,
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
  const picked = row === undefined ? {} : { picked: row };
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
