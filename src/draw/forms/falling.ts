import { joinPaths, line, polygon, quarterDown } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Path, Point } from "../path.ts";
import { type Heights, SPACING } from "../slab.ts";
import { strand } from "./strokes.ts";

/** An array that goes to the top edge of a plate with its `targets`; its other axes pass by. */
export interface FedArray {
  readonly axes: readonly string[];
  readonly targets: readonly string[];
}

/** A strand that comes down on a plate: how far behind the leftmost one, and its height before. */
export interface Falling {
  readonly axis: string;
  readonly y: number;
  readonly x: number;
  readonly array: number;
}

/** The distance of strands on the top edge, more between two arrays. */
const PITCH = 0.8 * SPACING;
const ARRAY_PITCH = 1.2 * SPACING;
const SIDE = 0.5 * SPACING;
const TURN = 0.5 * SPACING;
const LEAST_TURN = 0.2 * SPACING;
const HEAD = { length: 6, half: 2.6 };

/**
 * The strands that come down, top to bottom and so from right to left: the lowest is the leftmost on
 * the edge, so that none crosses another.
 */
function fallingOf(fed: readonly FedArray[], rows: readonly Heights[]): readonly Falling[] {
  const strands = fed.flatMap(({ axes, targets }, array) =>
    axes.flatMap((axis, k) =>
      targets.includes(axis) ? [{ axis, array, y: rows[array]?.[k] ?? 0 }] : [],
    ),
  );
  let x = 0;
  let last: number | undefined;
  return strands
    .toReversed()
    .map((each): Falling => {
      if (last !== undefined) x += last === each.array ? PITCH : ARRAY_PITCH;
      last = each.array;
      return { ...each, x };
    })
    .toReversed();
}

/** How wide a plate must be on which these strands come down. */
export function fedWidth(fed: readonly FedArray[]): number {
  return (fallingOf(fed, [])[0]?.x ?? 0) + 2 * SIDE;
}

/** The top edge of a plate. */
export interface TopEdge {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The strands on their way down to the middle of a top edge, and where dashed lines below arrays end. */
export function drawFalling(
  fed: readonly FedArray[],
  rows: readonly Heights[],
  { left, right, y: top }: TopEdge,
): { readonly marks: readonly Mark[]; readonly dashEnds: readonly number[] } {
  const falling = fallingOf(fed, rows);
  const start = (left + right - (falling[0]?.x ?? 0)) / 2;
  const lowest = Math.max(...falling.map(({ y }) => y));
  const turn = Math.max(LEAST_TURN, Math.min(TURN, top - HEAD.length - lowest));
  return {
    marks: [
      ...falling.map(({ axis, x, y }) =>
        strand(axis, fall({ x: 0, y }, { x: start + x, y: top }, turn)),
      ),
      ...falling.map(({ x }) => downward({ x: start + x, y: top })),
    ],
    dashEnds: fed.map((_, i) => dashEnd(falling, i) + start - turn),
  };
}

/** Where the dashed line below an array ends: before the first strand that comes down through it. */
function dashEnd(falling: readonly Falling[], array: number): number {
  const through = falling.filter((each) => each.array <= array).map(({ x }) => x);
  return through.length === 0 ? 0 : Math.min(...through);
}

function fall(from: Point, to: Point, turn: number): Path {
  const before = { x: to.x - turn, y: from.y };
  const after = { x: to.x, y: from.y + turn };
  return joinPaths(joinPaths(line(from, before), quarterDown(before, after)), line(after, to));
}

function downward({ x, y }: Point): Mark {
  const tail = y - HEAD.length;
  const path = polygon({ x, y }, { x: x - HEAD.half, y: tail }, { x: x + HEAD.half, y: tail });
  return { kind: "path", path, fill: "ink" };
}
