import { polygon, rectangle } from "../curve.ts";
import { type Slab, SPACING } from "../slab.ts";
import { fromNothing } from "./source.ts";
import { edgeLabel, type LabelOf, labelWidth, straight } from "./strokes.ts";

export interface MaskSpec {
  /** The axis that asks, then the axis that is asked. */
  readonly axes: readonly string[];
  readonly label: LabelOf;
}

const SIDE = 1.5 * SPACING;
const MARGIN = 0.5 * SPACING;

/** The causal mask as an array from nothing: a square whose lower left half is open. */
export function mask({ axes, label }: MaskSpec): Slab {
  const width = SIDE + labelWidth(axes, label, MARGIN);
  return fromNothing(axes, (heights) => {
    const middle = ((heights[0] ?? 0) + (heights.at(-1) ?? 0)) / 2;
    const top = middle - SIDE / 2;
    const frame = rectangle({ x: 0, y: top, width: SIDE, height: SIDE });
    const half = polygon({ x: 0, y: top }, { x: SIDE, y: top + SIDE }, { x: 0, y: top + SIDE });
    return {
      width,
      marks: [
        ...axes.flatMap((axis, i) => straight(axis, heights[i] ?? 0, SIDE, width)),
        { kind: "path", path: frame, fill: "shade" },
        { kind: "path", path: half, fill: "mask" },
        { kind: "path", path: frame, stroke: "outline" },
        ...axes.map((axis, i) => edgeLabel(axis, label, { x: width, y: heights[i] ?? 0 })),
      ],
    };
  });
}
