import { type Slab, type SlabDrawing, SPACING } from "../draw/slab.ts";
import type { Order } from "./crossings.ts";
import type { Frame } from "./frame.ts";
import type { Grid, Piece } from "./grid.ts";
import { heightsOf, type Row } from "./row.ts";
import { drawSlab } from "./stand.ts";
import { freeOf, type Rows } from "./work.ts";
import { writtenArrows } from "./written-arrows.ts";

/** Where each layer begins and how wide it is, and the slabs as drawn there. */
export interface Columns {
  readonly x: readonly number[];
  readonly width: readonly number[];
  /** Per cell; lanes have none. */
  readonly drawings: readonly (SlabDrawing | undefined)[];
  /** Per cell, its left edge; entries and sources end where their layer does. */
  readonly left: readonly number[];
}

/** How far an array that nothing takes goes on behind what makes it. */
export const STUB = SPACING;

const GAP = { least: 0.5 * SPACING, most: 4 * SPACING, slope: 0.6 };

/** Sets the layers side by side: each as wide as its widest slab, gaps as wide as curves need. */
export function columnsOf(grid: Grid, order: Order, frame: Frame, rows: Rows): Columns {
  const standAt = (cell: number) => frame.stands[grid.cells[cell]?.node ?? -1];
  const draw = (cell: number, other?: Slab): SlabDrawing | undefined => {
    const stand = standAt(cell);
    if (stand === undefined) return undefined;
    const free = freeOf(stand, rows.right[cell] ?? []);
    return drawSlab(other ?? stand.slab, rows.left[cell] ?? [], free, rows.base[cell] ?? 0);
  };
  const drawings = grid.cells.map((_, cell) => draw(cell));
  const written = writtenArrows(grid, frame, drawings);
  for (const { from, to, arrow } of written) {
    drawings[from] = draw(from, standAt(from)?.slab.opened);
    drawings[to] = draw(to, standAt(to)?.slab.written?.({ y: arrow.y, reach: 0 }));
  }
  const x: number[] = [];
  const width: number[] = [];
  let next = 0;
  order.layers.forEach((cells, layer) => {
    x[layer] = next;
    width[layer] = Math.max(0, ...cells.map((cell) => drawings[cell]?.width ?? 0));
    for (const cell of cells) {
      const isNarrow = (drawings[cell]?.width ?? 0) < (width[layer] ?? 0);
      const widened = standAt(cell)?.widened;
      if (isNarrow && widened) drawings[cell] = draw(cell, widened(width[layer] ?? 0));
    }
    next += (width[layer] ?? 0) + gapBehind(cells, frame, rows);
  });
  const left = grid.cells.map((cell, index) => {
    const start = x[cell.layer] ?? 0;
    const drawing = drawings[index];
    const isSource = drawing && (grid.before[index] ?? []).length === 0;
    return isSource ? start + (width[cell.layer] ?? 0) - drawing.width : start;
  });
  for (const { from, to, arrow } of written) {
    const reach = (left[to] ?? 0) - (left[from] ?? 0) - arrow.x;
    drawings[to] = draw(to, standAt(to)?.slab.written?.({ y: arrow.y, reach }));
  }
  return { x, width, drawings, left };
}

function gapBehind(cells: readonly number[], frame: Frame, rows: Rows): number {
  let steepest = 0;
  let least = GAP.least;
  for (const cell of cells) {
    for (const [output, piece] of (frame.after[cell] ?? []).entries()) {
      if (!piece && rows.right[cell]?.[output]?.offsets.length) least = STUB;
      if (piece) steepest = Math.max(steepest, travelOf(frame, rows, piece));
    }
  }
  return Math.min(Math.max(GAP.slope * steepest, least), GAP.most);
}

/** The rows at both ends of a piece. */
export function endsOf(frame: Frame, rows: Rows, piece: Piece): { from?: Row; to?: Row } {
  const port = frame.after[piece.from]?.indexOf(piece) ?? -1;
  const from = rows.right[piece.from]?.[port];
  const to = rows.left[piece.to]?.[piece.input];
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** How far the strand that changes most has to rise or fall. */
function travelOf(frame: Frame, rows: Rows, piece: Piece): number {
  const { from, to } = endsOf(frame, rows, piece);
  if (!from || !to) return 0;
  const ends = heightsOf(to);
  return Math.max(0, ...heightsOf(from).map((y, i) => Math.abs((ends[i] ?? y) - y)));
}
