import { WITHIN } from "./frame.ts";
import { chooseHeights, LANE_BOTTOM, LANE_TOP, type Place } from "./places.ts";
import { depthOf, lastOf, onGrid, pitched, type Row } from "./row.ts";
import { placeNode, standAt, targetRow, type Work } from "./work.ts";

/** Free outputs are chosen between rows that stand already; nothing may move those. */
const FIXED = 1e9;

/** True for slabs with several inputs and outputs whose heights are free. */
export function hasLooseOutputs(work: Work, cell: number): boolean {
  const stand = standAt(work, cell);
  return stand !== undefined && stand.chosen !== "outputs" && stand.slab.free.includes(true);
}

/** Free outputs of a slab with several inputs before they are chosen: packed below the first. */
export function looseRows(work: Work, cell: number): (Row | undefined)[] {
  const stand = standAt(work, cell);
  let y = work.left[cell]?.[0]?.y ?? 0;
  return (stand?.slab.outputs ?? []).map((axes, output) => {
    if (!stand?.slab.free[output]) return undefined;
    const row = { y, offsets: pitched(axes.length) };
    y = lastOf(row) + WITHIN;
    return row;
  });
}

/** Chooses the free outputs that are not tied to an input, among all rows of the right column. */
export function chooseLooseOutputs(work: Work, cells: readonly number[]): void {
  const places = cells.flatMap((cell) => {
    const stand = standAt(work, cell);
    const rows = work.right[cell] ?? [];
    return rows.map((row, output): Place => {
      const depth = depthOf(row);
      const edges = {
        top: output === 0 ? LANE_BOTTOM : 0,
        bottom: output === rows.length - 1 ? LANE_BOTTOM : 0,
      };
      if (!hasLooseOutputs(work, cell) || !stand?.slab.free[output]) {
        return { cell, depth, ...edges, wishes: [{ height: row.y, weight: FIXED }] };
      }
      const piece = work.frame.after[cell]?.[output];
      const target = (piece && targetRow(work, piece)) ?? row;
      return { cell, depth, ...edges, wishes: [{ height: lastOf(target) - depth, weight: 1 }] };
    });
  });
  const heights = chooseHeights(places);
  let next = 0;
  for (const cell of cells) {
    const rows = work.right[cell] ?? [];
    const chosen = rows.map((row, i) => ({ ...row, y: heights[next + i] ?? row.y }));
    next += rows.length;
    if (hasLooseOutputs(work, cell)) placeNode(work, cell, chosen);
  }
}

/** A free branch takes the height that it goes to where its neighbours leave room: one curve. */
export function settleBranches(work: Work): void {
  for (const cells of work.order.layers) {
    const rows = cells.flatMap((cell) =>
      (work.right[cell] ?? []).map((row, output) => ({ cell, output, row })),
    );
    const settle = (index: number) => {
      const at = rows[index];
      const stand = at && standAt(work, at.cell);
      if (!at || !stand?.slab.free[at.output] || stand.driver?.output === at.output) return;
      const piece = work.frame.after[at.cell]?.[at.output];
      const target = piece && targetRow(work, piece);
      if (target === undefined) return;
      const depth = depthOf(at.row);
      const y = lastOf(target) - depth;
      const above = rows[index - 1];
      const below = rows[index + 1];
      if (above && y < lastOf(above.row) + room(above.cell === at.cell)) return;
      if (below && y + depth + room(below.cell === at.cell) > below.row.y) return;
      at.row = { ...at.row, y };
    };
    for (let index = 0; index < rows.length; index++) settle(index);
    for (let index = rows.length - 1; index >= 0; index--) settle(index);
    for (const cell of cells) {
      const own = rows.filter((entry) => entry.cell === cell);
      const stand = standAt(work, cell);
      if (!stand?.slab.free.includes(true)) continue;
      placeNode(
        work,
        cell,
        own.map((entry) => entry.row),
      );
    }
  }
}

function room(sameCell: boolean): number {
  return sameCell ? WITHIN : onGrid(LANE_TOP + LANE_BOTTOM);
}
