import { expect } from "vitest";
import { type Heights, SPACING } from "../../src/draw/slab.ts";
import type { LayoutGraph } from "../../src/layout/graph.ts";
import type { Placement } from "../../src/layout/placement.ts";
import { needlessBends } from "./needless-bends.ts";
import { type Layer, layersOfPlacement } from "./placed-layers.ts";

const GRID = SPACING / 2;

/** Widths are sums of lengths that are no multiples of the grid. */
const ROUNDING = 1e-9;

/** Everything that holds for every placement of every graph. */
export function expectPlacementLaws(graph: LayoutGraph, placement: Placement): void {
  expect(numbersOf(placement).filter((value) => !Number.isFinite(value))).toEqual([]);
  expect(heightsOf(placement).filter((y) => y % GRID !== 0)).toEqual([]);
  const layers = layersOfPlacement(placement);
  layers.forEach((layer, index) => {
    expect(
      closeRows(
        layer.items.flatMap((item) => item.rows),
        layer,
      ),
      `left of ${index}`,
    ).toEqual([]);
    const outputs = layer.items.flatMap((item) => item.drawing.outputs);
    expect(closeRows(outputs, layer), `right of ${index}`).toEqual([]);
    expect(overlaps(layer), `layer ${index}`).toEqual([]);
    const next = layers[index + 1];
    if (next) expect(next.left - layer.right).toBeGreaterThanOrEqual(GRID - ROUNDING);
  });
  expect(bundlesAstray(placement)).toEqual([]);
  expect(needlessBends(placement)).toEqual([]);
  expect(looseEnds(graph, placement)).toEqual([]);
  expect(countStrandCrossings(placement)).toBe(placement.crossings);
  for (const { points } of placement.dashes) {
    expect(points.length).toBeGreaterThanOrEqual(2);
    points.slice(1).forEach((point, i) => {
      expect(point.x).toBeGreaterThan(points[i]?.x ?? Number.POSITIVE_INFINITY);
    });
  }
}

/** Strands that bend between slabs. */
export function bentStrands({ bundles }: Placement): string[] {
  return bundles.flatMap(({ array, axes, from, to }) =>
    axes.filter((_, i) => from.heights[i] !== to.heights[i]).map((axis) => `${array} ${axis}`),
  );
}

/** The height of the first strand of an item, by its first input or output. */
export function heightOf(placement: Placement, id: string): number | undefined {
  const item = placement.items.find((placed) => placed.id === id);
  return (item?.rows[0] ?? item?.drawing.outputs[0])?.[0];
}

function numbersOf(placement: Placement): number[] {
  return [
    placement.width,
    placement.top,
    placement.bottom,
    placement.crossings,
    ...placement.items.flatMap(({ x, drawing }) => [x, drawing.width, drawing.top, drawing.bottom]),
    ...placement.bundles.flatMap(({ from, to }) => [from.x, to.x]),
    ...placement.dashes.flatMap(({ points }) => points.flatMap(({ x, y }) => [x, y])),
    ...heightsOf(placement),
  ];
}

function heightsOf({ items, bundles }: Placement): number[] {
  return [
    ...items.flatMap((item) => [...item.rows.flat(), ...item.drawing.outputs.flat()]),
    ...bundles.flatMap(({ from, to }) => [...from.heights, ...to.heights]),
  ];
}

/** Rows of a data column, lanes included, that stand closer than one spacing or out of order. */
function closeRows(rows: readonly Heights[], { lanes }: Layer): string[] {
  const all = [...rows, ...lanes.map((lane) => lane.from.heights)].filter((row) => row.length > 0);
  const sorted = all.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const wrong = sorted.flatMap((row, index) => {
    const above = sorted[index - 1]?.at(-1);
    const clash = above !== undefined && (row[0] ?? 0) - above < SPACING;
    return clash ? [`${above} and ${row[0]}`] : [];
  });
  const squeezed = all.flatMap((row) =>
    row
      .slice(1)
      .flatMap((y, i) => (y - (row[i] ?? y) < SPACING ? [`inside ${row.join(" ")}`] : [])),
  );
  return [...wrong, ...squeezed];
}

/** Slabs and lanes of one layer that stand on each other. */
function overlaps({ items, lanes }: Layer): string[] {
  const boxes = [
    ...items.map(({ id, drawing }) => ({ id, top: drawing.top, bottom: drawing.bottom })),
    ...lanes
      .filter((lane) => lane.from.heights.length > 0)
      .map((lane) => ({
        id: `lane ${lane.array}`,
        top: (lane.from.heights[0] ?? 0) - GRID,
        bottom: (lane.from.heights.at(-1) ?? 0) + GRID,
      })),
  ].sort((a, b) => a.top - b.top);
  return boxes.flatMap((box, index) => {
    const above = boxes[index - 1];
    return above && above.bottom > box.top ? [`${above.id} and ${box.id}`] : [];
  });
}

/** Bundles that do not end where their slabs are. */
function bundlesAstray({ items, bundles }: Placement): string[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return bundles.flatMap(({ array, from, to, outOf, into }) => {
    const source = outOf && byId.get(outOf.item);
    const target = into && byId.get(into.item);
    const leaves = !outOf || sameNumbers(source?.drawing.outputs[outOf.output], from.heights);
    const arrives = !into || sameNumbers(target?.rows[into.input], to.heights);
    const starts = !source || source.x + source.drawing.width === from.x;
    const ends = !target || target.x === to.x;
    return leaves && arrives && starts && ends && from.x < to.x ? [] : [array];
  });
}

/** Inputs with a maker before them to which no bundle comes. */
function looseEnds({ items }: LayoutGraph, { bundles }: Placement): string[] {
  const reached = new Set(bundles.map(({ into }) => into && `${into.item} ${into.input}`));
  const made = new Set<string>();
  return items.flatMap((item) => {
    const loose = item.inputs.flatMap((array, input) =>
      made.has(array) && !reached.has(`${item.id} ${input}`) ? [`${item.id} ${input}`] : [],
    );
    for (const array of item.outputs) made.add(array);
    return loose;
  });
}

function sameNumbers(a: Heights | undefined, b: Heights): boolean {
  return a !== undefined && a.length === b.length && a.every((y, index) => y === b[index]);
}

/** Counts crossings from the picture alone: strands that change places in a gap. */
function countStrandCrossings(placement: Placement): number {
  const layers = layersOfPlacement(placement);
  let total = 0;
  layers.slice(1).forEach((next, index) => {
    const left = layers[index]?.right ?? 0;
    const strands = placement.bundles
      .filter(({ from, to }) => from.x <= left && to.x >= next.left)
      .flatMap(({ from, to }) => from.heights.map((y, i) => [y, to.heights[i] ?? y] as const));
    strands.forEach(([a, b], i) => {
      for (const [c, d] of strands.slice(i + 1)) if ((a - c) * (b - d) < 0) total++;
    });
  });
  return total;
}
