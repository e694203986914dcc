import { cup, line, mirrored } from "../curve.ts";
import { type Slab, SPACING } from "../slab.ts";
import { fromNothing } from "./source.ts";
import { edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";

export interface CapSpec {
  /** Two axes whose positions are equal. */
  readonly axes: readonly string[];
  readonly label: LabelOf;
}

const MARGIN = 0.5 * SPACING;

/** The unit: a cup turned round, out of which two strands run. */
export function cap({ axes, label }: CapSpec): Slab {
  return fromNothing(axes, ([upper = 0, lower = upper]) => {
    const reach = Math.min(1.5 * SPACING, (lower - upper) / 2);
    const width = reach + labelWidth(axes, label, MARGIN);
    const bend = mirrored(cup({ x: reach, y: upper }, { x: reach, y: lower }, reach), reach);
    const [first = "", second = first] = axes;
    const run = (y: number) => line({ x: reach, y }, { x: width, y });
    return {
      width,
      marks: [
        { kind: "path", path: bend, stroke: "wire" },
        strand(first, run(upper)),
        strand(second, run(lower)),
        ...axes.map((axis, i) => edgeLabel(axis, label, { x: width, y: i === 0 ? upper : lower })),
      ],
    };
  });
}
