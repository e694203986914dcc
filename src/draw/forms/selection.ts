import { polygon } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Path, Point } from "../path.ts";
import type { Slab } from "../slab.ts";
import { contraction } from "./contraction.ts";

export interface SelectionSpec {
  /** The array that entries are taken from, and the axis whose positions are chosen. */
  readonly axes: readonly string[];
  readonly axis: string;
  /** The axes of the array of positions. */
  readonly positions: readonly string[];
  /** The wire of what its entries are, the last of its strands. */
  readonly entries: string;
  readonly output: readonly string[];
}

const HEAD = { length: 10.72, half: 5.15, notch: 3.6 };

/**
 * A cup whose lower leg is the wire of what the entries of an array are, the positions that are chosen,
 * with an arrowhead half-way round (NOTATION 2.3).
 */
export function selection({ axes, axis, positions, entries, output }: SelectionSpec): Slab {
  const { opened: _, ...cup } = contraction({
    operands: [axes, [...positions, axis]],
    output,
    closing: "up",
  });
  return {
    ...cup,
    inputs: [axes, [...positions, entries]],
    place(rows, free) {
      const { arrow: _arrow, ...drawing } = cup.place(rows, free);
      return { ...drawing, marks: drawing.marks.flatMap((mark) => chosen(mark, axis, entries)) };
    },
  };
}

/** A mark of the cup as of a selection: its lower half is the wire of the entries, its arrow turns. */
function chosen(mark: Mark, axis: string, entries: string): readonly Mark[] {
  if (mark.kind === "path") return [];
  if (mark.kind !== "strand" || mark.axis !== axis) return [mark];
  const ends = mark.path.map((segment) => (segment.kind === "close" ? NOWHERE : segment.to));
  const turn = ends.reduce((best, { x }, i) => (x > (ends[best]?.x ?? x) ? i : best), 0);
  const apex = ends[turn];
  if (apex === undefined) return [mark];
  const lower: Path = [{ kind: "move", to: apex }, ...mark.path.slice(turn + 1)];
  return [
    { ...mark, path: mark.path.slice(0, turn + 1) },
    { kind: "strand", axis: entries, path: lower, heavy: true },
    { kind: "path", path: headUp(apex), fill: "ink" },
  ];
}

const NOWHERE: Point = { x: Number.NEGATIVE_INFINITY, y: 0 };

/** An arrowhead that points up, with its middle at the point. */
function headUp({ x, y }: Point): Path {
  const [tip, tail] = [y - HEAD.length / 2, y + HEAD.length / 2];
  return polygon(
    { x, y: tip },
    { x: x + HEAD.half, y: tail },
    { x, y: tail - HEAD.notch },
    { x: x - HEAD.half, y: tail },
  );
}
