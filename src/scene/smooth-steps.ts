import type { Mark } from "../draw/mark.ts";
import type { Segment } from "../draw/path.ts";
import type { PlacedBundle, PlacedItem, Placement } from "../layout/placement.ts";

type Strand = Extract<Mark, { kind: "strand" }>;

/** A strand that goes on rising or falling in the slab that it enters. */
interface Step {
  readonly mark: Mark;
  readonly smoothed: Strand;
  readonly slope: number;
}

/**
 * An array that changes height in a gap and goes on the same way in the slab behind it does so in
 * one sweep: where the two curves meet it is not level. All strands of the array do, or none.
 */
export function smoothSteps(placement: Placement): Placement {
  const items = new Map(placement.items.map((item) => [item.id, item]));
  const bundles = placement.bundles.map((bundle): PlacedBundle => {
    const item = items.get(bundle.into?.item ?? "");
    const steps = item === undefined ? [] : stepsOf(bundle, item);
    if (item === undefined || steps.length === 0) return bundle;
    const smoothed = new Map<Mark, Mark>(steps.map((step) => [step.mark, step.smoothed]));
    const marks = item.drawing.marks.map((mark) => smoothed.get(mark) ?? mark);
    items.set(item.id, { ...item, drawing: { ...item.drawing, marks } });
    return { ...bundle, slopes: steps.map(({ slope }) => slope) };
  });
  return { ...placement, bundles, items: [...items.values()] };
}

function stepsOf(bundle: PlacedBundle, item: PlacedItem): readonly Step[] {
  const { from, to, axes } = bundle;
  if (to.x !== item.x) return [];
  const steps = axes.flatMap((_, i) => {
    const y = to.heights[i] ?? 0;
    const before = (y - (from.heights[i] ?? y)) / (to.x - from.x);
    const step = stepAt(item.drawing.marks, y, before);
    return step === undefined ? [] : [step];
  });
  return steps.length === axes.length ? steps : [];
}

/** The only strand that begins at this height, if it begins with a curve the same way. */
function stepAt(marks: readonly Mark[], y: number, before: number): Step | undefined {
  const [mark, ...others] = marks.filter((each) => each.kind === "strand" && startsAt(each, y));
  if (mark?.kind !== "strand" || others.length > 0) return undefined;
  const [start, curve, ...rest] = mark.path;
  if (start === undefined || curve?.kind !== "cubic" || curve.c1.y !== y) return undefined;
  const after = (curve.to.y - y) / curve.to.x;
  if (!(before * after > 0)) return undefined;
  const slope = (2 * before * after) / (before + after);
  const c1 = { x: curve.c1.x, y: y + slope * curve.c1.x };
  const swept: Segment = { ...curve, c1 };
  return { mark, slope, smoothed: { ...mark, path: [start, swept, ...rest] } };
}

function startsAt({ path: [start] }: Strand, y: number): boolean {
  return start?.kind === "move" && start.to.x === 0 && start.to.y === y;
}
