import { SPACING } from "../draw/slab.ts";
import type { Placement } from "../layout/placement.ts";
import { LEFT_WALL } from "./wall-ids.ts";

/** A stretch of a figure that stands in a row of its own. */
export interface FigureRow {
  /** The part of the figure from this x on, up to `to`. */
  readonly from: number;
  readonly to: number;
  /** Where it goes. */
  readonly dx: number;
  readonly dy: number;
  /** What stands in it, where it goes: the arrows to its neighbours included. */
  readonly extent: RowExtent;
}

/** The edges of a row in the coordinates of the figure that it belongs to. */
interface RowExtent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room at the ends of rows for the arrows that say where the arrays go on. */
const ROW_TAIL = 2 * SPACING;
const ROW_GAP = 2 * SPACING;
/** What a crossing array costs, as a part of the width of a row, beside the width that is not used. */
const ARRAY_COST = 0.12;
/** A last row should be at least this part of the width. */
const SHORT_ROW = 0.4;

/**
 * Cuts a figure between its columns into rows of at most `width`, the first one included: few arrays
 * cross a cut, little width is left over, and the last row is not short. A column that is wider
 * stands alone. `lead` is the room at the start of a row that continues another. A figure that fits
 * has no rows.
 */
export function figureRows(
  placement: Placement,
  width: number,
  lead: number,
): readonly FigureRow[] {
  const edges = columnEdges(placement);
  const [first] = edges;
  const last = edges.at(-1);
  if (first === undefined || last === undefined) return [];
  if (last.right - first.left <= width) return [];
  const cuts = cheapestCuts(placement, edges, { width, lead });
  const starts = [first.left, ...cuts];
  let dy = 0;
  let bottom: number | undefined;
  return starts.map((from, row): FigureRow => {
    const to = starts[row + 1] ?? last.right;
    const { top, bottom: end } = extentOf(placement, from, to);
    if (bottom !== undefined) dy = gridUp(bottom + ROW_GAP - top);
    bottom = end + dy;
    const dx = row === 0 ? 0 : first.left + lead - from;
    const right = to + dx + (row === starts.length - 1 ? 0 : ROW_TAIL);
    return { from, to, dx, dy, extent: { left: first.left, right, top: top + dy, bottom } };
  });
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/**
 * The extents of the columns, left to right. The left border of a loop is one column with its
 * wall: alone in a row it would stand above the wall, whose text reaches to the left over it.
 */
function columnEdges({ items, width }: Placement): readonly Edges[] {
  const columns = new Map<number, Edges>();
  for (const { layer, x, drawing } of items) {
    const known = columns.get(layer);
    columns.set(layer, {
      left: Math.min(known?.left ?? x, x),
      right: Math.max(known?.right ?? 0, x + drawing.width),
    });
  }
  const edges = [...columns].sort(([a], [b]) => a - b).map(([, each]) => each);
  if (items.some(({ id }) => id === LEFT_WALL)) joinFirst(edges);
  const last = edges.at(-1);
  return last === undefined ? [] : edges.with(-1, { ...last, right: Math.max(last.right, width) });
}

/** Makes one column of the first two, where there are two. */
function joinFirst(edges: Edges[]): void {
  const [first, second] = edges;
  if (first === undefined || second === undefined) return;
  edges.splice(0, 2, { left: first.left, right: second.right });
}

/** The x of every cut: right edges of columns, chosen by dynamic programming over them. */
function cheapestCuts(
  placement: Placement,
  edges: readonly Edges[],
  { width, lead }: { readonly width: number; readonly lead: number },
): readonly number[] {
  const last = edges.length - 1;
  const costOf = (start: number, end: number): number => {
    const taken = rowWidth(edges, start, end, lead);
    const over = Math.max(0, taken - width);
    if (end === last) return over + (taken < SHORT_ROW * width ? width : 0);
    const arrays = crossing(placement, edges[end]?.right ?? 0);
    return over + Math.max(0, width - taken) + ARRAY_COST * width * arrays;
  };
  const best: { readonly cost: number; readonly start: number }[] = [];
  for (let end = 0; end <= last; end++) {
    let chosen = { cost: Number.POSITIVE_INFINITY, start: end };
    for (let start = end; start >= 0; start--) {
      if (start < end && rowWidth(edges, start, end, lead) > width) break;
      const cost = (best[start - 1]?.cost ?? 0) + costOf(start, end);
      if (cost < chosen.cost) chosen = { cost, start };
    }
    best.push(chosen);
  }
  const cuts: number[] = [];
  for (let start = best[last]?.start ?? 0; start > 0; start = best[start - 1]?.start ?? 0) {
    cuts.unshift(edges[start - 1]?.right ?? 0);
  }
  return cuts;
}

function rowWidth(edges: readonly Edges[], start: number, end: number, lead: number): number {
  const from = start === 0 ? (edges[0]?.left ?? 0) : (edges[start - 1]?.right ?? 0);
  const tail = end === edges.length - 1 ? 0 : ROW_TAIL;
  return (edges[end]?.right ?? 0) - from + (start === 0 ? 0 : lead) + tail;
}

function crossing({ bundles }: Placement, x: number): number {
  return bundles.filter(({ from, to, stub }) => !stub && from.x <= x && to.x > x).length;
}

/** The highest and lowest y of what stands between two cuts. */
function extentOf(
  { items, bundles }: Placement,
  from: number,
  to: number,
): { readonly top: number; readonly bottom: number } {
  const spans = [
    ...items
      .filter(({ x }) => x >= from && x < to)
      .map(({ drawing }) => [drawing.top, drawing.bottom] as const),
    ...bundles
      .filter((bundle) => bundle.from.x < to && bundle.to.x > from)
      .flatMap((bundle) => [...bundle.from.heights, ...bundle.to.heights])
      .map((y) => [y - SPACING, y + SPACING] as const),
  ];
  if (spans.length === 0) return { top: 0, bottom: 0 };
  return {
    top: Math.min(...spans.map(([top]) => top)),
    bottom: Math.max(...spans.map(([, bottom]) => bottom)),
  };
}

function gridUp(y: number): number {
  return (Math.ceil((2 * y) / SPACING) * SPACING) / 2;
}
