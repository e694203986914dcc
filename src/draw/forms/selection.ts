import { arrowhead, strandBetween } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Path } from "../path.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { translateMarks } from "../translate.ts";
import { contraction } from "./contraction.ts";
import { dot, passing } from "./strokes.ts";

export interface SelectionSpec {
  /** The array that entries are taken from, and the axis whose positions are chosen. */
  readonly axes: readonly string[];
  readonly axis: string;
  /** The axes of the array of positions. */
  readonly positions: readonly string[];
  readonly output: readonly string[];
}

/** The room in which the lower leg leaves the array of positions. */
const LEAD = 0.75 * SPACING;
const STARTS = 0.4 * SPACING;
const ARRAY_GAP = 1.5 * SPACING;

/** A cup whose lower leg is what the entries of an array are: the positions that are chosen. */
export function selection({ axes, axis, positions, output }: SelectionSpec): Slab {
  const cup = contraction({ operands: [axes, [axis, ...positions]], output, closing: "up" });
  return {
    ...cup,
    inputs: [axes, positions],
    place([taken = [], chosen = []], free) {
      const [first] = chosen;
      const leg = first === undefined ? lastOf(taken) + ARRAY_GAP : first - SPACING;
      const drawing = cup.place([taken, [leg, ...chosen]], free);
      const cups = drawing.marks.filter((mark) => mark.kind !== "path");
      const [meets = 0] = drawing.dashEnds;
      const start = first === undefined ? { x: 0, y: leg } : { x: STARTS, y: first };
      const end = { x: LEAD + meets, y: leg };
      const legMarks: readonly Mark[] = [
        { kind: "path", path: strandBetween(start, end), stroke: "bold" },
        ...(first === undefined ? [] : [dot(start)]),
        { kind: "path", path: arrowhead({ x: end.x + 4, y: leg }), fill: "ink" },
      ];
      return {
        ...drawing,
        width: drawing.width + LEAD,
        dashEnds: [0],
        dashStarts: drawing.dashStarts.map((x) => x + LEAD),
        marks: [
          ...passing(axes, taken, LEAD),
          ...passing(positions, chosen, LEAD),
          ...translateMarks(
            cups.map((mark) => withoutLeg(mark, leg)),
            LEAD,
            0,
          ),
          ...legMarks,
        ],
      };
    },
  };
}

function lastOf(heights: Heights): number {
  return heights.at(-1) ?? 0;
}

/** The cup ends where the leg meets it, not at the left edge. */
function withoutLeg(mark: Mark, leg: number): Mark {
  if (mark.kind !== "strand") return mark;
  const last = mark.path.at(-1);
  const isCup = last !== undefined && last.kind !== "close" && last.to.x === 0 && last.to.y === leg;
  const path: Path = isCup ? mark.path.slice(0, -1) : mark.path;
  return { ...mark, path };
}
