import { sweepBetween } from "../curve.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { finishDrawing } from "./drawing.ts";
import { pitched, strand } from "./strokes.ts";

const MOST_WIDTH = 4 * SPACING;

/** The same slab with a column behind it, in which the strands of its one output come up to pitch. */
export function closedHole(slab: Slab): Slab {
  const [axes = []] = slab.outputs;
  return {
    ...slab,
    keepsShape: false,
    place(rows, free) {
      const drawing = slab.place(rows, free);
      const [from = []] = drawing.outputs;
      const to = pitched(from[0] ?? 0, from.length);
      const width = closingWidth(from, to);
      if (width === 0) return drawing;
      const x = drawing.width;
      const closed = finishDrawing({
        width: x + width,
        inputs: rows,
        outputs: [to],
        dashEnds: drawing.dashEnds,
        marks: [
          ...drawing.marks,
          ...axes.map((axis, i) =>
            strand(axis, sweepBetween({ x, y: from[i] ?? 0 }, { x: x + width, y: to[i] ?? 0 })),
          ),
        ],
      });
      return {
        ...closed,
        top: Math.min(closed.top, drawing.top),
        bottom: Math.max(closed.bottom, drawing.bottom),
      };
    },
  };
}

/** Room for the longest rise, as in a gap between layers. */
function closingWidth(from: Heights, to: Heights): number {
  const travel = Math.max(0, ...from.map((y, i) => Math.abs(y - (to[i] ?? y))));
  return travel === 0 ? 0 : Math.min(MOST_WIDTH, Math.max(SPACING, 0.6 * travel));
}
