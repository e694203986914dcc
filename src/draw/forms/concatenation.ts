import { line, strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { alignedHeights } from "./aligned.ts";
import { finishDrawing } from "./drawing.ts";
import { dot, edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";

export interface ConcatenationSpec {
  readonly operands: readonly (readonly string[])[];
  /** Per operand, the axis that is laid end to end; all undefined for `stack`, which has none. */
  readonly parts: readonly (string | undefined)[];
  /** The axis that leaves the bar. */
  readonly result: string;
  readonly output: readonly string[];
  readonly label: LabelOf;
}

const OVERHANG = 0.4 * SPACING;
const ENTRY_PITCH = 0.6 * SPACING;
const TIGHT_ENTRIES = 0.5 * SPACING;

/** A bar that joins one axis of each array, or starts a new one; the other axes meet in dots. */
export function concatenation(spec: ConcatenationSpec): Slab {
  const { operands, output, result, label } = spec;
  const isNew = !operands.some((axes) => axes.includes(result));
  const exit = labelWidth(isNew ? [result] : [], label, 0.5 * SPACING) + 2;
  return {
    inputs: operands,
    outputs: [output],
    takesHoles: operands.map(() => false),
    free: [false],
    keepsShape: false,
    place(rows) {
      const heights = alignedHeights(baseWishes(spec, rows), rows.flat()[0] ?? 0);
      const all = rows.flat();
      const total = all.length === 0 ? 0 : Math.max(...all) - Math.min(...all);
      const meets = Math.min(3 * SPACING, Math.max(1.5 * SPACING, 0.6 * total));
      const width = meets + exit;
      const marks = concatenationMarks(spec, { rows, heights, meets, width });
      if (isNew) {
        const y = heights[output.indexOf(result)] ?? 0;
        marks.push(edgeLabel(result, label, { x: width, y }));
      }
      return finishDrawing({
        width,
        inputs: rows,
        outputs: [heights],
        marks,
        dashEnd: 0.5 * meets,
      });
    },
  };
}

function baseWishes(
  { operands, parts, result, output }: ConcatenationSpec,
  rows: readonly Heights[],
): readonly (number | undefined)[] {
  const [base = []] = operands;
  return output.map((axis) => {
    const origin = axis === result ? parts[0] : axis;
    return origin === undefined ? undefined : rows[0]?.[base.indexOf(origin)];
  });
}

interface Placed {
  readonly rows: readonly Heights[];
  readonly heights: Heights;
  readonly meets: number;
  readonly width: number;
}

function concatenationMarks(
  { operands, parts, result, output }: ConcatenationSpec,
  { rows, heights, meets, width }: Placed,
): Mark[] {
  const marks: Mark[] = [];
  const dots: Mark[] = [];
  const barY = heights[output.indexOf(result)] ?? 0;
  const isLast = output.at(-1) === result;
  const entries = barEntries(parts, isLast);
  for (const [row, axes] of operands.entries()) {
    for (const [i, axis] of axes.entries()) {
      const from = { x: 0, y: rows[row]?.[i] ?? 0 };
      const to = axis === parts[row] ? barY + (entries[row] ?? 0) : heights[output.indexOf(axis)];
      marks.push(strand(axis, strandThrough(from, { x: meets, y: to ?? from.y })));
    }
  }
  for (const [i, axis] of output.entries()) {
    const at = { x: meets, y: heights[i] ?? 0 };
    marks.push(strand(axis, line(at, { x: width, y: at.y })));
    const takers = operands.filter((axes, row) => axes.includes(axis) && parts[row] !== axis);
    if (axis !== result && takers.length > 1) dots.push(dot(at));
  }
  const bar = line(
    { x: meets, y: barY - OVERHANG },
    { x: meets, y: barY + Math.max(...entries) + (isLast ? OVERHANG : 0.25 * SPACING) },
  );
  return [...marks, ...dots, { kind: "path", path: bar, stroke: "bar" }];
}

/** Where each part meets the bar, below the height of the strand that leaves it. */
export function barEntries(
  parts: readonly (string | undefined)[],
  roomBelow: boolean,
): readonly number[] {
  const present = parts.filter((part) => part !== undefined).length;
  const tight = TIGHT_ENTRIES / Math.max(1, present - 1);
  const pitch = roomBelow ? ENTRY_PITCH : Math.min(ENTRY_PITCH, tight);
  return parts.length === 0 ? [0] : parts.map((part, i) => (part === undefined ? 0 : i * pitch));
}
