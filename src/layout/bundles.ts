import type { Heights } from "../draw/slab.ts";
import { type Columns, endsOf, STUB } from "./columns.ts";
import type { Frame } from "./frame.ts";
import type { Grid, Piece } from "./grid.ts";
import type { Network } from "./network.ts";
import type { PlacedBundle } from "./placement.ts";
import { heightsOf } from "./row.ts";
import type { Rows } from "./work.ts";

interface Stretch {
  readonly from: { readonly x: number; readonly heights: Heights };
  readonly to: { readonly x: number; readonly heights: Heights };
}

/** The stretches of every array: curves in gaps, straight lines across layers, joined where level. */
export function bundlesOf(
  network: Network,
  grid: Grid,
  frame: Frame,
  rows: Rows,
  columns: Columns,
): PlacedBundle[] {
  const linked = network.links.flatMap((link, index) => {
    const pieces = grid.pieces[index] ?? [];
    const stretches = joinLevel(
      pieces.flatMap((piece) => stretchesOf(grid, frame, rows, columns, piece)),
    );
    const first = pieces[0];
    const output = first ? (frame.after[first.from]?.indexOf(first) ?? -1) : -1;
    const way = {
      from: network.nodes[link.from]?.id ?? "",
      to: network.nodes[link.to]?.id ?? "",
      input: link.input,
    };
    return stretches.map(
      (stretch, i): PlacedBundle => ({
        array: link.array,
        axes: link.axes,
        ...stretch,
        way,
        ...(i === 0 ? { outOf: { item: way.from, output } } : {}),
        ...(i === stretches.length - 1 ? { into: { item: way.to, input: link.input } } : {}),
      }),
    );
  });
  return [...linked, ...stubsOf(network, grid, frame, rows, columns)];
}

/** From the right edge of what makes the array, across its layer and the gap. */
function stretchesOf(
  grid: Grid,
  frame: Frame,
  rows: Rows,
  columns: Columns,
  piece: Piece,
): Stretch[] {
  const { from, to } = endsOf(frame, rows, piece);
  if (!from || !to) return [];
  const source = heightsOf(from);
  const target = heightsOf(to);
  const layer = grid.cells[piece.from]?.layer ?? 0;
  const next = grid.cells[piece.to]?.layer ?? 0;
  const left = columns.x[layer] ?? 0;
  const right = left + (columns.width[layer] ?? 0);
  const start = rightEdge(grid, columns, piece.from);
  const edge = { x: right, heights: source };
  const gap = { from: edge, to: { x: leftEdge(grid, columns, piece.to), heights: target } };
  const nextLeft = columns.x[next] ?? 0;
  const across =
    gap.to.x > nextLeft
      ? [
          { from: edge, to: { x: nextLeft, heights: target } },
          { from: { x: nextLeft, heights: target }, to: gap.to },
        ]
      : [gap];
  return start < right ? [{ from: { x: start, heights: source }, to: edge }, ...across] : across;
}

/** Lanes begin where their layer does, so that a lane is a straight line across it. */
function rightEdge(grid: Grid, columns: Columns, cell: number): number {
  const layer = grid.cells[cell]?.layer ?? 0;
  const drawing = columns.drawings[cell];
  const left = leftEdge(grid, columns, cell);
  return drawing ? left + drawing.width : (columns.x[layer] ?? 0);
}

function leftEdge(grid: Grid, columns: Columns, cell: number): number {
  return columns.left[cell] ?? columns.x[grid.cells[cell]?.layer ?? 0] ?? 0;
}

function joinLevel(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && isLevel(last) && isLevel(stretch)) {
      joined[joined.length - 1] = { from: last.from, to: stretch.to };
    } else joined.push(stretch);
  }
  return joined;
}

function isLevel({ from, to }: Stretch): boolean {
  return from.heights.every((y, index) => y === (to.heights[index] ?? y));
}

/** Arrays that nothing takes end a little behind the slab that makes them. */
function stubsOf(
  network: Network,
  grid: Grid,
  frame: Frame,
  rows: Rows,
  columns: Columns,
): PlacedBundle[] {
  return network.nodes.flatMap((node, cell) =>
    (frame.after[cell] ?? []).flatMap((piece, output): PlacedBundle[] => {
      const row = rows.right[cell]?.[output];
      if (piece || !row) return [];
      const x = rightEdge(grid, columns, cell);
      const heights = heightsOf(row);
      const axes = node.slab?.outputs[output] ?? [];
      return [
        {
          array: node.outputs[output] ?? "",
          axes,
          from: { x, heights },
          to: { x: x + STUB, heights },
          outOf: { item: node.id, output },
          stub: true,
        },
      ];
    }),
  );
}
