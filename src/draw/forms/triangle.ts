import { polygon } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { shapeKeeping } from "./shape-keeping.ts";
import { straight } from "./strokes.ts";

export interface TriangleSpec {
  readonly axes: readonly string[];
  /** The axes that are normalised over. */
  readonly targets: readonly string[];
  /** A root sign inside: divided by the L2 norm. */
  readonly inside?: "root";
}

const WIDTH = 2 * SPACING;
const LENGTH = SPACING;
const HALF = 0.703 * SPACING;
const ABOVE = SPACING;
const BELOW = 0.8 * SPACING;

/**
 * The soft-max triangle, apex to the left, on the strand of each target; neighbouring targets, which
 * are normalised together, have one.
 */
export function triangle({ axes, targets, inside }: TriangleSpec): Slab {
  return shapeKeeping(axes, (heights) => {
    const passing = axes.flatMap((axis, i) =>
      targets.includes(axis) ? [] : straight(axis, heights[i] ?? 0, 0, WIDTH),
    );
    const glyphs = neighbours(axes, targets, heights).flatMap((strands) =>
      triangleOn(strands, inside),
    );
    return { width: WIDTH, marks: [...passing, ...glyphs], above: ABOVE, below: BELOW };
  });
}

interface Strand {
  readonly axis: string;
  readonly y: number;
}

/** Targets next to each other, top to bottom, with nothing between them. */
function neighbours(
  axes: readonly string[],
  targets: readonly string[],
  heights: Heights,
): readonly (readonly Strand[])[] {
  const groups: Strand[][] = [];
  let open: Strand[] | undefined;
  for (const [i, axis] of axes.entries()) {
    const y = heights[i] ?? 0;
    if (!targets.includes(axis)) {
      open = undefined;
    } else if (open !== undefined && y - (open.at(-1)?.y ?? y) <= SPACING) {
      open.push({ axis, y });
    } else {
      open = [{ axis, y }];
      groups.push(open);
    }
  }
  return groups;
}

function triangleOn(strands: readonly Strand[], inside: TriangleSpec["inside"]): readonly Mark[] {
  const apex = (WIDTH - LENGTH) / 2;
  const base = apex + LENGTH;
  const top = (strands[0]?.y ?? 0) - HALF;
  const bottom = (strands.at(-1)?.y ?? 0) + HALF;
  const middle = (top + bottom) / 2;
  const sideAt = (y: number) => apex + (LENGTH * Math.abs(y - middle)) / (bottom - middle);
  return [
    ...strands.flatMap(({ axis, y }) => [
      ...straight(axis, y, 0, sideAt(y)),
      ...straight(axis, y, base, WIDTH),
    ]),
    {
      kind: "path",
      path: polygon({ x: apex, y: middle }, { x: base, y: top }, { x: base, y: bottom }),
      stroke: "outline",
      fill: "paper",
    },
    ...(inside === "root" ? [rootSign({ x: apex + 7, y: middle })] : []),
  ];
}

function rootSign({ x, y }: Point): Mark {
  const [tick, ...rest] = [
    { x, y: y + 1 },
    { x: x + 2, y },
    { x: x + 4, y: y + 5 },
    { x: x + 6, y: y - 5 },
    { x: x + 11, y: y - 5 },
  ];
  const path = tick ? polygon(tick, ...rest).slice(0, -1) : [];
  return { kind: "path", path, stroke: "ring" };
}
