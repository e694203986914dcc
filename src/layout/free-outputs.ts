import { chooseHeights, LANE_BOTTOM, type Place } from "./places.ts";
import { freeRoom, marginsOf, type Room } from "./room.ts";
import { depthOf, lastOf, pitched, type Row } from "./row.ts";
import { WITHIN } from "./stand.ts";
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
    const branches = cells.flatMap((cell, place) => {
      const stand = standAt(work, cell);
      return (stand?.slab.free ?? []).flatMap((free, output) =>
        free && stand?.driver?.output !== output && !isHeld(work, cell, output)
          ? [{ cell, place, output }]
          : [],
      );
    });
    const settle = ({ cell, place, output }: (typeof branches)[number]) => {
      const rows = work.right[cell] ?? [];
      const row = rows[output];
      const piece = work.frame.after[cell]?.[output];
      const target = piece && targetRow(work, piece);
      if (!row || !target) return;
      const y = lastOf(target) - depthOf(row);
      const room = roomFor(work, { cells, place, output });
      if (y < room.top || y + depthOf(row) > room.bottom) return;
      work.right[cell] = rows.map((other, i) => (i === output ? { ...row, y } : other));
    };
    for (const branch of branches) settle(branch);
    for (const branch of branches.reverse()) settle(branch);
    for (const { cell } of branches) placeNode(work, cell, work.right[cell] ?? []);
  }
}

/** The first row of a slab that the author placed, or that heights count from, stays there. */
function isHeld({ network, entry, pinned }: Work, cell: number, output: number): boolean {
  if (!pinned || output > 0) return false;
  return cell === entry || network.nodes[cell]?.wish !== undefined;
}

interface Branch {
  readonly cells: readonly number[];
  readonly place: number;
  readonly output: number;
}

/** Where a branch may be without coming too close to what is above and below. */
function roomFor(work: Work, { cells, place, output }: Branch): Room {
  const cell = cells[place] ?? 0;
  const rows = work.right[cell] ?? [];
  const over = rows[output - 1];
  const under = rows[output + 1];
  const { top, bottom } = marginsOf(work, cell);
  const free = freeRoom(work, cells, place);
  return {
    top: over ? lastOf(over) + WITHIN : free.top + top,
    bottom: under ? under.y - WITHIN : free.bottom - bottom,
  };
}
