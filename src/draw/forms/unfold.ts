import { strandThrough } from "../curve.ts";
import type { Mark } from "../mark.ts";
import { type Slab, SPACING } from "../slab.ts";
import { attachedStrands } from "./attached-strands.ts";
import { type Attachment, attach, newAxes } from "./attachment.ts";
import { finishDrawing } from "./drawing.ts";
import { edgeLabel, type LabelOf, labelWidth, strand } from "./strokes.ts";
import { ROOMY, TIGHT, trapezoidMarks, trapezoidWidth, type WindowText } from "./trapezoid.ts";

export interface UnfoldSpec extends WindowText {
  readonly axes: readonly string[];
  /** The axis that is cut into windows; for the adjoint the axis that counts them, then the inner one. */
  readonly targets: readonly string[];
  /** The axis that comes out on the other side. */
  readonly results: readonly string[];
  /** The axis that runs inside a window. */
  readonly taps: readonly string[];
  readonly output: readonly string[];
  /** Absent where what follows at once labels the strands, or uses them up. */
  readonly label?: LabelOf;
}

const CROSSING = 1.5 * SPACING;
const MARGIN = 0.5 * SPACING;

/** An axis goes into the trapezoid; the axis that counts windows and the one inside them leave. */
export function unfold(spec: UnfoldSpec): Slab {
  return trapezoidSlab(spec, "right");
}

/** The adjoint: windows go in with their inner axis and are added up to one axis. */
export function fold(spec: UnfoldSpec): Slab {
  return trapezoidSlab(spec, "left");
}

function trapezoidSlab(spec: UnfoldSpec, facing: "right" | "left"): Slab {
  const { axes, targets, output, label } = spec;
  const ends = { inputs: [{ axes, targets }], outputs: [output] };
  const fresh = label ? newAxes(ends) : [];
  const margin = label ? labelWidth(fresh, label, MARGIN) : MARGIN;
  return {
    inputs: [axes],
    outputs: [output],
    takesHoles: [false],
    free: [false],
    keepsShape: false,
    place(rows) {
      const attachment = attach(ends, rows);
      const seats = seatsOf(spec, attachment, facing);
      const left = seats.bends ? CROSSING + MARGIN : MARGIN;
      const width = trapezoidWidth(spec, 1);
      const right = left + width;
      const end = right + (seats.parts ? CROSSING : 0) + margin;
      const marks: Mark[] = [
        ...attachedStrands(
          { ...attachment, targets: seats.targets, results: [] },
          { left, right, width: end },
        ),
        ...seats.results.map(({ axis, from, y }) => {
          const path = strandThrough({ x: right, y: from }, { x: end - margin, y }, { x: end, y });
          return strand(axis, path);
        }),
        ...trapezoidMarks({ ...spec, ...seats.stand, left, width, facing, transposed: false }),
        ...attachment.results.flatMap(({ axis, y, isNew }) =>
          isNew && label ? [edgeLabel(axis, label, { x: end, y })] : [],
        ),
      ];
      return finishDrawing({ width: end, inputs: rows, outputs: attachment.outputs, marks });
    },
  };
}

interface Seats {
  readonly targets: Attachment["targets"];
  readonly results: readonly { readonly axis: string; readonly from: number; readonly y: number }[];
  readonly stand: {
    readonly first: number;
    readonly last: number;
    readonly taps: "below" | "above";
    readonly corner: number;
    readonly reach: number;
  };
  /** Whether strands change their height before or behind the glyph. */
  readonly bends: boolean;
  readonly parts: boolean;
}

/** The strand that is cut goes straight through; the kernel stands one spacing beside it. */
function seatsOf(spec: UnfoldSpec, attachment: Attachment, facing: "right" | "left"): Seats {
  const isTap = ({ axis }: { readonly axis: string }) => spec.taps.includes(axis);
  const ends = facing === "right" ? attachment.results : attachment.targets;
  const heightOf = (end: { readonly slot?: number; readonly y?: number }) => end.y ?? end.slot ?? 0;
  const through = ends.filter((end) => !isTap(end)).map(heightOf)[0] ?? attachment.first;
  const tap = ends.filter(isTap).map(heightOf)[0] ?? through + SPACING;
  const taps = tap < through ? "above" : "below";
  const side = taps === "below" ? 1 : -1;
  const beside = (y: number) =>
    attachment.passed.some(({ from, to }) => [...from, ...to].some((at) => Math.abs(at - y) < 1));
  const isNear = Math.abs(tap - through) <= SPACING;
  const corner = isNear ? SPACING : 0.6 * SPACING;
  const seat = (axis: string) => (spec.taps.includes(axis) ? through + side * corner : through);
  const targets = attachment.targets.map((end) => ({ ...end, slot: seat(end.axis) }));
  const results = attachment.results.map(({ axis, y }) => ({ axis, from: seat(axis), y }));
  return {
    targets,
    results,
    stand: {
      first: through,
      last: through,
      taps,
      corner,
      reach: beside(through - side * SPACING) ? TIGHT : ROOMY,
    },
    bends: attachment.crosses || targets.some(({ from, slot }) => from !== slot),
    parts: results.some(({ from, y }) => from !== y),
  };
}
