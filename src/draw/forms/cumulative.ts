import { polygon, rectangle } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Point } from "../path.ts";
import { type Slab, SPACING } from "../slab.ts";
import { shapeKeeping } from "./shape-keeping.ts";
import { centredText, straight } from "./strokes.ts";

export interface CumulativeSpec {
  readonly axes: readonly string[];
  /** The axes that are run along. */
  readonly targets: readonly string[];
  /** LaTeX of what is done on the way: `\Sigma`. */
  readonly text: string;
  /** From the last position to the first. */
  readonly runs: "forward" | "backward";
}

const SIDE = 1.2 * SPACING;
const WIDTH = SIDE + SPACING;
const STEPS = 3;

/** A square with three rising steps on each strand that is run along: every entry takes in those before. */
export function cumulative({ axes, targets, text, runs }: CumulativeSpec): Slab {
  return shapeKeeping(axes, (heights) => {
    const left = (WIDTH - SIDE) / 2;
    const marks: Mark[] = axes.flatMap((axis, i) => {
      const y = heights[i] ?? 0;
      if (!targets.includes(axis)) return straight(axis, y, 0, WIDTH);
      const strands = [...straight(axis, y, 0, left), ...straight(axis, y, left + SIDE, WIDTH)];
      return [...strands, ...square({ x: left, y: y - SIDE / 2 }, text, runs)];
    });
    return { width: WIDTH, marks, above: SPACING, below: SIDE / 2 + 2 };
  });
}

function square({ x, y }: Point, text: string, runs: CumulativeSpec["runs"]): readonly Mark[] {
  const frame = rectangle({ x, y, width: SIDE, height: SIDE });
  const step = SIDE / STEPS;
  const stairs: Point[] = [{ x, y: y + SIDE }];
  for (let i = 0; i < STEPS; i += 1) {
    stairs.push({ x: x + i * step, y: y + i * step }, { x: x + (i + 1) * step, y: y + i * step });
  }
  stairs.push({ x: x + SIDE, y: y + SIDE });
  const turned =
    runs === "forward" ? stairs : stairs.map((at) => ({ x: 2 * x + SIDE - at.x, y: at.y }));
  const [first = { x, y }, ...rest] = turned;
  return [
    { kind: "path", path: frame, fill: "paper" },
    { kind: "path", path: polygon(first, ...rest), fill: "mask" },
    { kind: "path", path: frame, stroke: "outline" },
    centredText(text, "count", { x: x + SIDE / 2, y: y + SIDE / 2 }),
  ];
}
