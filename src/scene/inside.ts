import type { DetailLevel } from "../document/document.ts";
import { strandThrough } from "../draw/curve.ts";
import { middleOf } from "../draw/forms/arrow-line.ts";
import type { Mark } from "../draw/mark.ts";
import { type Heights, type Slab, type SlabDrawing, SPACING } from "../draw/slab.ts";
import type { Figure } from "./figure.ts";
import { standingWidth } from "./wrap.ts";

/** Width in which strands find their place where the order of axes differs on both sides of a border. */
const LEAD = 1.5 * SPACING;
/** The least distance between two arrays of one border. */
const ARRAY_GAP = 1.5 * SPACING;
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
  /** The y inside at which the slab begins. */
  readonly insideTop: number;
}

/** Makes the slab of an open call or loop; its inside shifts so that its inputs fit. */
export function insideSlab(
  figure: Figure,
  inputs: readonly BorderCrossing[],
  outputs: readonly BorderCrossing[],
  around: DetailLevel,
): InsideSlab {
  const { placement } = figure;
  const levels = { outside: around, inside: figure.level };
  const fans = (around === "axes") !== (figure.level === "axes");
  const entry = placement.items.find((item) => item.id === "entry");
  const exit = placement.items.find((item) => item.id === "exit");
  const entryRows = entry?.drawing.outputs ?? [];
  const end = figure.wrapped?.rows.at(-1);
  const exitRows = (exit?.rows ?? []).map((row) => row.map((y) => y + (end?.dy ?? 0)));
  const starts = startsOf(entryRows, exitRows[0]?.[0] ?? 0);
  const origin = starts[0] ?? exitRows[0]?.[0] ?? 0;
  const lead = entryRows.findIndex((row) => row.length > 0);
  const titleRoom = figure.kind === "loop" ? SPACING : TITLE_ROOM;
  const leadIn = fans || inputs.some(permutes) ? LEAD : 0;
  const leadOut = fans || outputs.some(permutes) ? LEAD : 0;
  const insideX = PAD + leadIn + (figure.overhang ?? 0);
  const right = insideX + standingWidth(figure);
  const width = right + leadOut + PAD;
  const enters = insideX + (entry?.x ?? 0);
  const leaves = insideX + (exit?.x ?? placement.width) + (end?.dx ?? 0);
  const sources = entryRows.length === 0;
  const slab: Slab = {
    inputs: inputs.map((crossing) => crossing.outside),
    outputs: outputs.map((crossing) => crossing.outside),
    takesHoles: inputs.map(() => false),
    free: outputs.map((_, i) => sources && i === 0),
    rigid: starts.map((start) => start - origin),
    keepsShape: false,
    place(heights, free): SlabDrawing {
      const given = heights[lead]?.[0];
      const shift =
        given === undefined ? (free[0]?.[0] ?? 0) - origin : given - (starts[lead] ?? origin);
      const moved = (row: Heights): Heights => row.map((y) => y + shift);
      const arriving = inputs.flatMap((crossing, i) =>
        crossingMarks(crossing, atEnds(levels, heights[i] ?? [], moved(entryRows[i] ?? [])), [
          0,
          insideX,
          enters,
        ]),
      );
      const leavingHeights = outputs.map((crossing, i) =>
        outsideHeights(crossing, moved(exitRows[i] ?? [])),
      );
      const leaving = outputs.flatMap((crossing, i) =>
        crossingMarks(crossing, atEnds(levels, leavingHeights[i] ?? [], moved(exitRows[i] ?? [])), [
          width,
          right,
          leaves,
        ]),
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
  return { slab, insideX, insideTop: figure.top - titleRoom };
}

/** Where each row begins; rows without strands keep the least distance from their neighbours. */
function startsOf(rows: readonly Heights[], otherwise: number): readonly number[] {
  const lead = Math.max(
    0,
    rows.findIndex((row) => row.length > 0),
  );
  let next = (rows[lead]?.[0] ?? otherwise) - lead * ARRAY_GAP;
  return rows.map((row) => {
    const start = row[0] ?? next;
    next = (row.at(-1) ?? start) + ARRAY_GAP;
    return start;
  });
}

function permutes(crossing: BorderCrossing): boolean {
  return crossing.names.some((name, i) => name !== crossing.inside[i]);
}

/** Heights in the outside order: sorted, since outside an array is drawn in its own order. */
function outsideHeights(crossing: BorderCrossing, inside: Heights): Heights {
  if (inside.length === crossing.outside.length) return [...inside].sort((a, b) => a - b);
  return crossing.outside.map((_, i) => (inside[0] ?? 0) + i * SPACING);
}

interface Ends {
  readonly outside: Heights;
  readonly inside: Heights;
}

/** Strands of an array that is one arrow meet in its middle. */
function atEnds(
  levels: { readonly outside: DetailLevel; readonly inside: DetailLevel },
  outside: Heights,
  inside: Heights,
): Ends {
  const met = (level: DetailLevel, heights: Heights) =>
    level === "axes" ? heights : heights.map(() => middleOf(heights) ?? 0);
  return { outside: met(levels.outside, outside), inside: met(levels.inside, inside) };
}

/** From the outside to where the inside begins, and level on to where its border stands. */
function crossingMarks(
  crossing: BorderCrossing,
  { outside, inside }: Ends,
  [outsideX, insideX, borderX]: readonly [number, number, number],
): readonly Mark[] {
  return crossing.outside.map((axis, i): Mark => {
    const at = crossing.inside.indexOf(crossing.names[i] ?? axis);
    const y = outside[i] ?? 0;
    const to = inside[at] ?? y;
    const path = strandThrough({ x: outsideX, y }, { x: insideX, y: to }, { x: borderX, y: to });
    return { kind: "strand", axis, path };
  });
}
