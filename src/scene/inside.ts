import { strandBetween } from "../draw/curve.ts";
import type { Mark } from "../draw/mark.ts";
import { type Heights, type Slab, type SlabDrawing, SPACING } from "../draw/slab.ts";
import type { Figure } from "./figure.ts";

/** Width in which strands find their place where the order of axes differs on both sides of a border. */
const LEAD = 1.5 * SPACING;
const PAD = 0.2 * SPACING;
const TITLE_ROOM = 1.3 * SPACING;
const FOOT = 0.3 * SPACING;

/** One array at the border: its axes outside, and the name that each has inside. */
export interface BorderCrossing {
  readonly outside: readonly string[];
  readonly inside: readonly string[];
  /** Inside name of each axis of `outside`. */
  readonly names: readonly string[];
}

/** A body that is laid out already, as a slab of the figure around it. */
export interface InsideSlab {
  readonly slab: Slab;
  /** The x at which the inside begins. */
  readonly insideX: number;
  /** The y that input 0 (or output 0) has inside. */
  readonly anchor: number;
}

/** Makes the slab of an open call or loop; its inside shifts so that input 0 fits. */
export function insideSlab(
  figure: Figure,
  inputs: readonly BorderCrossing[],
  outputs: readonly BorderCrossing[],
): InsideSlab {
  const { placement } = figure;
  const entry = placement.items.find((item) => item.id === "entry");
  const exit = placement.items.find((item) => item.id === "exit");
  const entryRows = entry?.drawing.outputs ?? [];
  const exitRows = exit?.rows ?? [];
  const anchor = entryRows[0]?.[0] ?? exitRows[0]?.[0] ?? 0;
  const titleRoom = figure.kind === "loop" ? SPACING : TITLE_ROOM;
  const leadIn = inputs.some(permutes) ? LEAD : 0;
  const leadOut = outputs.some(permutes) ? LEAD : 0;
  const insideX = PAD + leadIn + (figure.overhang ?? 0);
  const width = insideX + placement.width + leadOut + PAD;
  const sources = entryRows.length === 0;
  const slab: Slab = {
    inputs: inputs.map((crossing) => crossing.outside),
    outputs: outputs.map((crossing) => crossing.outside),
    takesHoles: inputs.map(() => false),
    free: outputs.map((_, i) => sources && i === 0),
    rigid: entryRows.map((row) => (row[0] ?? anchor) - anchor),
    keepsShape: false,
    place(heights, free): SlabDrawing {
      const shift = (heights[0]?.[0] ?? free[0]?.[0] ?? anchor) - anchor;
      const moved = (row: Heights): Heights => row.map((y) => y + shift);
      const arriving = inputs.flatMap((crossing, i) =>
        crossingMarks(crossing, heights[i] ?? [], moved(entryRows[i] ?? []), 0, insideX),
      );
      const leavingHeights = outputs.map((crossing, i) =>
        outsideHeights(crossing, moved(exitRows[i] ?? [])),
      );
      const leaving = outputs.flatMap((crossing, i) =>
        crossingMarks(
          crossing,
          leavingHeights[i] ?? [],
          moved(exitRows[i] ?? []),
          width,
          insideX + placement.width,
        ),
      );
      return {
        width,
        outputs: leavingHeights,
        top: figure.top + shift - titleRoom,
        bottom: figure.bottom + shift + FOOT,
        dashEnds: inputs.slice(1).map(() => 0),
        dashStarts: outputs.slice(1).map(() => width),
        marks: [...arriving, ...leaving],
      };
    },
  };
  return { slab, insideX, anchor };
}

function permutes(crossing: BorderCrossing): boolean {
  return crossing.names.some((name, i) => name !== crossing.inside[i]);
}

/** Heights in the outside order: sorted, since outside an array is drawn in its own order. */
function outsideHeights(crossing: BorderCrossing, inside: Heights): Heights {
  if (inside.length === crossing.outside.length) return [...inside].sort((a, b) => a - b);
  return crossing.outside.map((_, i) => (inside[0] ?? 0) + i * SPACING);
}

function crossingMarks(
  crossing: BorderCrossing,
  outside: Heights,
  inside: Heights,
  outsideX: number,
  insideX: number,
): readonly Mark[] {
  return crossing.outside.map((axis, i): Mark => {
    const at = crossing.inside.indexOf(crossing.names[i] ?? axis);
    const y = outside[i] ?? 0;
    return {
      kind: "strand",
      axis,
      path: strandBetween({ x: outsideX, y }, { x: insideX, y: inside[at] ?? y }),
    };
  });
}
