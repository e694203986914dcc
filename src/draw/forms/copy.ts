import { strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { dot, edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";

export interface CopySpec {
  readonly axes: readonly string[];
  /** How many arrays leave, top to bottom. */
  readonly branches: number;
  /** The branch that goes on at the height of the input. */
  readonly main: number;
  /** Copies fill the whole width of their layer. */
  readonly leastWidth?: number;
  readonly label: LabelOf;
}

const DOTS = 0.25 * SPACING;
const ARRAY_GAP = 1.5 * SPACING;

/** Dots on every strand of an array, and one cubic a strand to each side branch. */
export function copy({ axes, branches, main, leastWidth = 0, label }: CopySpec): Slab {
  const labels = branches > 1 ? labelWidth(axes, label, 0) : 0;
  return {
    inputs: [axes],
    outputs: Array.from({ length: branches }, () => axes),
    takesHoles: [false],
    free: Array.from({ length: branches }, (_, i) => i !== main),
    keepsShape: false,
    place([heights = []], free) {
      const block = (heights.at(-1) ?? 0) - (heights[0] ?? 0) + ARRAY_GAP;
      const outputs = Array.from({ length: branches }, (_, i): Heights => {
        if (i === main) return heights;
        return free[i] ?? heights.map((y) => y + (i - main) * block);
      });
      const drops = outputs.flatMap((row) => row.map((y, i) => Math.abs(y - (heights[i] ?? y))));
      const run = Math.min(4 * SPACING, Math.max(1.5 * SPACING, 0.6 * Math.max(0, ...drops)));
      const width = Math.max(leastWidth, 0.5 * SPACING + run + labels);
      return finishDrawing({
        width,
        inputs: [heights],
        outputs,
        marks: copyMarks({ axes, heights, outputs, main, width, flat: width - labels, label }),
        dashStart: 0.7 * width,
      });
    },
  };
}

interface Placed {
  readonly axes: readonly string[];
  readonly heights: Heights;
  readonly outputs: readonly Heights[];
  readonly main: number;
  readonly width: number;
  /** Where the side branches have reached their heights, so that labels stand clear of them. */
  readonly flat: number;
  readonly label: LabelOf;
}

function copyMarks({ axes, heights, outputs, main, width, flat, label }: Placed): readonly Mark[] {
  const strands: Mark[] = [];
  const labels: Mark[] = [];
  for (const [k, row] of outputs.entries()) {
    for (const [i, axis] of axes.entries()) {
      const from = { x: k === main ? 0 : DOTS, y: heights[i] ?? 0 };
      const to = { x: width, y: row[i] ?? from.y };
      strands.push(strand(axis, strandThrough(from, { x: flat, y: to.y }, to)));
      if (k !== main) labels.push(edgeLabel(axis, label, to));
    }
  }
  const dots = axes.map((_, i) => dot({ x: DOTS, y: heights[i] ?? 0 }));
  return [...strands, ...dots, ...labels];
}
