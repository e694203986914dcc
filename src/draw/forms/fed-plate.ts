import { joinPaths, line, polygon, quarterDown } from "../curve.ts";
import type { Mark } from "../mark.ts";
import type { Path, Point } from "../path.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { attachedStrands, leftRoom, resultLabels, rightRoom } from "./attached-strands.ts";
import { type AttachSpec, attach, newAxes } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { chipped, MARGIN, plateHeights, plateWidth } from "./plate.ts";
import { centredText, type LabelOf, labelWidth, strand } from "./strokes.ts";

type AttachedArray = AttachSpec["inputs"][number];

export interface FedPlateSpec {
  /** Weights and bias, top to bottom; what they do not share with the data ends on the top edge. */
  readonly fed: readonly AttachedArray[];
  readonly data: AttachedArray;
  readonly outputs: readonly (readonly string[])[];
  /** LaTeX of the letter. */
  readonly text: string;
  /** The plate has learned weights all the same, and only its bias is data. */
  readonly isLearned: boolean;
  readonly label: LabelOf;
}

/** The distance of strands on the top edge, more between two arrays. */
const PITCH = 0.8 * SPACING;
const ARRAY_PITCH = 1.2 * SPACING;
const SIDE = 0.5 * SPACING;
const TURN = 0.5 * SPACING;
const LEAST_TURN = 0.2 * SPACING;
const HEAD = { length: 6, half: 2.6 };

/** A strand that comes down on the plate: how far behind the leftmost one, and its height before. */
interface Falling {
  readonly axis: string;
  readonly y: number;
  readonly x: number;
  readonly array: number;
}

/**
 * A linear map whose weights are data: a white plate with an unbold letter, the weights arriving on
 * its top edge from above. Their lowest strand is the leftmost there, so that none crosses another.
 */
export function fedPlate({ fed, data, outputs, text, isLearned, label }: FedPlateSpec): Slab {
  const role = isLearned ? "bold-letter" : "letter";
  const spec: AttachSpec = {
    inputs: [data, ...fed.map(({ axes, targets }) => ({ axes: kept(axes, targets), targets: [] }))],
    outputs,
  };
  const margin = labelWidth(newAxes(spec), label, MARGIN);
  return {
    inputs: [...fed, data].map(({ axes }) => axes),
    outputs,
    takesHoles: [...fed, data].map(() => false),
    free: outputs.map(() => false),
    keepsShape: false,
    place(rows) {
      const falling = fallingOf(fed, rows);
      const [first] = falling;
      const spread = first?.x ?? 0;
      const attachment = attach(spec, [rows.at(-1) ?? [], ...passingRows(fed, rows)]);
      const body = Math.max(plateWidth(text, role), spread + 2 * SIDE);
      const left = leftRoom(attachment);
      const right = left + body;
      const width = right + rightRoom(attachment, margin);
      const { top, bottom } = plateHeights(attachment);
      const start = (left + right - spread) / 2;
      const lowest = Math.max(...falling.map(({ y }) => y));
      const turn = Math.max(LEAST_TURN, Math.min(TURN, top - HEAD.length - lowest));
      return finishDrawing({
        width,
        inputs: rows,
        outputs: attachment.outputs,
        marks: [
          ...attachedStrands(attachment, { left, right, width }),
          ...falling.map(({ axis, x, y }) =>
            strand(axis, fall({ x: 0, y }, { x: start + x, y: top }, turn)),
          ),
          ...falling.map(({ x }) => downward({ x: start + x, y: top })),
          {
            kind: "path",
            path: chipped(left, right, top, bottom),
            ...(isLearned ? { fill: "linear" } : { fill: "paper", stroke: "outline" }),
          },
          centredText(text, role, { x: (left + right) / 2, y: (top + bottom) / 2 }),
          ...resultLabels(attachment, label, width),
        ],
        dashEnds: fed.map((_, i) => dashEnd(falling, i) + start - turn),
        dashStart: right,
      });
    },
  };
}

function kept(axes: readonly string[], targets: readonly string[]): readonly string[] {
  return axes.filter((axis) => !targets.includes(axis));
}

function passingRows(fed: readonly AttachedArray[], rows: readonly Heights[]): readonly Heights[] {
  return fed.map(({ axes, targets }, i) =>
    axes.flatMap((axis, k) => (targets.includes(axis) ? [] : [rows[i]?.[k] ?? 0])),
  );
}

/** What comes down, top to bottom and so from right to left. */
function fallingOf(fed: readonly AttachedArray[], rows: readonly Heights[]): readonly Falling[] {
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
