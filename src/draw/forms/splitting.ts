import { line, strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { barEntries } from "./concatenation.ts";
import { finishDrawing } from "./drawing.ts";
import { dot, edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";

export interface SplittingSpec {
  readonly axes: readonly string[];
  /** The axis that is cut. */
  readonly axis: string;
  readonly outputs: readonly (readonly string[])[];
  /** Per output, its piece of the axis; all undefined for `unstack`, which leaves none. */
  readonly parts: readonly (string | undefined)[];
  readonly label: LabelOf;
}

const BAR = 0.5 * SPACING;
const LEAST_WIDTH = 3 * SPACING;
const OVERHANG = 0.4 * SPACING;
const ARRAY_GAP = 1.5 * SPACING;

/** The mirror image of a concatenation: one bar, then an array for each piece. */
export function splitting(spec: SplittingSpec): Slab {
  const { axes, outputs, label } = spec;
  const shown = [...new Set(outputs.flat())];
  const flat = labelWidth(shown, label, 0.5 * SPACING);
  return {
    inputs: [axes],
    outputs,
    takesHoles: [false],
    free: outputs.map((_, j) => j > 0),
    keepsShape: false,
    place([heights = []], free) {
      const rows = partRows(outputs, heights, free);
      const drops = rows.flat().map((y) => Math.abs(y - (heights.at(-1) ?? y)));
      const run = Math.min(4 * SPACING, Math.max(1.5 * SPACING, 0.6 * Math.max(0, ...drops)));
      const width = Math.max(LEAST_WIDTH, BAR + run + flat);
      return finishDrawing({
        width,
        inputs: [heights],
        outputs: rows,
        marks: splittingMarks(spec, { heights, rows, width, settled: width - flat }),
        dashStart: 0.7 * width,
      });
    },
  };
}

/** The last strand of part 0 keeps its height; the other parts stand where the layout wants them. */
function partRows(
  outputs: readonly (readonly string[])[],
  heights: Heights,
  free: readonly (Heights | undefined)[],
): readonly Heights[] {
  let next = heights.at(-1) ?? 0;
  return outputs.map((axes, j) => {
    const last = j === 0 ? next : next + (axes.length - 1) * SPACING;
    const own = axes.map((_, i) => last - (axes.length - 1 - i) * SPACING);
    const row = j === 0 ? own : (free[j] ?? own);
    next = (row.at(-1) ?? next) + ARRAY_GAP;
    return row;
  });
}

interface Placed {
  readonly heights: Heights;
  readonly rows: readonly Heights[];
  readonly width: number;
  readonly settled: number;
}

function splittingMarks(
  { axes, axis: cut, outputs, parts, label }: SplittingSpec,
  { heights, rows, width, settled }: Placed,
): readonly Mark[] {
  const strands: Mark[] = axes.map((axis, i) => {
    const y = heights[i] ?? 0;
    return strand(axis, line({ x: 0, y }, { x: BAR, y }));
  });
  const barY = heights[axes.indexOf(cut)] ?? 0;
  const isLast = axes.at(-1) === cut;
  const entries = barEntries(parts, isLast);
  const labels: Mark[] = [];
  for (const [j, row] of rows.entries()) {
    for (const [i, axis] of (outputs[j] ?? []).entries()) {
      const isPart = axis === parts[j];
      const from = isPart ? barY + (entries[j] ?? 0) : (heights[axes.indexOf(axis)] ?? barY);
      const to = row[i] ?? from;
      const path = strandThrough({ x: BAR, y: from }, { x: settled, y: to }, { x: width, y: to });
      strands.push(strand(axis, path));
      if (j > 0 || !axes.includes(axis)) labels.push(edgeLabel(axis, label, { x: width, y: to }));
    }
  }
  const dots = axes.flatMap((axis, i) =>
    axis === cut ? [] : [dot({ x: BAR, y: heights[i] ?? 0 })],
  );
  const end = barY + Math.max(...entries) + (isLast ? OVERHANG : 0.25 * SPACING);
  const bar = line({ x: BAR, y: barY - OVERHANG }, { x: BAR, y: end });
  return [...strands, ...dots, { kind: "path", path: bar, stroke: "bar" }, ...labels];
}
